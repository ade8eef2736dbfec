// SPDX-License-Identifier: Apache-2.0
#include "geodata/grid/curve.hpp"

#include <doctest/doctest.h>

using namespace geodata;

TEST_CASE("a straight curve needs only the first points") {
    const auto pieces = tracedCurve({[](double t) { return MapPoint{t, 2 * t}; }, 0, 100, 0.1});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].size() == 33);
    CHECK(pieces[0].back() == MapPoint{100, 200});
}

TEST_CASE("a bent curve is halved until its chords fit") {
    const auto arc = [](double t) { return MapPoint{1000 * std::cos(t), 1000 * std::sin(t)}; };
    for (const double toleranceM : {10.0, 1.0, 0.01}) {
        const auto pieces = tracedCurve({arc, 0, 6, toleranceM});
        REQUIRE(pieces.size() == 1);
        double worst = 0;
        for (std::size_t i = 1; i < pieces[0].size(); ++i) {
            const MapPoint a = pieces[0][i - 1], b = pieces[0][i];
            worst = std::max(worst, 1000 - std::hypot((a.x + b.x) / 2, (a.y + b.y) / 2));
        }
        CHECK(worst <= toleranceM);
    }
}

TEST_CASE("a curve is cut where it has no points and where it jumps") {
    const double nan = std::nan("");
    const auto gap =
        tracedCurve({[=](double t) { return t > 30 && t < 60 ? MapPoint{nan, nan} : MapPoint{t, 0}; }, 0, 100, 0.1});
    REQUIRE(gap.size() == 2);
    CHECK(gap[0].back().x == doctest::Approx(30).epsilon(0.001));
    CHECK(gap[1].front().x == doctest::Approx(60).epsilon(0.001));
    const auto jump = tracedCurve({[](double t) { return MapPoint{t < 50 ? t : t - 1000, 0}; }, 0, 100, 0.1});
    REQUIRE(jump.size() == 2);
    CHECK(jump[0].back().x == doctest::Approx(50).epsilon(0.001));
    CHECK(jump[1].front().x == doctest::Approx(-950).epsilon(0.001));
    CHECK(tracedCurve({[=](double) { return MapPoint{nan, nan}; }, 0, 1, 1}).empty());
}

TEST_CASE("only what meets the box is kept") {
    const MapBox box{{0, 0}, {10, 10}};
    const std::vector<MapPoint> line{{-20, 5}, {-10, 5}, {5, 5}, {20, 5}, {30, 5}, {30, 8}, {20, 8}, {5, 8}};
    const auto pieces = piecesMeeting(box, line);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0] == std::vector<MapPoint>{{-10, 5}, {5, 5}, {20, 5}});
    CHECK(pieces[1] == std::vector<MapPoint>{{20, 8}, {5, 8}});
    CHECK(piecesMeeting(box, {}).empty());
}
