// SPDX-License-Identifier: Apache-2.0
#pragma once
// The graticule and the scale bar as values: which lines and lengths fit a view. Any thread.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

enum class GridAxis : std::uint8_t { meridian, parallel };

struct GridLine {
    GridAxis axis = GridAxis::meridian;
    double degrees = 0;
    std::string label;             // "35° 30′ E"; "0°" and "180°" belong to no hemisphere
    std::vector<MapPoint> points;  // as the projection curves it: no chord is farther than 0.25 px from the true line
};

struct GridRequest {
    MapBox box;  // what is seen, metres
    double mPerPx = 1;
    double minSpacingPx = 250;  // between neighbouring lines, at least

    bool operator==(const GridRequest&) const = default;
};

// Lines at round steps (90°, 60°, 30°…1″) that meet the box; uses both directions of the map's transformation,
// NaN-tolerant. Meridians and parallels have each their own step. A line that leaves the box or the projection's domain
// and comes back is several lines of one name. The spacing holds at the box's corners, sides and centre, except within
// 10° of a pole, where meridians must meet.
struct MapMath {
    std::function<MapPoint(LonLat)> toMap;
    std::function<LonLat(MapPoint)> toLonLat;
};
struct GraticuleSteps {
    int meridianSec = 0, parallelSec = 0;  // seconds of arc; 0: nothing is seen

    bool operator==(const GraticuleSteps&) const = default;
};
GraticuleSteps graticuleSteps(const GridRequest& request, const MapMath& math);
std::vector<GridLine> graticule(const GridRequest& request, const MapMath& math);
// At steps that were chosen for another box, so that lines can be had for more than is seen.
std::vector<GridLine> graticule(const GridRequest& request, const MapMath& math, const GraticuleSteps& steps);

// The longest round length (1, 2, 5 × 10^n metres) whose bar is at most `maxPx` long at the map's centre, true there:
// measured geodesically along the map's x direction. Length 0 and no label where the centre has no position.
struct ScaleBar {
    double lengthM = 0;
    double lengthPx = 0;
    std::string label;  // "5 km"
};
struct ScaleBarRequest {
    MapPoint center;
    double mPerPx = 1;
    double maxPx = 200;
};
ScaleBar scaleBar(const ScaleBarRequest& request, const MapMath& math);

}  // namespace geodata
