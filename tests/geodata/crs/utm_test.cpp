// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/utm.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "geodata/crs/position_text.hpp"
#include "geodata/crs/transformation.hpp"

using namespace geodata;

namespace {

const GridZone& zoneAt(LonLat p) {
    for (const GridZone& zone : gridZones())
        if (zone.contains(p)) return zone;
    FAIL("no zone");
    return gridZones().front();
}

}  // namespace

TEST_CASE("UTM agrees with PROJ to a millimetre, beyond the zone's border too") {
    const auto proj = Transformation::toMap(kLonLatCrs, "EPSG:32636");
    REQUIRE(proj);
    for (const LonLat p : {LonLat{35.2, 33.27}, LonLat{30, 0.001}, LonLat{38.5, 60}, LonLat{28, 45}}) {
        const GridMetres ours = utmOf(p, {36, true});
        const MapPoint theirs = proj->forward(MapPoint{p.lon, p.lat});
        CHECK(std::hypot(ours.easting - theirs.x, ours.northing - theirs.y) < 0.001);
        const LonLat back = lonLatOf(ours, {36, true});
        CHECK(std::hypot(back.lon - p.lon, back.lat - p.lat) < 1e-9);
    }
}

TEST_CASE("southern zones count from ten million metres at the equator") {
    const GridMetres sydney = utmOf({151.2, -33.9}, {56, false});
    const auto proj = Transformation::toMap(kLonLatCrs, "EPSG:32756");
    REQUIRE(proj);
    const MapPoint theirs = proj->forward(MapPoint{151.2, -33.9});
    CHECK(std::hypot(sydney.easting - theirs.x, sydney.northing - theirs.y) < 0.001);
}

TEST_CASE("the grid zones cover the globe once, the special ones of Norway and Svalbard included") {
    CHECK(zoneAt({5, 60}).name == "32V");  // Bergen, which lies within the six degrees of zone 31
    CHECK(zoneAt({2, 60}).name == "31V");
    CHECK(zoneAt({5, 55}).name == "31U");
    CHECK(zoneAt({8, 78}).name == "31X");
    CHECK(zoneAt({15, 78}).name == "33X");  // Longyearbyen
    CHECK(zoneAt({34, 80}).name == "37X");
    CHECK(zoneAt({-45, 88}).name == "Y");
    for (const GridZone& zone : gridZones()) CHECK(zone.name != "32X");
    double degrees2 = 0;
    for (const GridZone& zone : gridZones()) degrees2 += (zone.east - zone.west) * (zone.north - zone.south);
    CHECK(degrees2 == doctest::Approx(360.0 * 180));
}

TEST_CASE("squares bear the letters that GeographicLib gives their positions, all over the globe") {
    for (double lat = -89; lat < 90; lat += 3.7)
        for (double lon = -179; lon < 180; lon += 4.3) {
            const GridZone& zone = zoneAt({lon, lat});
            const std::string text = mgrsText({lon, lat}, 0);
            CHECK(text == zone.name + " " + squareLetters(utmOf({lon, lat}, zone.zone), zone));
        }
}

TEST_CASE("what is no position has no place") {
    CHECK(std::isnan(utmOf({35, 91}, {36, true}).easting));
    CHECK(std::isnan(utmOf({NAN, 33}, {36, true}).easting));
    CHECK(std::isnan(lonLatOf({NAN, 0}, {36, true}).lon));
    CHECK(squareLetters({-5e6, 3e6}, zoneAt({35, 33})).empty());
}
