// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_file.hpp"

#include "geodata/store/write_file.hpp"
#include "viewer/pictures/geotiff.hpp"
#include "viewer/pictures/picture_format.hpp"

namespace viewer {
namespace {

// Formats that are encoded in memory and written whole.
class EncodedFile : public PictureFile {
public:
    EncodedFile(std::filesystem::path file, std::unique_ptr<PictureWriter> writer)
        : m_file(std::move(file)), m_writer(std::move(writer)) {}

    geodata::Status addRows(std::span<const std::uint8_t> rgb) override { return m_writer->addRows(rgb); }
    geodata::Status finish() override {
        const auto bytes = m_writer->finish();
        if (!bytes) return bytes.error();
        return geodata::writeFile(m_file, *bytes);
    }

private:
    std::filesystem::path m_file;
    std::unique_ptr<PictureWriter> m_writer;
};

}  // namespace

geodata::Result<std::unique_ptr<PictureFile>> openPictureFile(const std::filesystem::path& file,
                                                              const PictureHead& head, const PicturePlace& place) {
    const auto format = pictureFormatOf(file);
    if (!format) return format.error();
    if (*format == PictureFormat::geoTiff) {
        auto tiff = GeoTiffFile::open(file, head, place);
        if (!tiff) return tiff.error();
        return std::unique_ptr<PictureFile>(std::move(*tiff));
    }
    auto writer = writerFor(file, head);
    if (!writer) return writer.error();
    return std::unique_ptr<PictureFile>(std::make_unique<EncodedFile>(file, std::move(*writer)));
}

}  // namespace viewer
