// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads the style table of a layer, whose keys are named as in SVG and simplestyle. Any thread.

#include <string>
#include <vector>

#include "layers/area/table_reader.hpp"

namespace layers {

// A stroke, casing or marker that is given without its size gets one (1, 1, 6 points), as in SVG.
Style readStyle(const TomlNode& table, Problems& problems);
// All keys that a style knows.
std::vector<std::string> styleKeys();

}  // namespace layers
