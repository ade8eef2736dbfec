// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "geodata/crs/position_text.hpp"
#include "geodata/grid/grid.hpp"

namespace geodata {
namespace {

// Ground metres per pixel at the centre, along x; 0 where there is no answer.
double groundMPerPx(const ScaleBarRequest& request, const MapMath& math) {
    // One pixel to each side: a longer base would measure the projection's change of scale instead.
    const LonLat west = math.toLonLat({request.center.x - request.mPerPx, request.center.y});
    const LonLat east = math.toLonLat({request.center.x + request.mPerPx, request.center.y});
    for (const double degrees : {west.lon, west.lat, east.lon, east.lat})
        if (!std::isfinite(degrees)) return 0;
    if (std::abs(west.lat) > 90 || std::abs(east.lat) > 90) return 0;
    return geodesicDistanceM(west, east) / 2;
}

double longestRoundLength(double mostM) {
    const double power = std::pow(10.0, std::floor(std::log10(mostM)));
    double best = power;
    for (const double factor : {2.0, 5.0, 10.0})  // 10: the logarithm may have rounded down
        if (factor * power <= mostM) best = factor * power;
    return best;
}

std::string lengthText(double lengthM) {
    return lengthM >= 1000 ? fmt::format("{:g} km", lengthM / 1000) : fmt::format("{:g} m", lengthM);
}

}  // namespace

ScaleBar scaleBar(const ScaleBarRequest& request, const MapMath& math) {
    const double mPerPx = groundMPerPx(request, math);
    const double mostM = mPerPx * request.maxPx;
    if (!(mostM > 0) || !std::isfinite(mostM)) return {};
    const double lengthM = longestRoundLength(mostM);
    return {lengthM, lengthM / mPerPx, lengthText(lengthM)};
}

}  // namespace geodata
