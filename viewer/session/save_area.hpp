// SPDX-License-Identifier: Apache-2.0
#pragma once
// "Save to area": writes the user's changes to the edits file beside the area file, so that everybody who opens the
// area has them. The file is small. Main thread.

#include <filesystem>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/document.hpp"

namespace viewer {

// `files`: what the window was opened with. Returns the edits file. Refused where files were opened without an area
// file, and where the folder may not be written.
geodata::Result<std::filesystem::path> saveToArea(const std::vector<std::filesystem::path>& files,
                                                  const layers::Document& now);

}  // namespace viewer
