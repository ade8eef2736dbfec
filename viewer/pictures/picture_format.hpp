// SPDX-License-Identifier: Apache-2.0
#pragma once
// The picture format that a file name asks for. Any thread.

#include <cstdint>
#include <filesystem>

#include "geodata/result/result.hpp"

namespace viewer {

enum class PictureFormat : std::uint8_t { png, jpeg, webp, geoTiff, pdf };

geodata::Result<PictureFormat> pictureFormatOf(const std::filesystem::path& file);

}  // namespace viewer
