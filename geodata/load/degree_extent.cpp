// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/degree_extent.hpp"

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
        if (!isPlace(p) || !m_degrees.contains(p)) return false;
    }
    return true;
}

void DegreeExtent::add(const Feature& feature) {
    const auto& points = feature.geometry.points;
    if (points.empty()) return;
    const MapPoint first = degreesOf(points.front());
    if (m_area && isPlace(first) && !m_area->holds({first.x, first.y}, 1)) m_outsideArea.add(feature.id);
    if (points.size() > 9 && !m_degrees.empty() && covers(boxOf(points))) return;
    for (const MapPoint point : points)
        if (const MapPoint p = degreesOf(point); isPlace(p)) m_degrees = extended(m_degrees, p);
}

std::optional<LonLatBox> DegreeExtent::box() const {
    if (m_degrees.empty()) return {};
    return LonLatBox{m_degrees.min.x, m_degrees.min.y, m_degrees.max.x, m_degrees.max.y};
}

}  // namespace geodata
