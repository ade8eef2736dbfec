// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/coarse_copy.hpp"

#include <algorithm>

#include "geodata/store/importance.hpp"

namespace geodata {
namespace {

void appendCoarse(std::span<const MapPoint> part, bool closed, double toleranceM, std::vector<MapPoint>& out) {
    // The edge before the first vertex: a ring's last one; a line's ends always stay.
    float before = closed ? edgeImportance(part.back(), part.front()) : kAlwaysImportant;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const bool last = i + 1 == part.size();
        const float after = !last    ? edgeImportance(part[i], part[i + 1])
                            : closed ? edgeImportance(part[i], part[0])
                                     : kAlwaysImportant;
        if (std::max(before, after) >= toleranceM) out.push_back(part[i]);
        before = after;
    }
}

Geometry coarseGeometry(const Geometry& fine, double toleranceM) {
    if (fine.kind != GeometryKind::polygon && fine.kind != GeometryKind::line) return fine;
    const bool closed = fine.kind == GeometryKind::polygon;
    Geometry coarse{fine.kind, {}, {}};
    for (std::size_t i = 0; i < fine.partCount(); ++i) {
        const std::size_t begin = coarse.points.size();
        const MapBox box = boxOf(fine.part(i));
        if (std::max(box.width(), box.height()) >= toleranceM)
            appendCoarse(fine.part(i), closed, toleranceM, coarse.points);
        if (coarse.points.size() - begin < (closed ? 3U : 2U)) coarse.points.resize(begin);
        else coarse.partEnds.push_back(static_cast<std::uint32_t>(coarse.points.size()));
    }
    if (coarse.partCount() == 0) coarse.kind = GeometryKind::none;
    return coarse;
}

}  // namespace

std::vector<Feature> coarseCopy(std::span<const Feature> features, double toleranceM) {
    std::vector<Feature> copies;
    copies.reserve(features.size());
    for (const Feature& feature : features)
        copies.push_back({feature.id, coarseGeometry(feature.geometry, toleranceM), feature.values});
    return copies;
}

}  // namespace geodata
