#include "geodata/source/text_positions.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <string_view>

#include "geodata/crs/degree_text.hpp"
#include "geodata/crs/position_text.hpp"

namespace geodata {
namespace {

constexpr double kSquareDrawnFromM = 1000;  // an MGRS reference this coarse is an area, not a point

bool sameName(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::optional<std::size_t> columnNamed(std::span<const Column> columns, std::string_view name) {
    const auto found = std::ranges::find_if(columns, [&](const Column& column) { return sameName(column.name, name); });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<std::size_t> columnOf(std::span<const Column> columns, const std::string& named, std::initializer_list<std::string_view> usual) {
    if (!named.empty()) return columnNamed(columns, named);
    for (const std::string_view name : usual)
        if (const auto found = columnNamed(columns, name)) return found;
    return {};
}

Geometry pointAt(LonLat p) {
    Geometry place{GeometryKind::point, {}, {}};
    place.addPart(std::vector<MapPoint>{{p.lon, p.lat}});
    return place;
}

// A grid reference as its square, or its square's middle where that is as good as a point. Degrees.
Geometry squareOf(const MgrsSquare& square) {
    const LonLat c = square.center;
    if (square.sideM < kSquareDrawnFromM) return pointAt(c);
    constexpr double kDegreesPerM = 180 / (std::numbers::pi * 6371000);
    const double dy = square.sideM / 2 * kDegreesPerM, dx = dy / std::cos(c.lat * std::numbers::pi / 180);
    Geometry place{GeometryKind::polygon, {}, {}};
    place.addPart(std::vector<MapPoint>{{c.lon - dx, c.lat - dy}, {c.lon + dx, c.lat - dy}, {c.lon + dx, c.lat + dy}, {c.lon - dx, c.lat + dy}});
    return place;
}

std::optional<TextPlace> mgrsAt(const std::string& text) {
    const auto square = parseMgrs(text);
    return square ? std::optional(TextPlace{squareOf(*square)}) : std::nullopt;
}

std::optional<double> plainNumber(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.starts_with('+')) text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

}  // namespace

TextPositions::TextPositions(std::span<const Column> columns, const PositionColumns& named, bool isCsv) : m_isCsv(isCsv) {
    m_lat = columnOf(columns, named.lat, {"lat", "latitude"});
    m_lon = columnOf(columns, named.lon, {"lon", "longitude", "long", "lng"});
    if (isCsv && !m_lat && !m_lon && named.lat.empty()) {
        m_lat = columnNamed(columns, "y");
        m_lon = columnNamed(columns, "x");
    }
    if (!m_lat || !m_lon) m_lat = m_lon = std::nullopt;
    m_both = columnOf(columns, named.position, {"latlon", "lat_lon", "coordinates"});
    m_mgrs = columnOf(columns, named.mgrs, {"mgrs"});
    for (const auto& column : {m_lat, m_lon, m_both, m_mgrs, isCsv ? columnOf(columns, named.wkt, {"wkt"}) : std::nullopt})
        if (column) m_columns.push_back(*column);
    if (!m_both && named.position.empty()) m_both = columnNamed(columns, "position");  // of a man too: what is no place there is no fault
}

std::optional<TextPlace> TextPositions::fromPair(const std::string& lat, const std::string& lon) const {
    if (const auto y = plainNumber(lat), x = plainNumber(lon); m_isCsv && y && x) return TextPlace{pointAt({*x, *y}), false};
    const auto north = parseDegrees(lat, Axis::latitude), east = parseDegrees(lon, Axis::longitude);
    return north && east ? std::optional(TextPlace{pointAt({*east, *north})}) : std::nullopt;
}

std::optional<TextPlace> TextPositions::placeOf(const std::vector<std::string>& row) const {
    if (m_lat)
        if (auto place = fromPair(row[*m_lat], row[*m_lon])) return place;
    if (m_mgrs)
        if (auto place = mgrsAt(row[*m_mgrs])) return place;
    if (!m_both) return {};
    if (const auto place = parseLatLon(row[*m_both])) return TextPlace{pointAt(*place)};
    return mgrsAt(row[*m_both]);
}

bool TextPositions::isSaid(const std::vector<std::string>& row) const {
    return std::ranges::any_of(m_columns, [&](std::size_t column) { return !row[column].empty(); });
}

}  // namespace geodata
