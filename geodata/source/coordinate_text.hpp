// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds the coordinates of a GeoJSON text in one pass, cuts them out and parses their numbers on two threads. Most of
// the text is coordinates, and what remains is a small ordinary JSON text. Used only in geodata/source; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

// One member "coordinates", in the file's own units.
struct Coordinates {
    int depth = 0;  // of the nested arrays: 1 is a position, 4 what a multipolygon has
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> listEnds;     // of the arrays of positions, in points
    std::vector<std::uint32_t> polygonEnds;  // of the arrays of lists, in lists
    bool heights = false;                    // some position had a third number; not kept
};

// None: it is not one array of numbers, or of such arrays of one depth, and nothing else. Numbers are what strtod makes
// of them. A character that no number has must follow the text in memory.
std::optional<Coordinates> coordinatesOf(std::string_view array);

struct CutText {
    std::string rest;                      // with a 0 in place of each array
    std::vector<std::size_t> places;       // of these, in `rest`
    std::vector<std::string_view> arrays;  // in the text
};

// Takes out what a collection's features have as their geometry's coordinates. Of any other text it may take more or
// less: whoever parses `rest` sees what stands where.
CutText cutCoordinates(std::string_view text);

// None where one of them is none.
std::optional<std::vector<Coordinates>> allCoordinatesOf(const std::vector<std::string_view>& arrays);

}  // namespace geodata
