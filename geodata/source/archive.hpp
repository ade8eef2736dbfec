// SPDX-License-Identifier: Apache-2.0
#pragma once
// Inspects a zip archive (KMZ) before anything is unpacked. The loader's child.

#include <filesystem>

#include "geodata/link/limits.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

// Refuses an archive that unpacks to more than limits.zipRatio times its size, or whose list cannot be read; what is no
// archive is let through. A false list does no harm: no more than it states is unpacked.
Status unpacksWithin(const std::filesystem::path& file, const LinkLimits& limits);

}  // namespace geodata
