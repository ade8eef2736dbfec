// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/position_names.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace geodata {
namespace {

using std::string_view;

// Plain as plainName makes them, the most trusted first.
constexpr std::array<string_view, 8> kLatitude{"lat",     "latitude", "breite", "breitengrad",
                                               "latitud", "широта",   "ендік",  "ендик"};
constexpr std::array<string_view, 11> kLongitude{"lon",        "longitude",   "long",     "lng",     "lange", "laenge",
                                                 "langengrad", "laengengrad", "longitud", "долгота", "бойлық"};
constexpr std::array<string_view, 3> kNorthing{"y", "northing", "hochwert"};
constexpr std::array<string_view, 3> kEasting{"x", "easting", "rechtswert"};
constexpr std::array<string_view, 7> kBoth{"latlon",      "latlong",     "coordinates", "koordinaten",
                                           "coordonnees", "coordenadas", "координаты"};
constexpr std::array<string_view, 4> kMgrs{"mgrs", "utmref", "gridreference", "gridref"};
constexpr std::array<string_view, 1> kWkt{"wkt"};
constexpr std::array<string_view, 12> kNorthOrSouth{
    "ns",     "n/s",          "northsouth",        "latns",       "latitudens",    "latdir",
    "lathem", "latdirection", "latitudedirection", "latitudedir", "lathemisphere", "latitudehemisphere"};
constexpr std::array<string_view, 14> kEastOrWest{"ew",
                                                  "e/w",
                                                  "eastwest",
                                                  "lonew",
                                                  "longitudeew",
                                                  "londir",
                                                  "longdir",
                                                  "lonhem",
                                                  "lnghem",
                                                  "londirection",
                                                  "longitudedirection",
                                                  "longitudedir",
                                                  "lonhemisphere",
                                                  "longitudehemisphere"};
constexpr std::array<string_view, 8> kAdditions{
    "decimaldegrees", "decimal", "degrees", "wgs84", "deg", "dms", "dec", "dd"};

constexpr std::array<std::pair<string_view, string_view>, 24> kPlainLetters{
    {{"ä", "a"}, {"Ä", "a"}, {"é", "e"}, {"É", "e"}, {"è", "e"}, {"Е", "е"}, {"Ш", "ш"},         {"И", "и"},
     {"Р", "р"}, {"О", "о"}, {"Т", "т"}, {"А", "а"}, {"Д", "д"}, {"Л", "л"}, {"Г", "г"},         {"К", "к"},
     {"Н", "н"}, {"Ы", "ы"}, {"Б", "б"}, {"Й", "й"}, {"І", "і"}, {"Қ", "қ"}, {"a\xcc\x88", "a"}, {"e\xcc\x81", "e"}}};

std::span<const string_view> namesOf(PositionName kind) {
    switch (kind) {
        case PositionName::latitude: return kLatitude;
        case PositionName::longitude: return kLongitude;
        case PositionName::northing: return kNorthing;
        case PositionName::easting: return kEasting;
        case PositionName::both: return kBoth;
        case PositionName::mgrs: return kMgrs;
        case PositionName::northOrSouth: return kNorthOrSouth;
        case PositionName::eastOrWest: return kEastOrWest;
        case PositionName::wkt: break;
    }
    return kWkt;
}

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Takes the first letter off `rest`, in the form that names are compared in.
std::string takeLetter(string_view& rest) {
    for (const auto& [letter, plain] : kPlainLetters)
        if (rest.starts_with(letter)) {
            rest.remove_prefix(letter.size());
            return std::string(plain);
        }
    std::string letter(1, lowered(rest.front()));
    rest.remove_prefix(1);
    return letter == " " || letter == "_" || letter == "-" || letter == "." ? std::string() : letter;
}

std::string plainName(string_view column) {
    string_view rest = column.substr(0, column.find_first_of("([", 1));
    std::string made;
    while (!rest.empty()) made += takeLetter(rest);
    return made;
}

// The name without an addition: "latdd" is "lat".
string_view withoutAddition(string_view name) {
    for (const string_view addition : kAdditions)
        if (name.size() > addition.size() && name.ends_with(addition))
            return name.substr(0, name.size() - addition.size());
    return name;
}

}  // namespace

std::optional<std::size_t> rankOf(string_view column, PositionName kind) {
    const auto names = namesOf(kind);
    const std::string name = plainName(column);
    for (const string_view tried : {string_view(name), withoutAddition(name)}) {
        const auto found = std::ranges::find(names, tried);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    }
    return {};
}

bool sameLetters(string_view a, string_view b) { return std::ranges::equal(a, b, {}, lowered, lowered); }

}  // namespace geodata
