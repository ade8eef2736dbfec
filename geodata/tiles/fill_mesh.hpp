#pragma once
// The step "tessellate" for areas: rings to triangles by the even-odd rule, so holes, self-crossing rings and slivers
// fill as they should. GLU's tessellator does it. Any thread.

#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/tiles/mesh.hpp"

namespace geodata {

// Appends the triangles of one polygon's rings (metres) to the mesh, relative to `origin`.
void addFill(FillMesh& mesh, const std::vector<std::vector<MapPoint>>& rings, MapPoint origin);

}  // namespace geodata
