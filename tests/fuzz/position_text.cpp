// SPDX-License-Identifier: Apache-2.0
// Positions as people write them, in degrees and as grid references: what is understood lies on earth.
#include <cmath>

#include "geodata/crs/degree_text.hpp"
#include "geodata/crs/position_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto place = geodata::parseLatLon(text))
        OPSMAP_CHECK(std::abs(place->lat) <= 90 && std::abs(place->lon) <= 180);
    if (const auto degrees = geodata::parseDegrees(text, geodata::Axis::longitude))
        OPSMAP_CHECK(std::abs(*degrees) <= 180);
    const auto square = geodata::parseMgrs(text);
    if (!square) return OPSMAP_CHECK(!square.error().text.empty()), 0;
    OPSMAP_CHECK(std::abs(square->center.lat) <= 90 && std::abs(square->center.lon) <= 180 && square->sideM >= 1);
    return 0;
}
