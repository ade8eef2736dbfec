// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/known_transformations.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace geodata;

TEST_CASE("what was learned places points exactly as PROJ's database does") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(30, 40), lat(25, 40);
    for (const char* crs :
         {"EPSG:32636", "EPSG:3857", "EPSG:3395", "EPSG:8857", "EPSG:3035", "EPSG:2154", "EPSG:4326"}) {
        CAPTURE(crs);
        KnownTransformations known;
        known.learn(crs);
        const auto learned = known.toMap("EPSG:4326", crs), asked = Transformation::toMap("EPSG:4326", crs);
        REQUIRE(learned);
        REQUIRE(asked);
        CHECK(learned->fromDegrees());
        for (int i = 0; i < 100; ++i) {
            const MapPoint p{lon(random), lat(random)};
            CHECK(learned->forward(p) == asked->forward(p));
        }
    }
}

TEST_CASE("where PROJ chooses among operations nothing is learned, and the database is asked") {
    const auto several = Transformation::toMap("EPSG:4326", "EPSG:22770");
    REQUIRE(several);
    CHECK(several->recipe().has_value() == several->isOneOperation());
    KnownTransformations known;
    known.learn("EPSG:22770");
    const auto made = known.toMap("EPSG:4326", "EPSG:22770");
    REQUIRE(made);
    CHECK(made->isOneOperation() == several->isOneOperation());
    CHECK(made->forward(MapPoint{35.5, 33.5}) == several->forward(MapPoint{35.5, 33.5}));
}

TEST_CASE("a definition that is no code is not learned, and works all the same") {
    KnownTransformations known;
    known.learn("+proj=merc +lon_0=100 +datum=WGS84 +type=crs");
    CHECK(!known.databaseWorks());
    CHECK(known.toMap("EPSG:4326", "+proj=merc +lon_0=100 +datum=WGS84 +type=crs"));
    known.learn("EPSG:32636");
    CHECK(known.databaseWorks());
    CHECK(known.areaOfUse("EPSG:4326").has_value());
    CHECK(!known.toMap("EPSG:4326", "EPSG:999999"));
}
