// SPDX-License-Identifier: Apache-2.0
#pragma once
// A picture file, from its first row to its final name on disk; the name decides the format. Main thread.

#include "viewer/pictures/picture_writer.hpp"

namespace viewer {

class PictureFile {
public:
    virtual ~PictureFile() = default;
    // Three bytes a pixel, whole rows, top first.
    virtual geodata::Status addRows(std::span<const std::uint8_t> rgb) = 0;
    // Call it once every row was added. Afterwards the name holds the whole file, or what it held before.
    virtual geodata::Status finish() = 0;
};

// Where on earth the picture lies, and who can write that down.
struct PicturePlace {
    std::string crs;  // of the map
    layers::MapView view;
    std::filesystem::path program;  // opsmap-loader
};

geodata::Result<std::unique_ptr<PictureFile>> openPictureFile(const std::filesystem::path& file,
                                                              const PictureHead& head, const PicturePlace& place);

}  // namespace viewer
