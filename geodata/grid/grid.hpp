#pragma once
// Graticule and scale bar as values: which lines and lengths fit a view. Any thread.

#include <functional>
#include <string>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

enum class GridAxis : std::uint8_t { meridian, parallel };

struct GridLine {
    GridAxis axis = GridAxis::meridian;
    double degrees = 0;
    std::string label;               // "35° 30′ E"
    std::vector<MapPoint> points;    // as the projection curves it, densified to `toleranceM`
};

struct GridRequest {
    MapBox box;                      // what is seen, metres
    double mPerPx = 1;
    double minSpacingPx = 250;       // between neighbouring lines, at least
};

// Lines at round steps (30°…1″) that cross the box; uses both directions of the map's transformation, NaN-tolerant.
struct MapMath {
    std::function<MapPoint(LonLat)> toMap;
    std::function<LonLat(MapPoint)> toLonLat;
};
std::vector<GridLine> graticule(const GridRequest& request, const MapMath& math);

// The longest round length (1, 2, 5 × 10^n metres) whose bar is at most `maxPx` long at the map's centre, true there:
// measured geodesically by `distanceM` along the parallel through the centre.
struct ScaleBar {
    double lengthM = 0;
    double lengthPx = 0;
    std::string label;               // "5 km"
};
struct ScaleBarRequest {
    MapPoint center;
    double mPerPx = 1;
    double maxPx = 200;
};
ScaleBar scaleBar(const ScaleBarRequest& request, const MapMath& math);

}  // namespace geodata
