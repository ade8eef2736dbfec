// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/position_text.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace geodata;

TEST_CASE("positions are written as officers write them") {
    const LonLat baghdad{44.4, 33.3};
    CHECK(mgrsText(baghdad) == "38S MB 44140 84706");  // GeographicLib's documented example
    CHECK(mgrsText(baghdad, 2) == "38S MB 44 84");
    CHECK(mgrsText(baghdad, 0) == "38S MB");
    CHECK(utmText(baghdad) == "38N 444141E 3684706N");
    CHECK(lonLatText({-13.187, 27.1376}) == "27.13760° N 13.18700° W");
    CHECK(mgrsText({0, 91}).empty());
    CHECK(mgrsText({std::nan(""), 0}).empty());
}

TEST_CASE("special zones and poles have their own letters") {
    CHECK(mgrsText({5, 60}, 0).substr(0, 3) == "32V");   // Norway
    CHECK(mgrsText({10, 78}, 0).substr(0, 3) == "33X");  // Svalbard
    CHECK(mgrsText({0, 90}, 0) == "Z AH");
}

TEST_CASE("a bare square at a pole is a reference, two letters are none") {
    for (const auto& [text, northern] : {std::pair("BHE", false), {"YZA", true}, {"zah", true}, {"A ZN", false}}) {
        CAPTURE(std::string(text));
        const auto square = parseMgrs(text);
        REQUIRE(square);
        CHECK(square->sideM == 100'000);
        CHECK(std::abs(square->center.lat) > 80);
        CHECK((square->center.lat > 0) == northern);
        CHECK(mgrsText(square->center, 0).substr(0, 1) == std::string(1, static_cast<char>(std::toupper(text[0]))));
    }
    for (const char* text : {"BH", "YZ", "A", "SYB", "36S", "36SY"}) CHECK(!parseMgrs(text));
}

TEST_CASE("an MGRS reference is a square, not a point") {
    const auto square = parseMgrs("38s mb 44 84");
    REQUIRE(square);
    CHECK(square->sideM == 1000);
    CHECK(geodesicDistanceM(square->center, {44.4, 33.3}) < 1000);
    REQUIRE(parseMgrs("38SMB"));
    CHECK(parseMgrs("38SMB")->sideM == 100000);
}

TEST_CASE("what people put between a reference's groups, and the word before it, does not matter") {
    const auto plain = parseMgrs("36SYB0537283251");
    REQUIRE(plain);
    for (const char* text :
         {"36S YB 05372 83251",
          "36S\xc2\xa0YB\xc2\xa0"
          "05372\xe2\x80\xaf"
          "83251",
          "36S-YB-05372-83251", "36S/YB/05372/83251", "36S YB 05372, 83251", "MGRS 36S YB 05372 83251",
          "mgrs: 36SYB0537283251", "UTMREF 36SYB0537283251", "36s–yb–05372–83251"}) {
        CAPTURE(text);
        const auto square = parseMgrs(text);
        REQUIRE(square);
        CHECK(square->sideM == plain->sideM);
        CHECK(geodesicDistanceM(square->center, plain->center) < 0.001);
    }
    CHECK_FALSE(parseMgrs("36S YB 0537 283251 1"));  // nine digits
    CHECK_FALSE(parseMgrs("MGRS"));
    CHECK_FALSE(parseMgrs("36S YB +05372 83251"));
}

TEST_CASE("a reference read back lies within its square") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-80, 84);
    for (int i = 0; i < 500; ++i) {
        const LonLat p{lon(random), lat(random)};
        const auto square = parseMgrs(mgrsText(p));
        REQUIRE(square);
        CHECK(geodesicDistanceM(square->center, p) < 1.0);
    }
}

TEST_CASE("a wrong reference is refused with its text") {
    CHECK(parseMgrs("99SMB4484").error().text.find("Cannot read MGRS reference \"99SMB4484\": ") == 0);
    CHECK_FALSE(parseMgrs(""));
    CHECK_FALSE(parseMgrs("INVALID"));
}

TEST_CASE("distance follows the ellipsoid") {
    // JFK to LHR, GeographicLib's GeodSolve example: 5551.76 km.
    CHECK(geodesicDistanceM({-73.8, 40.6}, {-0.5, 51.6}) == doctest::Approx(5551759.4).epsilon(1e-7));
}

TEST_CASE("a reference with more than letters and digits is refused") {
    using namespace std::string_view_literals;
    for (const std::string_view text : {"36SYB\0\0\0\0"sv, "36SYB12.567"sv, "36SYB\xc3\xa9"sv}) {
        const auto square = geodata::parseMgrs(text);
        REQUIRE(!square);
        CHECK(square.error().text.find("it holds more than letters and digits") != std::string::npos);
    }
}
