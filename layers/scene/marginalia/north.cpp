// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/north.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geodata/crs/utm.hpp"

namespace layers {
namespace {

constexpr double kStepM = 100;  // short enough to be straight, long enough for doubles
constexpr double kStepDeg = 0.001;

std::optional<double> directionDeg(MapPoint from, MapPoint to) {
    const double degrees = std::atan2(to.x - from.x, to.y - from.y) * 180 / std::numbers::pi;
    return std::isfinite(degrees) ? std::optional(degrees) : std::nullopt;
}

std::optional<double> gridNorthDeg(geodata::LonLat p, MapPoint at, const geodata::MapMath& math) {
    const auto zone =
        std::ranges::find_if(geodata::gridZones(), [&](const geodata::GridZone& z) { return z.contains(p); });
    if (zone == geodata::gridZones().end()) return {};
    const geodata::GridMetres metres = geodata::utmOf(p, zone->zone);
    return directionDeg(at, math.toMap(geodata::lonLatOf({metres.easting, metres.northing + kStepM}, zone->zone)));
}

double turned(double degrees) { return std::remainder(degrees, 360.0); }

}  // namespace

std::optional<geodata::LonLat> middleOf(const MapView& view, const geodata::MapMath& math) {
    const geodata::LonLat p = math.toLonLat(view.center);
    if (!std::isfinite(p.lon) || !(std::abs(p.lat) < 90)) return {};
    return p;
}

std::optional<Norths> northsAt(const MapView& view, const geodata::MapMath& math,
                               const std::optional<geodata::Declination>& declination) {
    const auto p = middleOf(view, math);
    if (!p) return {};
    // Southwards and back, so that the pole itself is never passed.
    const auto toTrue = p->lat > 89 ? directionDeg(math.toMap({p->lon, p->lat - kStepDeg}), view.center)
                                    : directionDeg(view.center, math.toMap({p->lon, p->lat + kStepDeg}));
    const auto toGrid = gridNorthDeg(*p, view.center, math);
    if (!toTrue || !toGrid) return {};
    Norths norths{*toGrid, *toTrue, {}};
    if (declination) norths.magneticDeg = turned(*toTrue + declination->degrees);
    return norths;
}

}  // namespace layers
