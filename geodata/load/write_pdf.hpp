// SPDX-License-Identifier: Apache-2.0
#pragma once
// Composes one PDF sheet from many pages with GDAL. Each page belongs to a layer that a PDF reader can switch, and
// the sheet is placed in the map's coordinate system. The writer's thread.

#include <filesystem>

#include "geodata/link/write_request.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

// An error is a reason, not a sentence.
Status writePdf(const PdfRequest& job, const std::filesystem::path& folder);

// What GDAL is told, as XML; apart for tests.
Result<std::string> compositionOf(const PdfRequest& job, const std::filesystem::path& folder);

}  // namespace geodata
