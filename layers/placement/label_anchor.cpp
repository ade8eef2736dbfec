// SPDX-License-Identifier: Apache-2.0
// The pole of inaccessibility by Mapbox's "polylabel": squares are halved, the most promising first, until none can
// hold a better point.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <queue>

#include "layers/placement/label_placement.hpp"

namespace layers {

namespace {

using geodata::Geometry;

constexpr std::size_t kMaxPoints = 2000;  // more do not improve a label's place, but cost time for every square
constexpr double kMaxPointVisits = 2e7;   // some 50 ms
constexpr double kMinPrecision = 1e-3;    // of the box's longer side

using Rings = std::vector<std::vector<MapPoint>>;

std::size_t pointCount(const Rings& rings) {
    std::size_t count = 0;
    for (const auto& ring : rings) count += ring.size();
    return count;
}

Rings finiteRings(const Geometry& polygon) {
    Rings rings;
    for (std::size_t i = 0; i < polygon.partCount(); ++i) {
        std::vector<MapPoint> ring;
        for (const MapPoint p : polygon.part(i))
            if (std::isfinite(p.x) && std::isfinite(p.y)) ring.push_back(p);
        if (!ring.empty()) rings.push_back(std::move(ring));
    }
    return rings;
}

MapBox boxOfRings(const Rings& rings) {
    MapBox box;
    for (const auto& ring : rings) box = geodata::united(box, geodata::boxOf(ring));
    return box;
}

// Leaves out points nearer than `toleranceM` to the last one kept: no edge moves further than that.
Rings thinned(const Rings& rings, double toleranceM) {
    Rings thin;
    for (const auto& ring : rings) {
        std::vector<MapPoint> kept;
        for (const MapPoint p : ring)
            if (kept.empty() || std::hypot(p.x - kept.back().x, p.y - kept.back().y) >= toleranceM) kept.push_back(p);
        if (kept.size() >= 3) thin.push_back(std::move(kept));
    }
    return thin;
}

double distanceToEdgeSquared(MapPoint p, MapPoint a, MapPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    const double ex = a.x + t * dx - p.x, ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

// To the nearest edge; positive inside by the even-odd rule, negative outside.
double insideDistance(MapPoint p, const Rings& rings) {
    bool inside = false;
    double nearest = std::numeric_limits<double>::infinity();
    for (const auto& ring : rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const MapPoint a = ring[i], b = ring[j];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
            nearest = std::min(nearest, distanceToEdgeSquared(p, a, b));
        }
    return (inside ? 1 : -1) * std::sqrt(nearest);
}

struct Square {
    MapPoint middle;
    double halfM = 0;
    double distanceM = 0;  // of the middle
    double mostM() const { return distanceM + halfM * std::sqrt(2.0); }
    bool operator<(const Square& other) const { return mostM() < other.mostM(); }
};

class PoleSearch {
public:
    PoleSearch(const Rings& rings, const MapBox& box) : m_rings(rings) {
        m_budget =
            static_cast<int>(std::clamp(kMaxPointVisits / static_cast<double>(pointCount(rings)), 200.0, 20000.0));
        const double sideM = std::max(std::min(box.width(), box.height()), std::max(box.width(), box.height()) / 32);
        const auto columns = static_cast<int>(std::ceil(box.width() / sideM));
        const auto rows = static_cast<int>(std::ceil(box.height() / sideM));
        for (int i = 0; i < columns; ++i)
            for (int j = 0; j < rows; ++j)
                look({box.min.x + (i + 0.5) * sideM, box.min.y + (j + 0.5) * sideM}, sideM / 2);
        look(box.center(), 0);
    }

    Square run(double precisionM) {
        while (!m_open.empty() && m_budget > 0) {
            const Square square = m_open.top();
            m_open.pop();
            if (square.mostM() - m_best.distanceM <= precisionM) break;
            const double h = square.halfM / 2;
            for (const MapPoint corner : {MapPoint{-h, -h}, {h, -h}, {-h, h}, {h, h}})
                look({square.middle.x + corner.x, square.middle.y + corner.y}, h);
        }
        return m_best;
    }

private:
    void look(MapPoint middle, double halfM) {
        const Square square{middle, halfM, insideDistance(middle, m_rings)};
        if (square.distanceM > m_best.distanceM) m_best = square;
        if (halfM > 0) m_open.push(square);
        --m_budget;
    }

    const Rings& m_rings;
    std::priority_queue<Square> m_open;
    Square m_best{{}, 0, -std::numeric_limits<double>::infinity()};
    int m_budget = 0;
};

// For a big polygon: the pole of a simpler one, where that lies inside the true one too.
std::optional<MapPoint> poleOfThinned(const Rings& rings, const MapBox& box, double precisionM) {
    if (pointCount(rings) <= kMaxPoints) return std::nullopt;
    double toleranceM = std::max(box.width(), box.height()) / 2048;
    Rings thin = thinned(rings, toleranceM);
    while (pointCount(thin) > kMaxPoints) thin = thinned(rings, toleranceM *= 2);
    if (thin.empty()) return std::nullopt;
    const MapPoint found = PoleSearch(thin, box).run(precisionM).middle;
    return insideDistance(found, rings) > 0 ? std::optional(found) : std::nullopt;
}

}  // namespace

MapPoint labelAnchor(const Geometry& polygon, double precision) {
    const Rings rings = finiteRings(polygon);
    if (rings.empty()) return {};
    const MapBox box = boxOfRings(rings);
    if (!(box.width() > 0 && box.height() > 0)) return box.center();
    if (!std::isfinite(box.width() + box.height())) return rings.front().front();
    const double longerM = std::max(box.width(), box.height());
    const double precisionM = precision > kMinPrecision * longerM ? precision : kMinPrecision * longerM;
    if (const std::optional<MapPoint> quick = poleOfThinned(rings, box, precisionM)) return *quick;
    const Square found = PoleSearch(rings, box).run(precisionM);
    return found.distanceM > 0 ? found.middle : rings.front().front();
}

}  // namespace layers
