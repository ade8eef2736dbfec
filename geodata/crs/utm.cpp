// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/utm.hpp"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/PolarStereographic.hpp>
#include <GeographicLib/TransverseMercator.hpp>
#include <cmath>
#include <limits>

namespace geodata {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kFalseEastingM = 500'000, kFalseNorthingSouthM = 10'000'000, kPolarOriginM = 2'000'000;

double centralMeridian(int zone) { return 6 * zone - 183; }
double falseNorthing(UtmZone zone) { return zone.north ? 0 : kFalseNorthingSouthM; }

// The zones 31 to 37 of the two bands in which they are not six degrees wide; west == east: there is none.
struct Irregular {
    char band;
    int zone;
    double west, east;
};
constexpr Irregular kIrregular[] = {{'V', 31, 0, 3},   {'V', 32, 3, 12},  {'X', 31, 0, 9},
                                    {'X', 32, 9, 9},   {'X', 33, 9, 21},  {'X', 34, 21, 21},
                                    {'X', 35, 21, 33}, {'X', 36, 33, 33}, {'X', 37, 33, 42}};

GridZone zoneOfBand(int number, int row) {
    constexpr const char* kBands = "CDEFGHJKLMNPQRSTUVWX";  // without I and O, which look like figures
    const char band = kBands[row];
    const double west = 6.0 * number - 186, south = 8.0 * row - 80;
    GridZone zone{
        {number, south >= 0},        (number < 10 ? "0" : "") + std::to_string(number) + band, west, south, west + 6,
        band == 'X' ? 84 : south + 8};
    for (const Irregular& irregular : kIrregular)
        if (irregular.band == band && irregular.zone == number) zone.west = irregular.west, zone.east = irregular.east;
    return zone;
}

std::vector<GridZone> allZones() {
    constexpr int kRows = 20, kZones = 60;
    std::vector<GridZone> zones{{{0, false}, "A", -180, -90, 0, -80}, {{0, false}, "B", 0, -90, 180, -80}};
    for (int row = 0; row < kRows; ++row)
        for (int number = 1; number <= kZones; ++number)
            if (GridZone zone = zoneOfBand(number, row); zone.west < zone.east) zones.push_back(std::move(zone));
    zones.push_back({{0, true}, "Y", -180, 84, 0, 90});
    zones.push_back({{0, true}, "Z", 0, 84, 180, 90});
    return zones;
}

}  // namespace

GridMetres utmOf(LonLat p, UtmZone zone) {
    if (!std::isfinite(p.lon) || !(std::abs(p.lat) <= 90)) return {kNaN, kNaN};
    double x = 0, y = 0;
    if (zone.number == 0) {
        GeographicLib::PolarStereographic::UPS().Forward(zone.north, p.lat, p.lon, x, y);
        return {x + kPolarOriginM, y + kPolarOriginM};
    }
    GeographicLib::TransverseMercator::UTM().Forward(centralMeridian(zone.number), p.lat, p.lon, x, y);
    return {x + kFalseEastingM, y + falseNorthing(zone)};
}

LonLat lonLatOf(GridMetres place, UtmZone zone) {
    if (!std::isfinite(place.easting) || !std::isfinite(place.northing)) return {kNaN, kNaN};
    double lat = 0, lon = 0;
    if (zone.number == 0)
        GeographicLib::PolarStereographic::UPS().Reverse(zone.north, place.easting - kPolarOriginM,
                                                         place.northing - kPolarOriginM, lat, lon);
    else
        GeographicLib::TransverseMercator::UTM().Reverse(centralMeridian(zone.number), place.easting - kFalseEastingM,
                                                         place.northing - falseNorthing(zone), lat, lon);
    return {lon, lat};
}

const std::vector<GridZone>& gridZones() {
    static const std::vector<GridZone> zones = allZones();
    return zones;
}

std::string squareLetters(GridMetres place, const GridZone& zone) {
    try {
        std::string text;
        GeographicLib::MGRS::Forward(zone.zone.number, zone.zone.north, place.easting, place.northing,
                                     lonLatOf(place, zone.zone).lat, 0, text);
        return text.substr(text.size() - 2);
    } catch (const GeographicLib::GeographicErr&) {
        return {};  // outside what the military grid covers
    }
}

}  // namespace geodata
