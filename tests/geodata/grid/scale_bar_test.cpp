// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/position_text.hpp"
#include "map_math.hpp"

using namespace geodata;

TEST_CASE("a scale bar is the longest round length that fits") {
    const MapMath math = mathOf(kUtm36);
    const MapPoint naqoura = math.toMap({35.1, 33.1});
    const ScaleBar bar = scaleBar({naqoura, 30, 200}, math);
    CHECK(bar.lengthM == 5000);
    CHECK(bar.label == "5 km");
    CHECK(bar.lengthPx == doctest::Approx(5000 / 30.0).epsilon(0.001));
    CHECK(scaleBar({naqoura, 3, 200}, math).label == "500 m");
    CHECK(scaleBar({naqoura, 0.003, 200}, math).label == "0.5 m");
    CHECK(scaleBar({naqoura, 1000, 200}, math).label == "100 km");
}

TEST_CASE("a scale bar is true on the ground, not on the map") {
    const MapMath math = mathOf(kPlateCarree);
    for (const double lat : {0.0, 33.0, 60.0, -85.0}) {
        const MapPoint center = math.toMap({20, lat});
        const ScaleBar bar = scaleBar({center, 100, 300}, math);
        REQUIRE(bar.lengthM > 0);
        const double halfM = bar.lengthPx * 100 / 2;
        const double ground =
            geodesicDistanceM(math.toLonLat({center.x - halfM, center.y}), math.toLonLat({center.x + halfM, center.y}));
        CHECK(ground == doctest::Approx(bar.lengthM).epsilon(0.001));
        CHECK(bar.lengthPx <= 300);
        CHECK(bar.lengthPx > 300 / 2.6);
    }
}

TEST_CASE("a scale bar fits at every scale") {
    const MapMath math = mathOf(kUtm36);
    for (double mPerPx = 0.001; mPerPx < 2e4; mPerPx *= 1.37) {
        const ScaleBar bar = scaleBar({{500000, 3.7e6}, mPerPx, 160}, math);
        CHECK(bar.lengthPx <= 160 * (1 + 1e-12));
        CHECK(bar.lengthPx > 160 / 2.6);
        CHECK_FALSE(bar.label.empty());
    }
}

TEST_CASE("a centre without position has no scale bar") {
    const MapMath math = mathOf(kPlateCarree);
    CHECK(scaleBar({{0, 95 * kPlateCarreeMetresPerDegree}, 100, 200}, math).label.empty());
    CHECK(scaleBar({{std::nan(""), 0}, 100, 200}, math).lengthM == 0);
    CHECK(scaleBar({{0, 0}, 0, 200}, math).lengthM == 0);
}
