// SPDX-License-Identifier: Apache-2.0
#pragma once
// Coordinates of the universal grids: UTM in its zones, UPS at the poles, and the zones and squares of the military
// grid, including the exceptions for Norway and Svalbard. GeographicLib computes them. Any thread.

#include <string>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

struct UtmZone {
    int number = 0;     // 1–60; 0: UPS
    bool north = true;  // false: northings count from 10 000 000 m at the equator downwards

    bool operator==(const UtmZone&) const = default;
};

struct GridMetres {
    double easting = 0, northing = 0;
};

// Beyond the zone's own borders too, as neighbouring sheets need; NaN where there is no answer.
GridMetres utmOf(LonLat position, UtmZone zone);
LonLat lonLatOf(GridMetres place, UtmZone zone);

// "36S" and the degrees it covers; at the poles "A", "B", "Y", "Z".
struct GridZone {
    UtmZone zone;
    std::string name;
    double west = 0, south = 0, east = 0, north = 0;

    bool contains(LonLat p) const { return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north; }
};
// All of the globe once, from south to north.
const std::vector<GridZone>& gridZones();

// The two letters of the 100 km square that holds the place; empty where MGRS has none.
std::string squareLetters(GridMetres place, const GridZone& zone);

}  // namespace geodata
