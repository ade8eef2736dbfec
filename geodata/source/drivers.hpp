// SPDX-License-Identifier: Apache-2.0
#pragma once
// Chooses the reader of a file by the file's content. GDAL itself is never asked, because it would try all its
// drivers. The loader's child.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/result/result.hpp"

namespace geodata {

// The promised formats' drivers, one by one, and the settings under which they may run. Once per process.
void registerDrivers();
// Instead of these the drivers of the pictures' formats, for the process that writes one.
void registerWriters();

// Where GDAL's and PROJ's own data lie: the files besides the source that reading one needs.
std::vector<std::filesystem::path> libraryDataFolders();

// GDAL's short name of the driver for content that starts like this; empty: opsmap does not read it. Tables are known
// by the ending of the file's name alone.
std::string driverOf(std::string_view head, const std::string& extension);

// What content is that no driver reads, and what to do with it.
struct ContentRefusal {
    std::string reason, advice;
};
ContentRefusal refusalOfContent(std::string_view head);

// "Shapefile": what people call a driver's format.
std::string formatName(const std::string& driver);

// The same of a file, with a sentence where none reads it.
Result<std::string> driverFor(const std::filesystem::path& file);

}  // namespace geodata
