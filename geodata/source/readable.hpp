// SPDX-License-Identifier: Apache-2.0
#pragma once
// What GDAL opens for a file. Mostly this is the file itself. Archives, spreadsheets, UTF-16 texts, tables below a
// title, features line by line and Shapefiles without an index are prepared in memory first. The loader's child.

#include <memory>
#include <string>
#include <vector>

#include "geodata/link/limits.hpp"
#include "geodata/link/load_request.hpp"
#include "geodata/result/result.hpp"
#include "geodata/source/memory_file.hpp"

namespace geodata {

struct Readable {
    std::string driver;                                    // GDAL's short name
    std::string path;                                      // for GDAL
    std::vector<std::unique_ptr<MemoryFile>> memory = {};  // what the path names, where that is no file on a disk
    std::vector<Warning> notes = {};                       // what of the file is not read
};

// Looks at the content. Refuses what opsmap does not read, and says what it is.
Result<Readable> readableOf(const LoadRequest& request, const LinkLimits& limits);

// Why GDAL could not open what was prepared, in opsmap's words; `gdalText` is GDAL's reason or empty.
Error openingRefused(const LoadRequest& request, const Readable& readable, const std::string& gdalText);

}  // namespace geodata
