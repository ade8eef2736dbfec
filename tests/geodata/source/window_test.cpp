// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/window.hpp"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

void checkWindow(const DegreeWindow& window, const DegreeWindow& expected) {
    CHECK(window.west == doctest::Approx(expected.west).epsilon(1e-9));
    CHECK(window.south == doctest::Approx(expected.south).epsilon(1e-9));
    CHECK(window.east == doctest::Approx(expected.east).epsilon(1e-9));
    CHECK(window.north == doctest::Approx(expected.north).epsilon(1e-9));
}

}  // namespace

TEST_CASE("a map in degrees, or in a system that nobody knows, can show the whole world") {
    checkWindow(windowOf("EPSG:4326"), {-180, -90, 180, 90});
    checkWindow(windowOf("no such system"), {-180, -90, 180, 90});
    checkWindow(windowOf(""), {-180, -90, 180, 90});
}

TEST_CASE("a UTM map reaches sixty degrees from its meridian, also beyond 180°") {
    checkWindow(windowOf("EPSG:32636"), {33 - 60, -84, 33 + 60, 84});
    checkWindow(windowOf("EPSG:32736"), {33 - 60, -84, 33 + 60, 84});  // the south has the same window
    checkWindow(windowOf("EPSG:32660"), {177 - 60, -84, 177 + 60, 84});
    checkWindow(windowOf("EPSG:32601"), {-177 - 60, -84, -177 + 60, 84});
}

TEST_CASE("a Mercator map ends before the poles, on both sides of its own meridian") {
    checkWindow(windowOf("EPSG:3857"), {-180, -85.06, 180, 85.06});
    checkWindow(windowOf("EPSG:3395"), {-180, -85.06, 180, 85.06});
    checkWindow(windowOf("EPSG:3832"), {150 - 180, -85.06, 150 + 180, 85.06});  // PDC Mercator, around 150° E
}

TEST_CASE("a polar map shows its own pole and a little beyond the equator") {
    checkWindow(windowOf("EPSG:32661"), {-180, -20, 180, 90});
    checkWindow(windowOf("EPSG:32761"), {-180, -90, 180, 20});
    checkWindow(windowOf("EPSG:3031"), {-180, -90, 180, 20});
}

TEST_CASE("a conic map stops short of the pole that it cannot show") {
    checkWindow(windowOf("EPSG:3034"), {10 - 180, -60, 10 + 180, 85});
    checkWindow(windowOf("EPSG:3035"), {10 - 180, -90, 10 + 180, 90});  // equal-area azimuthal: the whole world
}

TEST_CASE("no window is wider than the world, and one off Greenwich keeps clear of its seam") {
    for (const char* crs : {"EPSG:4326", "EPSG:3857", "EPSG:32636", "EPSG:3034", "EPSG:3035", "EPSG:3832"}) {
        CAPTURE(crs);
        const DegreeWindow window = windowOf(crs);
        CHECK(window.east - window.west <= 360);
        CHECK(window.west < window.east);
        CHECK(window.south < window.north);
    }
    const DegreeWindow conic = windowOf("EPSG:3034");
    CHECK(conic.west > 10.0 - 180);
    CHECK(conic.east < 10.0 + 180);
}
