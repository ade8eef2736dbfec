// SPDX-License-Identifier: Apache-2.0
#pragma once
// Chooses the reader of a file by the file's content. GDAL itself is never asked, because it would try all its
// drivers. The loader's child.

#include <filesystem>
#include <string>
#include <vector>

#include "geodata/result/result.hpp"

namespace geodata {

// The promised formats' drivers, one by one, and the settings under which they may run. Once per process.
void registerDrivers();
// Instead of these the drivers of the pictures' formats, for the process that writes one.
void registerWriters();

// Where GDAL's and PROJ's own data lie: the files besides the source that reading one needs.
std::vector<std::filesystem::path> libraryDataFolders();

// GDAL's short name of the driver for this content.
Result<std::string> driverFor(const std::filesystem::path& file);

}  // namespace geodata
