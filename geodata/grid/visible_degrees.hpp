// SPDX-License-Identifier: Apache-2.0
#pragma once
// Computes which part of the globe a box of the map shows, in degrees. Internal to the grids; any thread.

#include <optional>

#include "geodata/grid/grid.hpp"

namespace geodata {

struct DegreeInterval {
    double from = 0, to = 0;  // degrees; longitudes may run past 180
};
struct VisibleDegrees {
    DegreeInterval lon, lat;
};

// A little more rather than less: lines outside are dropped later. Nothing where no point of the box has a position.
std::optional<VisibleDegrees> visibleDegrees(const MapBox& box, const MapMath& math);

// (-180, 180]
double normalLon(double lon);

}  // namespace geodata
