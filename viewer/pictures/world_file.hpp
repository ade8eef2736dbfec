// SPDX-License-Identifier: Apache-2.0
#pragma once
// The two texts beside a picture that place it in its coordinate system: the world file and the .prj. Any thread.

#include <filesystem>
#include <string>

#include "layers/model/map_view.hpp"

namespace viewer {

// Size of a pixel and the centre of the upper left one, in the system's units; `metresPerUnit` as geodata::crsFileOf
// gives it.
std::string worldFileText(const layers::MapView& view, double metresPerUnit);
// "map.pgw" for "map.png": first and last letter of the ending, then w.
std::filesystem::path worldFileName(const std::filesystem::path& picture);

}  // namespace viewer
