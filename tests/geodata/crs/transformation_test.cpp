// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/transformation.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace geodata;

TEST_CASE("toMap places published control points") {
    // EPSG Guidance Note 7-2: Popular Visualisation Pseudo Mercator (24°22'54.433"N 100°20'00.000"W).
    const auto mercator = Transformation::toMap("EPSG:4326", "EPSG:3857");
    REQUIRE(mercator);
    const MapPoint p = mercator->forward({-100.3333333, 24.38178694});
    CHECK(p.x == doctest::Approx(-11169055.58).epsilon(1e-8));
    CHECK(p.y == doctest::Approx(2800000.00).epsilon(1e-8));
    // GeographicLib's documented example: 33.3N 44.4E is 38N 444140.54 3684706.36.
    const auto utm = Transformation::toMap(kLonLatCrs, "EPSG:32638");
    REQUIRE(utm);
    const MapPoint baghdad = utm->forward({44.4, 33.3});
    CHECK(baghdad.x == doctest::Approx(444140.54).epsilon(2e-8));
    CHECK(baghdad.y == doctest::Approx(3684706.36).epsilon(1e-8));
}

TEST_CASE("axis order is x before y whatever the authority says") {
    // EPSG:2180 (Poland) and EPSG:4326 are defined with north first.
    const auto t = Transformation::toMap("EPSG:4326", "EPSG:2180");
    REQUIRE(t);
    const MapPoint warsaw = t->forward({21.0, 52.2});
    CHECK(warsaw.x == doctest::Approx(636000).epsilon(0.01));
    CHECK(warsaw.y == doctest::Approx(484000).epsilon(0.01));
}

TEST_CASE("a geographic map is drawn as plate carrée metres") {
    const auto t = Transformation::toMap("EPSG:4326", "EPSG:4326");
    REQUIRE(t);
    const MapPoint p = t->forward({35.5, 33.25});
    CHECK(p.x == doctest::Approx(35.5 * kPlateCarreeMetresPerDegree));
    CHECK(p.y == doctest::Approx(33.25 * kPlateCarreeMetresPerDegree));
    CHECK(t->inverse(p).x == doctest::Approx(35.5));
}

TEST_CASE("forward and inverse meet within a millimetre") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(34.5, 37), lat(32.5, 34.9);
    for (const char* crs :
         {"EPSG:32636", "EPSG:3857", "EPSG:3395", "+proj=lcc +lat_1=33 +lat_2=35 +lon_0=35 +datum=WGS84 +type=crs"}) {
        const auto t = Transformation::toMap(kLonLatCrs, crs);
        REQUIRE(t);
        for (int i = 0; i < 200; ++i) {
            const MapPoint p{lon(random), lat(random)};
            const MapPoint back = t->inverse(t->forward(p));
            CHECK(std::abs(back.x - p.x) * 111e3 < 1e-3);
            CHECK(std::abs(back.y - p.y) * 111e3 < 1e-3);
        }
    }
}

TEST_CASE("what cannot be placed becomes NaN and is counted") {
    const auto t = Transformation::toMap("EPSG:4326", "EPSG:3857");
    REQUIRE(t);
    std::vector<MapPoint> points{{0, 0}, {0, std::nan("")}, {1e308, 1e308}, {35, INFINITY}};
    CHECK(t->forward(points) == 3);
    CHECK(points[0].x == doctest::Approx(0));
    CHECK(std::isnan(points[1].x));
}

TEST_CASE("a wrong coordinate system is refused with its name") {
    const auto t = Transformation::toMap("EPSG:999999", "EPSG:3857");
    REQUIRE_FALSE(t);
    CHECK(t.error().text.find("Cannot use coordinate system \"EPSG:999999\": PROJ knows no such system.") == 0);
    CHECK_FALSE(Transformation::toMap("@/etc/passwd", "EPSG:3857"));
    CHECK_FALSE(Transformation::toMap("@epsg", "EPSG:3857"));
    CHECK_FALSE(Transformation::toMap("+proj=utm +zone=36", "EPSG:3857"));
    CHECK(*crsName("EPSG:32636") == "WGS 84 / UTM zone 36N");
}

TEST_CASE("a coordinate system that names a file by its path is refused, one that names PROJ's own data is not") {
    for (const char* text :
         {"+proj=longlat +ellps=clrk66 +nadgrids=/tmp/grid +type=crs",
          "+proj=longlat +ellps=clrk66 +nadgrids=@/tmp/grid,@null +type=crs",
          "+proj=longlat +ellps=clrk66 +nadgrids=~/grid +type=crs",
          "+proj=longlat +ellps=clrk66 +nadgrids=a,../grid +type=crs", "+init=/tmp/list:1", " /tmp/crs.wkt",
          R"(BOUNDCRS[SOURCECRS[GEOGCRS["x",DATUM["x",ELLIPSOID["x",6378206.4,294.978698213898]],)"
          R"(CS[ellipsoidal,2],AXIS["lat",north],AXIS["lon",east],ANGLEUNIT["degree",)"
          R"(0.0174532925199433]]],TARGETCRS[GEOGCRS["y",DATUM["y",ELLIPSOID["y",6378137,)"
          R"(298.257223563]],CS[ellipsoidal,2],AXIS["lat",north],AXIS["lon",east],ANGLEUNIT["degree",)"
          R"(0.0174532925199433]]],ABRIDGEDTRANSFORMATION["z",METHOD["NTv2",ID["EPSG",9615]],)"
          R"(PARAMETERFILE["Latitude and longitude difference file","/tmp/grid"]]])"}) {
        CAPTURE(std::string(text));
        const auto t = Transformation::toMap(text, "EPSG:3857");
        REQUIRE_FALSE(t);
        CHECK(t.error().text.find("it names a file, and files are not opened for it") != std::string::npos);
    }
    CHECK(Transformation::toMap("+proj=merc +a=6378137 +b=6378137 +nadgrids=@null +type=crs", "EPSG:3857"));
    CHECK(Transformation::toMap(R"(GEOGCS["WGS 84 / x",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
                                R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])",
                                "EPSG:3857"));
}

TEST_CASE("a map in grads has the scale of one in degrees") {
    const auto grads = Transformation::toMap("EPSG:4807", "EPSG:4807"),
               degrees = Transformation::toMap("EPSG:4326", "EPSG:4326");
    REQUIRE(grads);
    REQUIRE(degrees);
    const MapPoint hundred = grads->forward(MapPoint{10, 50}), ninety = degrees->forward(MapPoint{9, 45});
    CHECK(hundred.x == doctest::Approx(ninety.x).epsilon(1e-9));
    CHECK(hundred.y == doctest::Approx(ninety.y).epsilon(1e-9));
    CHECK(grads->inverse(hundred).x == doctest::Approx(10).epsilon(1e-9));
}

TEST_CASE("systems that are no map are refused, as the map's and as a file's") {
    for (const auto& [source, map] : {std::pair("EPSG:4326", "EPSG:4978"), {"EPSG:4978", "EPSG:4326"}}) {
        const auto refused = Transformation::toMap(source, map);
        REQUIRE(!refused);
        CHECK(refused.error().text ==
              "Cannot use coordinate system \"EPSG:4978\": it is geocentric, and its x, y and z from the earth's "
              "centre are no map. Give a projected or geographic system, such as EPSG:32636 or EPSG:4326.");
    }
    const auto noMethod = Transformation::toMap("EPSG:22700", "EPSG:4326");
    REQUIRE(!noMethod);
    CHECK(noMethod.error().text.find("PROJ has no method for its projection") != std::string::npos);
    CHECK(noMethod.error().text.find("EPSG:22700") != std::string::npos);
    CHECK(!Transformation::toMap("EPSG:4326", "EPSG:22300"));
    CHECK(Transformation::toMap("EPSG:4326", "EPSG:2180"));
}
