// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/position_names.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace geodata;

namespace {

constexpr std::array kAllKinds{PositionName::latitude, PositionName::longitude, PositionName::northing,
                               PositionName::easting,  PositionName::both,      PositionName::mgrs,
                               PositionName::wkt};

// The only kind that takes this name for its own; none where no kind or more than one does.
std::optional<PositionName> onlyKindOf(std::string_view column) {
    std::optional<PositionName> found;
    for (const PositionName kind : kAllKinds) {
        if (!rankOf(column, kind)) continue;
        if (found) return {};
        found = kind;
    }
    return found;
}

}  // namespace

TEST_CASE("a column's usual name says which position it holds, in six languages") {
    for (const char* name : {"lat", "Latitude", "Breite", "BREITENGRAD", "latitud", "Широта", "ШИРОТА", "Ендік"}) {
        CAPTURE(name);
        CHECK(onlyKindOf(name) == PositionName::latitude);
    }
    for (const char* name :
         {"lon", "LNG", "long", "Länge", "LÄNGE", "Laenge", "Längengrad", "longitud", "Долгота", "ДОЛГОТА", "Бойлық"}) {
        CAPTURE(name);
        CHECK(onlyKindOf(name) == PositionName::longitude);
    }
    for (const char* name : {"lat_lon", "Coordinates", "Koordinaten", "Coordonnées", "COORDONNÉES", "Координаты"}) {
        CAPTURE(name);
        CHECK(onlyKindOf(name) == PositionName::both);
    }
}

TEST_CASE("columns of grids and of shapes have names of their own") {
    for (const char* name : {"y", "Northing", "Hochwert"}) CHECK(onlyKindOf(name) == PositionName::northing);
    for (const char* name : {"X", "easting", "Rechtswert"}) CHECK(onlyKindOf(name) == PositionName::easting);
    for (const char* name : {"MGRS", "UTM-Ref", "Grid Reference", "grid_ref"})
        CHECK(onlyKindOf(name) == PositionName::mgrs);
    CHECK(onlyKindOf("WKT") == PositionName::wkt);
}

TEST_CASE("an addition, a text in brackets, and what joins words do not change a name") {
    for (const char* name : {"LAT_DD", "lat dms", "Lat.", "lat-dec", "Latitude (N)", "latitude [deg]", "lat_wgs84",
                             "Latitude decimal degrees", "latitude_deg"}) {
        CAPTURE(name);
        CHECK(onlyKindOf(name) == PositionName::latitude);
    }
}

TEST_CASE("a letter with a combining accent is the same as the letter made of both") {
    CHECK(rankOf("La\xcc\x88nge", PositionName::longitude) == rankOf("Länge", PositionName::longitude));
    CHECK(rankOf("Coordonne\xcc\x81"
                 "es",
                 PositionName::both) == rankOf("Coordonnées", PositionName::both));
    CHECK(rankOf("La\xcc\x88nge", PositionName::longitude).has_value());
}

TEST_CASE("names that only resemble a position are none") {
    for (const char* name : {"", " ", "_", "(lat)", "[lon]", "plate", "latest", "belong", "longer", "dd", "wgs84",
                             "degrees", "name", "x1", "\xff", "lat\xff", "height", "latlonlat"}) {
        CAPTURE(name);
        for (const PositionName kind : kAllKinds) CHECK_FALSE(rankOf(name, kind));
    }
}

TEST_CASE("the short name is trusted more than the long one") {
    CHECK(rankOf("lat", PositionName::latitude) < rankOf("latitude", PositionName::latitude));
    CHECK(rankOf("lon", PositionName::longitude) < rankOf("lng", PositionName::longitude));
    CHECK(rankOf("y", PositionName::northing) < rankOf("northing", PositionName::northing));
    CHECK(rankOf("LAT (dd)", PositionName::latitude) == rankOf("lat", PositionName::latitude));
}

TEST_CASE("letters are the same whatever their case, and only then") {
    CHECK(sameLetters("", ""));
    CHECK(sameLetters("LaT", "lAt"));
    CHECK(sameLetters("Z", "z"));
    CHECK_FALSE(sameLetters("lat", "lat "));
    CHECK_FALSE(sameLetters("lat", "la"));
    CHECK_FALSE(sameLetters("[", "{"));  // 0x20 apart as letters are, but no letters
    CHECK_FALSE(sameLetters("@", "`"));
    CHECK_FALSE(sameLetters("Ä", "ä"));  // only plain letters
}
