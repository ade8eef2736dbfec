// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/text_positions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string_view>

#include "geodata/crs/degree_text.hpp"
#include "geodata/crs/position_text.hpp"
#include "geodata/source/position_names.hpp"

namespace geodata {
namespace {

constexpr double kSquareDrawnFromM = 1000;  // an MGRS reference this coarse is an area, not a point

std::optional<std::size_t> columnNamed(std::span<const Column> columns, std::string_view name) {
    const auto found =
        std::ranges::find_if(columns, [&](const Column& column) { return sameLetters(column.name, name); });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<std::size_t> columnOf(std::span<const Column> columns, const std::string& named, PositionName kind) {
    if (!named.empty()) return columnNamed(columns, named);
    std::optional<std::size_t> best;
    std::size_t bestRank = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (const auto rank = rankOf(columns[i].name, kind); rank && (!best || *rank < bestRank)) {
            best = i;
            bestRank = *rank;
        }
    return best;
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
    place.addPart(std::vector<MapPoint>{
        {c.lon - dx, c.lat - dy}, {c.lon + dx, c.lat - dy}, {c.lon + dx, c.lat + dy}, {c.lon - dx, c.lat + dy}});
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
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(number) ? std::optional(number)
                                                                                             : std::nullopt;
}

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\xc2\xa0") == std::string_view::npos; }

// "POINT EMPTY" has no place and is no fault.
bool isEmptyGeometry(std::string_view text) {
    constexpr std::string_view kEmpty = "empty";
    return text.size() > kEmpty.size() && sameLetters(text.substr(text.size() - kEmpty.size()), kEmpty);
}

}  // namespace

TextPositions::TextPositions(std::span<const Column> columns, const PositionColumns& named, bool isCsv)
    : m_isCsv(isCsv) {
    for (const Column& column : columns) m_names.push_back(column.name);
    m_lat = columnOf(columns, named.lat, PositionName::latitude);
    m_lon = columnOf(columns, named.lon, PositionName::longitude);
    if (m_lat) m_ns = columnOf(columns, {}, PositionName::northOrSouth);
    if (m_lon) m_ew = columnOf(columns, {}, PositionName::eastOrWest);
    if (isCsv && !m_lat && !m_lon && named.lat.empty()) {
        m_lat = columnOf(columns, {}, PositionName::northing);
        m_lon = columnOf(columns, {}, PositionName::easting);
    }
    if (!m_lat || !m_lon) m_lat = m_lon = m_ns = m_ew = std::nullopt;
    m_both = columnOf(columns, named.position, PositionName::both);
    m_mgrs = columnOf(columns, named.mgrs, PositionName::mgrs);
    if (isCsv) m_wkt = columnOf(columns, named.wkt, PositionName::wkt);
    for (const auto& column : {m_lat, m_ns, m_lon, m_ew, m_both, m_mgrs, m_wkt})
        if (column) m_columns.push_back(*column);
    if (m_both || !named.position.empty()) return;
    m_both = columnNamed(columns, "position");
    if (m_both && m_columns.empty())
        m_columns.push_back(*m_both);  // beside other columns it may be a man's: what is no place there is no fault
}

// A sign or letter in the number itself beside another in its column is no position.
std::optional<TextPlace> TextPositions::fromPair(const std::vector<std::string>& row) const {
    const auto withLetter = [&](const std::string& number, const std::optional<std::size_t>& letter) {
        return letter && !isBlank(row[*letter]) ? number + " " + row[*letter] : number;
    };
    const std::string lat = withLetter(row[*m_lat], m_ns), lon = withLetter(row[*m_lon], m_ew);
    if (const auto y = plainNumber(lat), x = plainNumber(lon); y && x) return TextPlace{pointAt({*x, *y}), !m_isCsv};
    const auto north = parseDegrees(lat, Axis::latitude), east = parseDegrees(lon, Axis::longitude);
    return north && east ? std::optional(TextPlace{pointAt({*east, *north})}) : std::nullopt;
}

std::optional<TextPlace> TextPositions::placeOf(const std::vector<std::string>& row) const {
    if (m_lat)
        if (auto place = fromPair(row)) return place;
    if (m_mgrs)
        if (auto place = mgrsAt(row[*m_mgrs])) return place;
    if (!m_both) return {};
    if (const auto place = parseLatLon(row[*m_both])) return TextPlace{pointAt(*place)};
    return mgrsAt(row[*m_both]);
}

std::string TextPositions::saidIn(const std::vector<std::string>& row) const {
    constexpr std::size_t kMostShown = 40;
    std::string said;
    for (const std::size_t column : m_columns)
        if (!row[column].empty() && !(m_wkt == column && isEmptyGeometry(row[column])))
            said += fmt::format("{}{} {}", said.empty() ? "" : ", ", m_names[column], quoted(row[column], kMostShown));
    return said;
}

}  // namespace geodata
