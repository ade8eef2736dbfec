// SPDX-License-Identifier: Apache-2.0
// Labels of the military grid against another implementation, the npm package mgrs, and against published examples.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <string>

#include "geodata/crs/position_text.hpp"
#include "geodata/crs/utm.hpp"

using namespace geodata;

namespace {

// The points of make_references.js, number by number.
class Points {
public:
    LonLat next(int i) {
        const long lon = below(3600000) - 1800000L, lat = below(1640000) - 800000L, off = below(3) - 1L;
        constexpr long kNorway[] = {30000, 120000, 0, 60000}, kSvalbard[] = {0, 90000, 210000, 330000, 420000};
        if (i < 6000) return at(lon, lat);
        if (i < 7000) return at((below(59) * 6L - 174) * 10000 + off, lat);
        if (i < 8000) return at(lon, (below(20) * 8L - 72) * 10000 + off);
        if (i < 8500) return inOrder(0, below(150000), 560000, 80000);
        if (i < 9000) return inOrder(0, below(440000), 720000, 119999);
        if (i < 9500) return inOrder(off, kNorway[below(4)], 560000, 80000);
        return inOrder(off, kSvalbard[below(5)], 720000, 119999);
    }

private:
    static LonLat at(long lon, long lat) {
        return {static_cast<double>(lon) / 10000, static_cast<double>(lat) / 10000};
    }
    LonLat inOrder(long off, long lon, long from, std::uint32_t range) { return at(lon + off, from + below(range)); }
    std::uint32_t below(std::uint32_t n) {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return m_state % n;
    }
    std::uint32_t m_state = 2463534242;
};

std::string withoutSpaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

// Both name squares of a metre; implementations may differ by one where a place lies on a square's edge.
bool isSameSquare(const std::string& a, const std::string& b) {
    if (a.size() != b.size() || a.size() < 12 || a.substr(0, a.size() - 10) != b.substr(0, b.size() - 10)) return false;
    const auto digits = [](const std::string& text, std::size_t fromEnd) {
        return std::stoi(text.substr(text.size() - fromEnd, 5));
    };
    return std::abs(digits(a, 10) - digits(b, 10)) <= 1 && std::abs(digits(a, 5) - digits(b, 5)) <= 1;
}

}  // namespace

TEST_CASE("ten thousand positions have the zone, square and figures that the npm package mgrs gives them") {
    std::ifstream file(OPSMAP_SOURCE_DIR "/tests/geodata/crs/mgrs/references.txt");
    Points points;
    std::string theirs;
    int read = 0, onEdges = 0;
    for (; std::getline(file, theirs); ++read) {
        if (theirs.size() == 14) theirs.insert(0, "0");  // we write zones with two figures
        const LonLat p = points.next(read);
        const std::string ours = withoutSpaces(mgrsText(p));
        CAPTURE(p.lon);
        CAPTURE(p.lat);
        CAPTURE(ours);
        CAPTURE(theirs);
        if (!isSameSquare(ours, theirs)) {  // within a metre of the square's edge: then the squares are neighbours
            const auto a = parseMgrs(ours), b = parseMgrs(theirs);
            CHECK((a && b && geodesicDistanceM(a->center, b->center) < 2.5));
            ++onEdges;
        }
        // What the grid writes on the map is put together from the same parts.
        const auto zone = std::ranges::find_if(
            gridZones(), [&](const GridZone& z) { return theirs.starts_with(z.name) && z.contains(p); });
        REQUIRE(zone != gridZones().end());
        if (isSameSquare(ours, theirs))
            CHECK(zone->name + squareLetters(utmOf(p, zone->zone), *zone) == theirs.substr(0, theirs.size() - 10));
    }
    CHECK(read == 10000);
    CHECK(onEdges < 20);
}

TEST_CASE("published references name the places they were published for") {
    CHECK(isSameSquare(withoutSpaces(mgrsText({-77.0352444, 38.8894750})),
                       "18SUJ2348306479"));  // Washington Monument, as the US National Grid's standard has it
    CHECK(withoutSpaces(mgrsText({44.40363, 33.33424})).starts_with("38SMB44"));  // Baghdad, GeographicLib's manual
}
