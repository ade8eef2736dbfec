// SPDX-License-Identifier: Apache-2.0
#pragma once
// Inspects a zip archive (KMZ, spreadsheet, zipped files) before anything is unpacked, and reads its members. The
// loader's child.

#include <filesystem>
#include <string>
#include <vector>

#include "geodata/link/limits.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

bool isArchive(const std::filesystem::path& file);

// Refuses an archive that unpacks to more than limits.zipRatio times its size, or whose list cannot be read; what is no
// archive is let through. A false list does no harm: no more than it states is unpacked.
Status unpacksWithin(const std::filesystem::path& file, const LinkLimits& limits);

// Names of the files in an archive, in its order, without those that macOS adds.
std::vector<std::string> membersOf(const std::filesystem::path& file);

// The path of a member for GDAL, and the member's bytes (empty where it cannot be unpacked).
std::string memberPath(const std::filesystem::path& file, const std::string& member);
std::string memberBytes(const std::filesystem::path& file, const std::string& member);

}  // namespace geodata
