// SPDX-License-Identifier: Apache-2.0
#pragma once
// The part of the world that a map can show, in degrees, found from the map's CRS before the step "read" cuts to it.
// The loader's child.

#include <string>

namespace geodata {

// The part of the world, in degrees, that a map CRS can show; what lies outside is cut.
struct DegreeWindow {
    double west = -180, south = -90, east = 180, north = 90;  // east - west <= 360; may reach beyond ±180
};
DegreeWindow windowOf(const std::string& mapCrs);

}  // namespace geodata
