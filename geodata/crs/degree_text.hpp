// SPDX-License-Identifier: Apache-2.0
#pragma once
// Parses latitude and longitude as people write them in tables: decimal degrees, degrees and minutes, or degrees,
// minutes and seconds. It accepts signs or letters before or after the number, typographic or plain marks, d m s,
// colons, spaces and a decimal comma. Any thread.

#include <optional>
#include <string_view>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

enum class Axis : std::uint8_t { latitude, longitude };

// 33°07'12"N, N33.12, 33 07 12, 33d07m12s, 33,12 (a comma is a decimal one), 330712N, 330712.5N, 33-07-12N,
// 33° 7.2' North, 33°07'12" с.ш. None: not understood, or out of
// range.
std::optional<double> parseDegrees(std::string_view text, Axis axis);

// Both in one text, latitude first where no letters say otherwise: 33°07'12"N 35°25'00"E, 33.12, 35.42, 33,12; 35,42.
std::optional<LonLat> parseLatLon(std::string_view text);

}  // namespace geodata
