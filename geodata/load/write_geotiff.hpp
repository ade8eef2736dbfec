// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes a GeoTIFF from rows as they arrive: compressed, tiled and placed in the map's coordinate system. The
// writer's thread.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>

#include "geodata/link/write_request.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

// Fills the span with the next bytes of the rows.
using NextBytes = std::function<Status(std::span<std::byte>)>;

// An error is a reason, not a sentence.
Status writeGeoTiff(const GeoTiffRequest& job, const std::filesystem::path& file, const NextBytes& next);

}  // namespace geodata
