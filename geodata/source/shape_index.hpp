// SPDX-License-Identifier: Apache-2.0
#pragma once
// Makes the index (.shx) of a Shapefile from its shapes, for files that come without one. Pure; any thread.

#include <string>
#include <string_view>

namespace geodata {

// The bytes of the .shx for the bytes of a .shp. A shape that is cut off at the end is left out.
std::string shapeIndexOf(std::string_view shapes);

}  // namespace geodata
