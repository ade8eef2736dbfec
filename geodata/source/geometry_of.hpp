#pragma once
// OGR's geometry as ours: curves made straight, heights dropped, collections taken apart. Used inside geodata/source.

#include <span>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/source/ogr_handles.hpp"
#include "geodata/source/source.hpp"

namespace geodata {

// One per kind: a collection of points and areas gives two. Empty parts are left out.
std::vector<Geometry> geometriesOf(OGRGeometryH geometry);

// What of the geometry lies in the window, pieces beyond ±180° moved to where the window shows them. Wholly inside: the
// same geometry, so that borders stay shared to the last bit. Null: nothing is left.
ogr::Geometry cutTo(const DegreeWindow& window, ogr::Geometry geometry);

// Whether nothing of these points, in degrees, would be cut.
bool liesWithin(std::span<const MapPoint> points, const DegreeWindow& window);

}  // namespace geodata
