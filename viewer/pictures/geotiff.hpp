// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes GeoTIFF files: the rows go to opsmap-loader as they are drawn, which compresses and places them with GDAL.
// Nothing of the picture is kept here. Main thread.

#include "geodata/link/writer_process.hpp"
#include "geodata/store/write_file.hpp"
#include "viewer/pictures/picture_file.hpp"

namespace viewer {

class GeoTiffFile : public PictureFile {
public:
    static geodata::Result<std::unique_ptr<GeoTiffFile>> open(const std::filesystem::path& file,
                                                              const PictureHead& head, const PicturePlace& place);

    geodata::Status addRows(std::span<const std::uint8_t> rgb) override;
    geodata::Status finish() override;

private:
    GeoTiffFile(std::filesystem::path file, geodata::FolderBeside folder, geodata::WriterProcess writer)
        : m_file(std::move(file)), m_folder(std::move(folder)), m_writer(std::move(writer)) {}

    std::filesystem::path m_file;
    geodata::FolderBeside m_folder;
    geodata::WriterProcess m_writer;  // ends before its folder goes
};

}  // namespace viewer
