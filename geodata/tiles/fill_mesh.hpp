// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "tessellate" for areas: GLU's tessellator turns rings into triangles by the even-odd rule, so that holes,
// self-crossing rings and slivers fill correctly. Any thread.

#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/tiles/mesh.hpp"

namespace geodata {

// Appends the triangles of one polygon's rings (metres) to the mesh, relative to `origin`.
void addFill(FillMesh& mesh, const std::vector<std::vector<MapPoint>>& rings, MapPoint origin);

}  // namespace geodata
