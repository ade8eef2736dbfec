// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/plain_coordinates.hpp"

#include <doctest/doctest.h>

using namespace geodata;

namespace {

std::string gpx(const std::string& attributes) { return "<gpx><wpt " + attributes + "><name>a</name></wpt></gpx>"; }
std::string kml(const std::string& coordinates) {
    return "<Point><coordinates>" + coordinates + "</coordinates></Point>";
}

}  // namespace

TEST_CASE("plain numbers of GPX stay as they are, byte for byte") {
    for (const char* good : {R"(lat="33.1" lon="35.1")", R"(lat='-33' lon='+35.1e0')", R"(lon = "35" lat=" 33.10 ")",
                             R"(latitude="north" flat="a")"}) {
        CAPTURE(std::string(good));
        CHECK(!withPlainCoordinates("GPX", gpx(good)));
    }
    CHECK(!withPlainCoordinates("GPX", ""));
    CHECK(!withPlainCoordinates("GPX", R"(<wpt lat="33)"));
    CHECK(!withPlainCoordinates("CSV", gpx(R"(lat="33,1" lon="35,1")")));
}

TEST_CASE("a decimal comma of GPX is read, and what is no number becomes none") {
    CHECK(withPlainCoordinates("GPX", gpx(R"(lat="33,1" lon="35,1")")) == gpx(R"(lat="33.1" lon="35.1")"));
    CHECK(withPlainCoordinates("GPX", gpx(R"(lat = 'N33.1' lon="35.1")")) == gpx(R"(lat = 'nan' lon="35.1")"));
    for (const char* bad : {"undefined", "", "35.2,33,2", "35°", "1e999", "inf", "nan0", "0x10", "12 34"}) {
        CAPTURE(std::string(bad));
        CHECK(withPlainCoordinates("GPX", gpx("lat=\"33\" lon=\"" + std::string(bad) + "\"")) ==
              gpx(R"(lat="33" lon="nan")"));
    }
}

TEST_CASE("plain tuples of KML stay as they are, blanks and heights included") {
    for (const char* good :
         {"35,33", " 35.1,33.2,100 ", "35,33\n36,34,5", "35, 33 36 ,34", "35,33, ", "", " \n", "-35,+33,0"}) {
        CAPTURE(std::string(good));
        CHECK(!withPlainCoordinates("LIBKML", kml(good)));
    }
}

TEST_CASE("a tuple of KML that is none becomes none, its neighbours stay") {
    CHECK(withPlainCoordinates("LIBKML", kml("35,33 north,33 36,34")) == kml("35,33 nan,nan 36,34"));
    for (const char* bad : {"35", "35,1,33,1", "E35,N33", "35;33", "undefined,undefined", "35,,33"}) {
        CAPTURE(std::string(bad));
        CHECK(withPlainCoordinates("LIBKML", kml(bad)) == kml("nan,nan"));
    }
    const std::string two = kml("35,33") + kml("x,y") + kml("1,2");
    CHECK(withPlainCoordinates("LIBKML", two) == kml("35,33") + kml("nan,nan") + kml("1,2"));
    CHECK(withPlainCoordinates("LIBKML", "<k:coordinates>a</k:coordinates>") ==
          "<k:coordinates>nan,nan</k:coordinates>");
}
