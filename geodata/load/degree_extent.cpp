// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/degree_extent.hpp"

#include <algorithm>
#include <cmath>

namespace geodata {
namespace {

bool isPlace(MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

}  // namespace

Result<DegreeExtent> DegreeExtent::of(const std::string& crs, const KnownTransformations& known) {
    auto toDegrees = known.toMap(crs, kLonLatCrs);  // plate carrée metres
    if (!toDegrees) return toDegrees.error();
    return DegreeExtent(std::move(*toDegrees), known.areaOfUse(crs));
}

MapPoint DegreeExtent::degreesOf(MapPoint source) const {
    const MapPoint p = m_toDegrees.forward(source);
    return {p.x / kPlateCarreeMetresPerDegree, p.y / kPlateCarreeMetresPerDegree};
}

// Corners and edges' middles of the box already lie inside: its points then widen nothing that one would see.
bool DegreeExtent::covers(const MapBox& source) const {
    for (int i = 0; i < 9; ++i) {
        const int column = i % 3, row = i / 3;
        const MapPoint p =
            degreesOf({source.min.x + source.width() * column / 2, source.min.y + source.height() * row / 2});
        if (!isPlace(p) || !m_degrees.contains(p) || !m_longitudes.holds(p.x)) return false;
    }
    return true;
}

void DegreeExtent::countPlace(const Feature& feature, MapPoint degrees) {
    if (!m_area || !isPlace(degrees) || m_area->holds({degrees.x, degrees.y}, 1) || m_lastOutside == feature.id) return;
    m_outsideArea.add(feature.id);
    m_lastOutside = feature.id;
}

void DegreeExtent::add(const Feature& feature, bool inDegrees) {
    const Geometry& geometry = feature.geometry;
    if (geometry.points.empty()) return;
    const auto placeOf = [&](MapPoint p) { return inDegrees ? p : degreesOf(p); };
    countPlace(feature, placeOf(geometry.points.front()));
    if (!inDegrees && geometry.points.size() > 9 && !m_degrees.empty() && covers(boxOf(geometry.points))) return;
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        MapBox part;
        for (const MapPoint point : geometry.part(i))
            if (const MapPoint p = placeOf(point); isPlace(p)) part = extended(part, p);
        if (part.empty()) continue;
        m_degrees = united(m_degrees, part);
        m_longitudes.add(part.min.x, part.max.x);
    }
}

std::optional<LonLatBox> DegreeExtent::box() const {
    const auto span = m_longitudes.span();
    if (m_degrees.empty() || !span) return {};
    return LonLatBox{span->first, m_degrees.min.y, span->second, m_degrees.max.y};
}

void Longitudes::add(double west, double east) {
    if (!(east >= west)) return;
    if (east - west >= kCells) {
        west = -180;
        east = 180;
    }
    const double turn = 360 * std::floor((west + 180) / 360);  // 180 itself stays where it is
    const double from = west - turn == -180 && west > 0 ? 180 : west - turn, to = from + (east - west);
    for (double lon = from; lon <= to; lon = std::floor(lon) + 1) {
        const double end = std::min(to, std::floor(lon) + 1);
        // The last degree ends at 180; what goes on beyond it comes in again from -180.
        const bool isBeyond = lon >= 180 && to > 180;
        const double back = isBeyond ? 360 : 0;
        Cell& cell = m_cells[static_cast<std::size_t>(std::clamp(std::floor(lon - back) + 180, 0.0, kCells - 1.0))];
        cell.west = std::min(cell.west, lon - back);
        cell.east = std::max(cell.east, end - back);
    }
}

bool Longitudes::holds(double lon) const {
    const Cell& cell = m_cells[static_cast<std::size_t>(std::clamp(std::floor(lon) + 180, 0.0, kCells - 1.0))];
    return lon >= cell.west && lon <= cell.east;
}

std::optional<std::pair<double, double>> Longitudes::span() const {
    const auto first = std::ranges::find_if_not(m_cells, &Cell::isEmpty);
    if (first == m_cells.end()) return {};
    double west = first->west, east = first->east, widest = 0, before = first->east;
    for (const Cell& cell : m_cells)
        if (!cell.isEmpty()) east = std::max(east, cell.east);
    const double across = west + 360 - east;  // the gap that 180° lies in
    std::pair whole(west, east);
    for (const Cell& cell : m_cells) {
        if (cell.isEmpty()) continue;
        if (const double gap = cell.west - before; gap > widest && gap > across) {
            widest = gap;
            whole = {cell.west, before};
        }
        before = std::max(before, cell.east);
    }
    return whole;
}

}  // namespace geodata
