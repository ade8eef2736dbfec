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

TEST_CASE("a ring is turned as its place asks") {
    const std::vector<MapPoint> left{{0, 0}, {1, 0}, {1, 1}}, right{{0, 0}, {1, 1}, {1, 0}};
    for (const auto& ring : {left, right}) {
        std::vector<MapPoint> outline = ring, hole = ring;
        turnRing(outline, false);
        turnRing(hole, true);
        CHECK(signedDoubleArea(outline) == doctest::Approx(1));
        CHECK(signedDoubleArea(hole) == doctest::Approx(-1));
        CHECK(beginsPolygon(outline));
        CHECK(!beginsPolygon(hole));
    }
    std::vector<MapPoint> flat{{0, 0}, {1, 0}, {2, 0}}, none;
    turnRing(flat, true);
    turnRing(none, true);
    CHECK(flat[1] == MapPoint{1, 0});
    CHECK(!beginsPolygon(none));
}

TEST_CASE("a ring so thin that its simplification may have turned it belongs to the polygon before it") {
    const std::vector<MapPoint> thin{{0, 0}, {100, 0}, {100, 1}, {0, 1}};
    CHECK(beginsPolygon(thin));
    CHECK(beginsPolygon(thin, 0.5));
    CHECK(!beginsPolygon(thin, 2));
}

TEST_CASE("rings are gathered to polygons, the first one always begins") {
    const std::vector<MapPoint> outline{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, hole{{1, 1}, {1, 2}, {2, 2}, {2, 1}};
    using Ends = std::vector<std::size_t>;
    using Rings = std::vector<std::vector<MapPoint>>;
    CHECK(polygonEnds({}, 0) == Ends{});
    CHECK(polygonEnds(Rings{outline}, 0) == Ends{1});
    CHECK(polygonEnds(Rings{outline, hole, hole, outline, outline, hole}, 0) == Ends{3, 4, 6});
    CHECK(polygonEnds(Rings{hole, hole}, 0) == Ends{2});
}
