// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "tessellate" for lines: a strip two vertices wide, with joins and caps. Vertices carry a direction in half
// widths and the shader widens them, so one mesh serves every width, casing and screen. Any thread.

#include "geodata/tiles/clip.hpp"
#include "geodata/tiles/mesh.hpp"

namespace geodata {

struct LineShape {
    bool mitreJoins = false;  // otherwise round
    bool roundCaps = false;   // otherwise butt
    bool hairline = false;    // so narrow that a join's form cannot be seen: the cheapest is taken
    bool operator==(const LineShape&) const = default;
};

// Appends one piece; caps only where the piece has the line's own end. `origin` as in addFill.
void addLine(LineMesh& mesh, const LinePiece& piece, LineShape shape, MapPoint origin);

}  // namespace geodata
