// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/geotiff.hpp"

#include "geodata/crs/crs_file.hpp"

namespace viewer {

geodata::Result<std::unique_ptr<GeoTiffFile>> GeoTiffFile::open(const std::filesystem::path& file,
                                                                const PictureHead& head, const PicturePlace& place) {
    const auto crs = geodata::crsFileOf(place.crs);
    if (!crs) return crs.error();
    const layers::MapPoint corner = place.view.toMap({0, 0});
    const geodata::GeoTiffRequest job{static_cast<std::uint32_t>(head.size.width),
                                      static_cast<std::uint32_t>(head.size.height),
                                      place.crs,
                                      corner.x / crs->metresPerUnit,
                                      corner.y / crs->metresPerUnit,
                                      place.view.mPerPx / crs->metresPerUnit,
                                      head.dpi,
                                      head.notes};
    auto folder = geodata::FolderBeside::make(file);
    if (!folder) return folder.error();
    auto writer = geodata::WriterProcess::start(place.program, folder->path(), file, job);
    if (!writer) return writer.error();
    return std::unique_ptr<GeoTiffFile>(new GeoTiffFile(file, std::move(*folder), std::move(*writer)));
}

geodata::Status GeoTiffFile::addRows(std::span<const std::uint8_t> rgb) { return m_writer.add(std::as_bytes(rgb)); }

geodata::Status GeoTiffFile::finish() {
    if (auto failed = m_writer.finish()) return failed;
    return geodata::putInPlace(m_folder.path() / geodata::kWrittenName, m_file);
}

}  // namespace viewer
