// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/area_of_use.hpp"

#include <doctest/doctest.h>

using namespace geodata;

TEST_CASE("an area holds what lies in it, with the margin that is given") {
    const AreaOfUse area{30, 0, 36, 84};  // UTM zone 36 north
    CHECK(area.holds({33, 33}, 0));
    CHECK(area.holds({30, 0}, 0));
    CHECK_FALSE(area.holds({36.5, 33}, 0));
    CHECK(area.holds({36.5, 33}, 1));
    CHECK_FALSE(area.holds({33, -0.5}, 0));
    CHECK(area.holds({33, -0.5}, 1));
    CHECK_FALSE(area.holds({33, 86}, 1));
    CHECK(area.holds({33 + 360, 33}, 0));
    CHECK_FALSE(area.holds({-147, 33}, 0));  // on the other side of the globe
}

TEST_CASE("an area over 180 degrees holds both its sides") {
    const AreaOfUse fiji{176.81, -20.81, -178.15, -12.42};  // EPSG:3460
    CHECK(fiji.holds({178, -18}, 0));
    CHECK(fiji.holds({-179, -18}, 0));
    CHECK(fiji.holds({180, -18}, 0));
    CHECK(fiji.holds({-180, -18}, 0));
    CHECK_FALSE(fiji.holds({170, -18}, 0));
    CHECK_FALSE(fiji.holds({-170, -18}, 0));
    CHECK_FALSE(fiji.holds({0, -18}, 0));
}

TEST_CASE("the whole world holds every longitude, and a margin cannot make it hold less") {
    for (double lon = -180; lon <= 180; lon += 7.5) {
        CHECK(AreaOfUse{}.holds({lon, 12}, 0));
        CHECK(AreaOfUse{}.holds({lon, 12}, 5));
        CHECK(AreaOfUse{-179, -90, 179, 90}.holds({lon, 12}, 1));
    }
}

TEST_CASE("the register states areas, and a system of one's own none") {
    const auto utm = areaOfUse("EPSG:32636");
    REQUIRE(utm);
    CHECK(utm->west == doctest::Approx(30));
    CHECK(utm->east == doctest::Approx(36));
    CHECK(utm->south == doctest::Approx(0));
    const auto fiji = areaOfUse("EPSG:3460");
    REQUIRE(fiji);
    CHECK(fiji->west > fiji->east);  // it crosses 180 degrees
    CHECK_FALSE(areaOfUse("no such system"));
    CHECK_FALSE(areaOfUse(""));
}

TEST_CASE("where PROJ has its database there is nothing to say") { CHECK_FALSE(projDatabaseWorks()); }
