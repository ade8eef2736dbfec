// SPDX-License-Identifier: Apache-2.0
#include "geodata/grid/visible_degrees.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace geodata;

namespace {

// A metre is a degree: what is seen is the box itself.
const MapMath kPlain{[](LonLat p) { return MapPoint{p.lon, p.lat}; }, [](MapPoint p) { return LonLat{p.x, p.y}; }};

// The same where the map ends at 60 degrees.
const MapMath kBounded{kPlain.toMap, [](MapPoint p) {
                           constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
                           return std::abs(p.y) > 60 ? LonLat{kNan, kNan} : LonLat{p.x, p.y};
                       }};

MapBox box(double west, double south, double east, double north) { return {{west, south}, {east, north}}; }

}  // namespace

TEST_CASE("longitudes are told between -180, which is 180, and 180") {
    CHECK(normalLon(0) == 0);
    CHECK(normalLon(180) == 180);
    CHECK(normalLon(-180) == 180);
    CHECK(normalLon(181) == -179);
    CHECK(normalLon(-190) == 170);
    CHECK(normalLon(720) == 0);
    CHECK(normalLon(540) == 180);
    for (double lon = -1000; lon < 1000; lon += 13.7) {
        CHECK(normalLon(lon) > -180);
        CHECK(normalLon(lon) <= 180);
        CHECK(std::abs(std::remainder(normalLon(lon) - lon, 360)) < 1e-9);
    }
}

TEST_CASE("what a box shows is told with a little more, never less") {
    const auto seen = visibleDegrees(box(30, 10, 40, 20), kPlain);
    REQUIRE(seen);
    CHECK(seen->lon.from <= 30);
    CHECK(seen->lon.to >= 40);
    CHECK(seen->lat.from <= 10);
    CHECK(seen->lat.to >= 20);
    CHECK(seen->lon.from > 29);
    CHECK(seen->lon.to < 41);
    CHECK(seen->lat.from > 9);
    CHECK(seen->lat.to < 21);
}

TEST_CASE("over 180 degrees the interval goes on instead of around the world") {
    const MapMath wrapped{kPlain.toMap, [](MapPoint p) { return LonLat{normalLon(p.x), p.y}; }};
    const auto seen = visibleDegrees(box(170, -20, 190, -10), wrapped);
    REQUIRE(seen);
    CHECK(seen->lon.to - seen->lon.from < 22);
    CHECK(seen->lon.from <= 170);
    CHECK(seen->lon.to >= 190);
}

TEST_CASE("latitudes end at the poles") {
    const auto seen = visibleDegrees(box(0, -90, 10, 90), kPlain);
    REQUIRE(seen);
    CHECK(seen->lat.from == -90);
    CHECK(seen->lat.to == 90);
}

TEST_CASE("where the map ends inside the box all of the globe may be seen") {
    const auto seen = visibleDegrees(box(0, 50, 10, 80), kBounded);
    REQUIRE(seen);
    CHECK(seen->lon.from == -180);
    CHECK(seen->lon.to == 180);
    CHECK(seen->lat.from == -90);
    CHECK(seen->lat.to == 90);
}

TEST_CASE("a box off the map shows nothing") { CHECK_FALSE(visibleDegrees(box(0, 70, 10, 80), kBounded)); }
