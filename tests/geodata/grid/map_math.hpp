// SPDX-License-Identifier: Apache-2.0
#pragma once
// Both directions of a real transformation, for the tests of the grids.

#include <doctest/doctest.h>

#include <memory>

#include "geodata/crs/transformation.hpp"
#include "geodata/grid/grid.hpp"

namespace geodata {

inline MapMath mathOf(const char* mapCrs) {
    auto made = Transformation::toMap(kLonLatCrs, mapCrs);
    REQUIRE(made);
    const auto shared = std::make_shared<const Transformation>(*std::move(made));
    return {[shared](LonLat p) { return shared->forward(MapPoint{p.lon, p.lat}); },
            [shared](MapPoint p) {
                const MapPoint degrees = shared->inverse(p);
                return LonLat{degrees.x, degrees.y};
            }};
}

inline constexpr const char* kUtm36 = "EPSG:32636";
inline constexpr const char* kPlateCarree = "EPSG:4326";

}  // namespace geodata
