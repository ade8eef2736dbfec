// SPDX-License-Identifier: Apache-2.0
#pragma once
// The usual names of position columns in English, French, German, Kazakh, Russian and Spanish. Pure; any thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace geodata {

enum class PositionName : std::uint8_t {
    latitude,
    longitude,
    northing,
    easting,
    both,
    mgrs,
    wkt,
    northOrSouth,  // a column that holds the letter of the latitude beside it
    eastOrWest
};

// The rank of a column's name among those usual for `kind`; none: it is not one of them. "Latitude (N)", "LAT_DD"
// and "Längengrad" are: case, accents, spaces, texts in brackets and additions such as "dd" or "wgs84" are ignored.
std::optional<std::size_t> rankOf(std::string_view column, PositionName kind);

// Equal but for the case of plain letters.
bool sameLetters(std::string_view a, std::string_view b);

}  // namespace geodata
