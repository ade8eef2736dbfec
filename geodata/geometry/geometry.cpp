// SPDX-License-Identifier: Apache-2.0
#include "geodata/geometry/geometry.hpp"

#include <algorithm>
#include <cmath>

namespace geodata {

MapBox extended(MapBox box, MapPoint point) {
    return {{std::min(box.min.x, point.x), std::min(box.min.y, point.y)},
            {std::max(box.max.x, point.x), std::max(box.max.y, point.y)}};
}

MapBox united(MapBox a, const MapBox& b) {
    if (b.empty()) return a;
    return extended(extended(a, b.min), b.max);
}

MapBox boxOf(std::span<const MapPoint> points) {
    MapBox box;
    for (const MapPoint p : points) {  // written out, so that the compiler keeps the four numbers in registers
        box.min = {std::min(box.min.x, p.x), std::min(box.min.y, p.y)};
        box.max = {std::max(box.max.x, p.x), std::max(box.max.y, p.y)};
    }
    return box;
}

MapBox grown(MapBox box, double byM) {
    return {{box.min.x - byM, box.min.y - byM}, {box.max.x + byM, box.max.y + byM}};
}

std::span<const MapPoint> Geometry::part(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : partEnds[i - 1];
    return {points.data() + begin, partEnds[i] - begin};
}

void Geometry::addPart(std::span<const MapPoint> part) {
    points.insert(points.end(), part.begin(), part.end());
    partEnds.push_back(static_cast<std::uint32_t>(points.size()));
}

double signedDoubleArea(std::span<const MapPoint> ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        // Relative to the first point: far from the origin the products would lose the small ring.
        const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()], o = ring[0];
        sum += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
    }
    return sum;
}

void turnRing(std::span<MapPoint> ring, bool isHole) {
    const double doubleArea = signedDoubleArea(ring);
    if (isHole ? doubleArea > 0 : doubleArea < 0) std::ranges::reverse(ring);
}

bool beginsPolygon(std::span<const MapPoint> ring, double toleranceM) {
    double roundM = 0;  // at least the ring's length
    for (std::size_t i = 0; toleranceM > 0 && i < ring.size(); ++i) {
        const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        roundM += std::abs(b.x - a.x) + std::abs(b.y - a.y);
    }
    return signedDoubleArea(ring) > roundM * toleranceM;
}

std::vector<std::size_t> polygonEnds(std::span<const std::vector<MapPoint>> rings, double toleranceM) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 1; i < rings.size(); ++i)
        if (beginsPolygon(rings[i], toleranceM)) ends.push_back(i);
    if (!rings.empty()) ends.push_back(rings.size());
    return ends;
}

}  // namespace geodata
