// SPDX-License-Identifier: Apache-2.0
#include "geodata/geometry/geometry.hpp"

#include <doctest/doctest.h>

using namespace geodata;

TEST_CASE("a box is empty until a point is in it") {
    MapBox box;
    CHECK(box.empty());
    box = extended(box, {3, 4});
    CHECK_FALSE(box.empty());
    CHECK(box.contains({3, 4}));
    CHECK(united(box, MapBox{}) == box);
    CHECK(united(MapBox{}, box) == box);
}

TEST_CASE("area keeps its sign and its size far from the origin") {
    const double o = 5e6;
    const std::vector<MapPoint> square{{o, o}, {o + 0.5, o}, {o + 0.5, o + 0.5}, {o, o + 0.5}};
    const std::vector<MapPoint> reversed(square.rbegin(), square.rend());
    CHECK(signedDoubleArea(square) == doctest::Approx(0.5).epsilon(1e-9));
    CHECK(signedDoubleArea(reversed) == doctest::Approx(-0.5).epsilon(1e-9));
    CHECK(signedDoubleArea({}) == 0);
}

TEST_CASE("parts come back as they were added") {
    Geometry g{GeometryKind::line, {}, {}};
    const std::vector<MapPoint> a{{0, 0}, {1, 1}}, b{{2, 2}, {3, 3}, {4, 4}};
    g.addPart(a);
    g.addPart(b);
    REQUIRE(g.partCount() == 2);
    CHECK(std::vector<MapPoint>(g.part(0).begin(), g.part(0).end()) == a);
    CHECK(std::vector<MapPoint>(g.part(1).begin(), g.part(1).end()) == b);
}
