// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lines and rings in degrees that step over 180°: longitudes are carried on beyond ±180, so that neighbours are never
// more than half a turn apart, and rings round a pole are closed over it. Used only in geodata/source; the loader's
// child.

#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/source/ogr_handles.hpp"

namespace geodata {

// In place. Where neighbours are more than 180° apart, the second and all after it move by whole turns. The result is
// how far the line's end is from its start by then.
enum class WholeTurn : bool { isStep, isWay };  // an edge from -180 to 180: no step at all, or the way round the earth
void carryOn(std::vector<MapPoint>& line, WholeTurn turn);

enum class Pole : std::int8_t { south = -1, nearest = 0, north = 1 };

// A polygon of rings in degrees, the first of them its outline. A ring that goes round the earth is closed over the
// given pole of its own. Holes are moved to the turn in which the outline is.
struct DegreeRing {
    std::vector<MapPoint> points;  // the first is not repeated
    Pole pole = Pole::nearest;
};
ogr::Geometry polygonOf(std::vector<DegreeRing> rings, WholeTurn turn);

// Whether a coordinate of the geometry is no number.
bool holdsNoNumber(OGRGeometryH geometry);

// For formats whose programs draw the short way: KML and GPX. The same geometry where no edge is longer than 180°.
// Places that are none are left out.
ogr::Geometry theShortWay(ogr::Geometry geometry);

}  // namespace geodata
