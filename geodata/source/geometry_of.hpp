// SPDX-License-Identifier: Apache-2.0
#pragma once
// Converts an OGR geometry to the program's own type. Curves become straight lines, heights are dropped and
// collections are taken apart. Used only in geodata/source; the loader's child.

#include <span>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/source/ogr_handles.hpp"
#include "geodata/source/window.hpp"

namespace geodata {

// One per kind: a collection of points and areas gives two. Empty parts are left out.
std::vector<Geometry> geometriesOf(OGRGeometryH geometry);

// What of the geometry lies in the window, pieces beyond ±180° moved to where the window shows them. Wholly inside: the
// same geometry, so that borders stay shared to the last bit. Null: nothing is left.
ogr::Geometry cutTo(const DegreeWindow& window, ogr::Geometry geometry);

// Whether nothing of these points, in degrees, would be cut.
bool liesWithin(std::span<const MapPoint> points, const DegreeWindow& window);

}  // namespace geodata
