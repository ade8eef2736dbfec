// SPDX-License-Identifier: Apache-2.0
#pragma once
// Encodes a picture from rows as they are drawn; the file name decides the format. Any thread.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/map_view.hpp"

namespace viewer {

// What is written beside the pixels, where the format has room for it.
struct PictureHead {
    layers::ScreenSize size;
    double dpi = 0;                                          // 0: none is written
    std::vector<std::pair<std::string, std::string>> notes;  // keyword (Latin letters) and UTF-8 text, in PNG only
};

class PictureWriter {
public:
    virtual ~PictureWriter() = default;
    // Three bytes a pixel, whole rows, top first.
    virtual geodata::Status addRows(std::span<const std::uint8_t> rgb) = 0;
    // The file's bytes, once every row was added.
    virtual geodata::Result<std::vector<std::byte>> finish() = 0;
};

// For the formats that are encoded here, by the name's ending; the error names the formats that there are.
geodata::Result<std::unique_ptr<PictureWriter>> writerFor(const std::filesystem::path& file, const PictureHead& head);

}  // namespace viewer
