// SPDX-License-Identifier: Apache-2.0
#pragma once
// Formats and parses positions (MGRS, UTM, latitude and longitude) and computes geodesic distances, with
// GeographicLib. Any thread.

#include <string>
#include <string_view>

#include "geodata/geometry/geometry.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

// "36S YB 12345 67890"; `digits` per axis 0–5 (5 = 1 m). Truncated, never rounded: a reference names a square.
// Empty where latitude or longitude are no position.
std::string mgrsText(LonLat position, int digits = 5);
// "36N 712345E 3667890N", rounded to so many metres; UPS near the poles ("N 2000000E 2000000N").
std::string utmText(LonLat position, double stepM = 1);
// "33.27312° N 35.20312° E"; `decimals` 0–5 (5 = 1 m).
std::string lonLatText(LonLat position, int decimals = 5);

// The square that an MGRS reference names: its centre and its side in metres (100 000 to 1).
struct MgrsSquare {
    LonLat center;
    double sideM = 0;
};
// In any case; with or without spaces, dashes, slashes or commas between its groups and "MGRS" before it.
Result<MgrsSquare> parseMgrs(std::string_view text);

// Metres along the WGS 84 ellipsoid.
double geodesicDistanceM(LonLat a, LonLat b);

}  // namespace geodata
