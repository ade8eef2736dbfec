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

// The geometry without curve types, as straight lines that lie within the tolerance of its arcs, in its own units.
ogr::Geometry straightened(ogr::Geometry geometry, double tolerance);

// Ends a ring whose points are the polygons' last ones, from `begin`: turned as its place asks. False, and nothing is
// done: it has fewer than three points, or is a hole without area.
bool endRing(Geometry& polygons, std::size_t begin, bool isHole);

// One per kind: a collection of points and areas gives two. Empty parts are left out. The geometry has no curves.
std::vector<Geometry> geometriesOf(OGRGeometryH geometry);

// What of the geometry lies in the window, pieces beyond ±180° moved to where the window shows them. Wholly inside: the
// same geometry, so that borders stay shared to the last bit. Null: nothing is left.
ogr::Geometry cutTo(const DegreeWindow& window, ogr::Geometry geometry);

// Whether nothing of these points, in degrees, would be cut.
bool liesWithin(std::span<const MapPoint> points, const DegreeWindow& window);

}  // namespace geodata
