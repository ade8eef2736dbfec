#pragma once
// One PDF sheet of many pages: each belongs to a layer that a reader of the PDF can switch, the sheet is placed in the
// map's coordinate system. GDAL's PDF composition does it. The writer's thread.

#include <filesystem>

#include "geodata/link/write_request.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

// An error is a reason, not a sentence.
Status writePdf(const PdfRequest& job, const std::filesystem::path& folder);

// What GDAL is told, as XML; apart for tests.
Result<std::string> compositionOf(const PdfRequest& job, const std::filesystem::path& folder);

}  // namespace geodata
