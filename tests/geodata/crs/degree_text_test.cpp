// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/degree_text.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>

using namespace geodata;

namespace {

constexpr double kLat = 33 + 7 / 60.0 + 12 / 3600.0, kLon = 35 + 25 / 60.0;  // 33°07'12"N 35°25'00"E

}  // namespace

TEST_CASE("a latitude is read in every usual spelling") {
    for (const char* text : {"33°07'12\"N",
                             "33° 07' 12\" N",
                             "33°07′12″N",
                             "33º07’12”N",
                             "N33°07'12\"",
                             "N 33 07 12",
                             "33 07 12 N",
                             "33 07 12",
                             "33d07m12s",
                             "33d07m12sN",
                             "33 d 07 m 12 s N",
                             "33deg 07min 12sec N",
                             "33:07:12",
                             "33:07:12N",
                             "330712N",
                             "33°7.2'N",
                             "330712.0N",
                             "3307.2N",
                             "33-07-12N",
                             "33-07-12.0 N",
                             "33° 07' 12.0\" North",
                             "North 33.12",
                             "33.12 NORTH",
                             "N. 33.12",
                             "33°07'12\" N.",
                             "33°07´12´´N",
                             "33°07'12\" с.ш.",
                             "33°07'12\" с. ш.",
                             "33 07,2",
                             "33°07'12''N",
                             "N33.12",
                             "33.12N",
                             "33.12",
                             "33,12",
                             "+33.12",
                             "33.12°",
                             "33.12° n",
                             "33\xc2\xa0"
                             "07\xc2\xa0"
                             "12",
                             "  33.12  "}) {
        CAPTURE(text);
        const auto degrees = parseDegrees(text, Axis::latitude);
        REQUIRE(degrees);
        CHECK(*degrees == doctest::Approx(kLat).epsilon(1e-9));
    }
    for (const char* text : {"33°07'12\"S", "S33.12", "-33.12", "−33°07'12\"", "33d07m12s S", "330712S", "33,12S"}) {
        CAPTURE(text);
        CHECK(parseDegrees(text, Axis::latitude).value_or(0) == doctest::Approx(-kLat).epsilon(1e-9));
    }
    CHECK(parseDegrees("0352500.0E", Axis::longitude).value_or(0) == doctest::Approx(kLon));
    CHECK(parseDegrees("035-25-00E", Axis::longitude).value_or(0) == doctest::Approx(kLon));
    CHECK(parseDegrees("35°25'00\" East", Axis::longitude).value_or(0) == doctest::Approx(kLon));
    CHECK(parseDegrees("35°25'00\" в.д.", Axis::longitude).value_or(0) == doctest::Approx(kLon));
    CHECK(parseDegrees("35°25' west", Axis::longitude).value_or(0) == doctest::Approx(-kLon));
    CHECK_FALSE(parseDegrees("33-07", Axis::latitude));      // may be anything
    CHECK_FALSE(parseDegrees("-33 South", Axis::latitude));  // twice
    CHECK_FALSE(parseDegrees("33 Northern", Axis::latitude));
    CHECK_FALSE(parseDegrees("35 O", Axis::longitude));  // Ost or Ouest
    CHECK_FALSE(parseDegrees("33 North", Axis::longitude));
    CHECK(parseDegrees("3307N", Axis::latitude).value_or(0) == doctest::Approx(33 + 7 / 60.0));
    CHECK(parseDegrees("0352500E", Axis::longitude).value_or(0) == doctest::Approx(kLon));
    CHECK(parseDegrees("71 30 W", Axis::longitude).value_or(0) == doctest::Approx(-71.5));
}

TEST_CASE("what is no angle on that axis is not understood") {
    for (const char* text : {"",       " ",        "N",        "north",        "33.12E",  "91",      "-90.5",
                             "33°61'", "33 07 60", "33.5°07'", "33°07'12\"NN", "N33.12N", "-33.12S", "1e1",
                             "33.",    ".5",       "33.1.2",   "33 07 12 5",   "inf",     "nan",     "--33"}) {
        CAPTURE(text);
        CHECK_FALSE(parseDegrees(text, Axis::latitude));
    }
    CHECK_FALSE(parseDegrees("33.12N", Axis::longitude));
    CHECK_FALSE(parseDegrees("180.5", Axis::longitude));
    CHECK_FALSE(parseDegrees(std::string(101, '1'), Axis::longitude));
}

TEST_CASE("a position in one text is split where its two halves meet") {
    for (const char* text :
         {"33°07'12\"N 35°25'00\"E", "33°07'12\"N35°25'00\"E", "33°07'12\"N, 35°25'00\"E", "N33°07'12\" E35°25'00\"",
          "35°25'00\"E 33°07'12\"N", "33 07 12 35 25 00", "33 07 12 N 35 25 00 E", "33d07m12s 35d25m00s",
          "330712N 0352500E", "330712N0352500E", "33:07:12 35:25:00", "33°07.2'N / 35°25.0'E", "33 07,2 35 25,0"}) {
        CAPTURE(text);
        const auto place = parseLatLon(text);
        REQUIRE(place);
        CHECK(place->lat == doctest::Approx(kLat).epsilon(1e-9));
        CHECK(place->lon == doctest::Approx(kLon).epsilon(1e-9));
    }
    for (const char* text : {"33.12 35.42", "33.12, 35.42", "33.12,35.42", "33,12 35,42", "33,12; 35,42",
                             "33,12, 35,42", "33,12,35,42", "N33.12 E35.42", "33.12N,35.42E", "E35.42 N33.12"}) {
        CAPTURE(text);
        const auto place = parseLatLon(text);
        REQUIRE(place);
        CHECK(place->lat == doctest::Approx(33.12));
        CHECK(place->lon == doctest::Approx(35.42));
    }
    CHECK(parseLatLon("-33.5 -70.25") == LonLat{-70.25, -33.5});
    CHECK(parseLatLon("33,35") == LonLat{35, 33});
}

TEST_CASE("what is no position in one text is not understood") {
    for (const char* text : {"", "33.12", "3335", "UNP 4-2", "33N 35N", "33.12N 35.42", "91 35", "33 181", "33 07 35",
                             "36S YB 12345 67890", "35E 35E", ",", "33,12,35,42,1"}) {
        CAPTURE(text);
        CHECK_FALSE(parseLatLon(text));
    }
}

TEST_CASE("degrees, minutes and seconds written of any place are read as that place") {
    std::mt19937 random(1);
    for (int i = 0; i < 500; ++i) {
        const int lat = static_cast<int>(random() % (90 * 3600)), lon = static_cast<int>(random() % (180 * 3600));
        const bool south = random() % 2 == 0, west = random() % 2 == 0;
        const auto text = [](int seconds, const char* letter) {
            return std::to_string(seconds / 3600) + "° " + std::to_string(seconds / 60 % 60) + "′ " +
                   std::to_string(seconds % 60) + "″ " + letter;
        };
        const auto place = parseLatLon(text(lat, south ? "S" : "N") + ", " + text(lon, west ? "W" : "E"));
        REQUIRE(place);
        CHECK(place->lat * (south ? -3600 : 3600) == doctest::Approx(lat));
        CHECK(place->lon * (west ? -3600 : 3600) == doctest::Approx(lon));
    }
}
