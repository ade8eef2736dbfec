// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/projection.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace viewer;

namespace {

Projection projected(const char* crs) {
    auto projection = Projection::of(crs);
    REQUIRE_MESSAGE(projection, projection.error().text);
    return std::move(*projection);
}

}  // namespace

TEST_CASE("both ways of the map's mathematics are each other's") {
    for (const char* crs : {"EPSG:32636", "EPSG:3857", "EPSG:4326", "ESRI:54030"}) {
        const Projection projection = projected(crs);
        for (double lon = 30; lon <= 36; lon += 1.5)
            for (double lat = 30; lat <= 35; lat += 1) {
                const geodata::LonLat back = projection.math().toLonLat(projection.math().toMap({lon, lat}));
                CHECK(back.lon == doctest::Approx(lon).epsilon(1e-6));
                CHECK(back.lat == doctest::Approx(lat).epsilon(1e-6));
            }
    }
}

TEST_CASE("the box of a rectangle of degrees holds its curved edges") {
    const Projection projection = projected("EPSG:32636");
    const geodata::LonLatBox degrees{30, 32, 36, 36};
    const geodata::MapBox box = projection.boxOf(degrees);
    for (double t = 0; t <= 1; t += 0.05)
        for (const geodata::LonLat p :
             {geodata::LonLat{30 + 6 * t, 32}, {30 + 6 * t, 36}, {30, 32 + 4 * t}, {36, 32 + 4 * t}}) {
            const geodata::MapPoint at = projection.math().toMap(p);
            CHECK(at.x >= box.min.x - 1);
            CHECK(at.x <= box.max.x + 1);
            CHECK(at.y >= box.min.y - 1);
            CHECK(at.y <= box.max.y + 1);
        }
    const geodata::MapPoint bottom = projection.math().toMap({30, 32});
    CHECK(box.min.y < bottom.y - 1000);  // in its middle the lower edge lies below its corners
}

TEST_CASE("degrees that cannot be placed have an empty box") {
    CHECK(projected("EPSG:3857").boxOf({0, 91, 10, 95}).empty());
}

TEST_CASE("the degrees of a box are a little more than it shows") {
    const Projection projection = projected("EPSG:32636");
    const geodata::MapBox box = projection.boxOf({35, 33, 35.5, 33.5});
    const auto degrees = projection.degreesOf(box);
    REQUIRE(degrees);
    CHECK(degrees->west <= 35);
    CHECK(degrees->south <= 33);
    CHECK(degrees->east >= 35.5);
    CHECK(degrees->north >= 33.5);
    CHECK(degrees->west > 34.8);
    CHECK(degrees->north < 33.7);
}

TEST_CASE("what crosses 180 degrees has no degrees, and a cap has all longitudes") {
    const Projection pacific = projected("EPSG:3832");  // around 150 degrees east
    CHECK_FALSE(pacific.degreesOf(pacific.boxOf({175, -20, -175, -10})));
    const Projection polar = projected("EPSG:3995");
    const auto around = polar.degreesOf({{-1e6, -1e6}, {1e6, 1e6}});
    REQUIRE(around);  // the cap around the pole: all longitudes
    CHECK(around->west == -180);
    CHECK(around->east == 180);
    CHECK(around->north == 90);
    CHECK(around->south < 82);
}

TEST_CASE("a system that there is not is a sentence") {
    const auto none = Projection::of("EPSG:1");
    REQUIRE_FALSE(none);
    CHECK(none.error().text.find("EPSG:1") != std::string::npos);
}
