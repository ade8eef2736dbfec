// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/position_text.hpp"

#include <fmt/format.h>

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>

namespace geodata {
namespace {

bool isPosition(LonLat p) { return std::isfinite(p.lon) && std::abs(p.lat) <= 90; }

// "36SYB1234567890" with a space after the square's letters and between the axes.
std::string spaced(const std::string& mgrs, int digits) {
    const std::size_t zoneEnd = mgrs.find_first_not_of("0123456789") + 1;
    const std::string zone = mgrs.substr(0, zoneEnd), square = mgrs.substr(zoneEnd, 2);
    const std::string axes = mgrs.substr(std::min(zoneEnd + 2, mgrs.size()));
    if (digits == 0 || axes.empty()) return zone + " " + square;
    return fmt::format("{} {} {} {}", zone, square, axes.substr(0, axes.size() / 2), axes.substr(axes.size() / 2));
}

// Without what people put between its groups, and without the word before it.
std::string compactReference(std::string_view text) {
    constexpr std::string_view kGaps[] = {" ", "\t", "\n", "\r", "\xc2\xa0", "\xe2\x80\xaf", "-", "–", "/", ","};
    std::string compact;
    while (!text.empty()) {
        const auto gap = std::ranges::find_if(kGaps, [&](std::string_view g) { return text.starts_with(g); });
        if (gap == std::end(kGaps)) compact += text.front();
        text.remove_prefix(gap == std::end(kGaps) ? 1 : gap->size());
    }
    for (const std::string_view word : {"MGRS:", "mgrs:", "MGRS", "mgrs", "UTMREF:", "UTMREF"})
        if (compact.starts_with(word)) return compact.substr(word.size());
    return compact;
}

}  // namespace

std::string mgrsText(LonLat p, int digits) {
    if (!isPosition(p)) return {};
    int zone = 0;
    bool northp = false;
    double x = 0, y = 0;
    std::string text;
    GeographicLib::UTMUPS::Forward(p.lat, p.lon, zone, northp, x, y);
    GeographicLib::MGRS::Forward(zone, northp, x, y, p.lat, std::clamp(digits, 0, 5), text);
    return spaced(text, digits);
}

std::string utmText(LonLat p, double stepM) {
    if (!isPosition(p)) return {};
    int zone = 0;
    bool northp = false;
    double x = 0, y = 0;
    GeographicLib::UTMUPS::Forward(p.lat, p.lon, zone, northp, x, y);
    const std::string zoneText = zone == 0 ? "" : std::to_string(zone);
    return fmt::format("{}{} {:.0f}E {:.0f}N", zoneText, northp ? "N" : "S", std::round(x / stepM) * stepM,
                       std::round(y / stepM) * stepM);
}

std::string lonLatText(LonLat p, int decimals) {
    if (!isPosition(p)) return {};
    const int shown = std::clamp(decimals, 0, 5);
    return fmt::format("{:.{}f}° {} {:.{}f}° {}", std::abs(p.lat), shown, p.lat < 0 ? "S" : "N", std::abs(p.lon), shown,
                       p.lon < 0 ? "W" : "E");
}

Result<MgrsSquare> parseMgrs(std::string_view text) {
    const std::string compact = compactReference(text);
    // GeographicLib takes a zero byte for a digit.
    if (!std::all_of(compact.begin(), compact.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }))
        return failure("Cannot read MGRS reference", quoted(text, 40), "it holds more than letters and digits");
    // It takes "INV…" for an invalid position; here it is a wrong reference. At the poles A, B, Y and Z are the whole
    // zone, and a bare square has three letters.
    const char zoneLetter =
        compact.empty() ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(compact[0])));
    const std::size_t least = std::string_view("ABYZ").find(zoneLetter) != std::string_view::npos ? 3 : 5;
    if (compact.size() < least || zoneLetter == 'I')
        return failure("Cannot read MGRS reference", quoted(text, 40), "it has no zone, band and square");
    try {
        int zone = 0, precision = 0;
        bool northp = false;
        double x = 0, y = 0;
        GeographicLib::MGRS::Reverse(compact, zone, northp, x, y, precision);
        MgrsSquare square;
        GeographicLib::UTMUPS::Reverse(zone, northp, x, y, square.center.lat, square.center.lon);
        square.sideM = std::pow(10.0, std::max(0, 5 - precision));  // finer than a metre is no military reference
        return square;
    } catch (const GeographicLib::GeographicErr& e) {
        return failure("Cannot read MGRS reference", quoted(text, 40), e.what());
    }
}

double geodesicDistanceM(LonLat a, LonLat b) {
    double distanceM = 0;
    GeographicLib::Geodesic::WGS84().Inverse(a.lat, a.lon, b.lat, b.lon, distanceM);
    return distanceM;
}

}  // namespace geodata
