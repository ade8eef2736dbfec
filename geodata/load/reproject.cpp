// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/reproject.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace geodata {
namespace {

// Halving divides the error by four: this many bend an edge around half the earth to centimetres. Where the map itself
// tears, only the halves at the tear go so deep.
constexpr int kMostHalvings = 14;
// Shorter edges cannot leave their chord by millimetres in an S whose middle lies on the chord.
constexpr double kLongEdgeM = 20000;
constexpr double kFarthestM = 1e9;

bool hasPlace(MapPoint p) { return std::abs(p.x) < kFarthestM && std::abs(p.y) < kFarthestM; }  // false for NaN
MapPoint middle(MapPoint a, MapPoint b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

struct Vertex {
    MapPoint source, map;
};

class Bender {
public:
    Bender(FittedTransformation& toMap, double toleranceM) : m_toMap(toMap), m_toleranceM(toleranceM) {}

    // The points between the ends, in order; none beside a place that the map does not have.
    void addBetween(const Vertex& a, const Vertex& b, std::vector<MapPoint>& out, int depth = 0) {
        if (depth == kMostHalvings || a.source == b.source) return;
        const Vertex half = between(a, b);
        if (!hasPlace(half.map) || isStraight(a, half, b)) return;
        addBetween(a, half, out, depth + 1);
        out.push_back(half.map);
        addBetween(half, b, out, depth + 1);
    }

private:
    Vertex between(const Vertex& a, const Vertex& b) {
        const MapPoint source = middle(a.source, b.source);
        return {source, m_toMap.forward(source)};
    }
    bool isNear(MapPoint p, MapPoint q) const { return std::hypot(p.x - q.x, p.y - q.y) <= m_toleranceM; }
    bool isStraight(const Vertex& a, const Vertex& half, const Vertex& b) {
        const MapPoint chord = middle(a.map, b.map);
        if (!isNear(half.map, chord)) return false;
        if (std::hypot(a.map.x - b.map.x, a.map.y - b.map.y) < kLongEdgeM) return true;
        return isNear(between(a, half).map, middle(a.map, chord)) && isNear(between(half, b).map, middle(chord, b.map));
    }

    FittedTransformation& m_toMap;
    double m_toleranceM;
};

// A feature's parts as they come out: too short ones are taken back.
class Parts {
public:
    Parts(GeometryKind kind, std::size_t vertices)
        : m_made{kind, {}, {}},
          m_least(kind == GeometryKind::polygon ? 3
                  : kind == GeometryKind::line  ? 2
                                                : 1) {
        m_made.points.reserve(vertices);
    }

    std::vector<MapPoint>& points() { return m_made.points; }
    // A part none of whose edges bends. False, and nothing is added: a vertex has no place.
    bool addUnbent(std::span<const MapPoint> source, FittedTransformation& toMap) {
        const std::size_t begin = m_made.points.size();
        m_made.points.insert(m_made.points.end(), source.begin(), source.end());
        const auto added = std::span(m_made.points).subspan(begin);
        toMap.forward(added);
        const bool placed = std::ranges::all_of(added, hasPlace);
        if (placed) finishPart();
        else m_made.points.resize(begin);
        return placed;
    }
    void finishPart() {
        const std::size_t begin = m_made.partEnds.empty() ? 0 : m_made.partEnds.back();
        if (m_made.points.size() - begin < m_least) m_made.points.resize(begin);
        else m_made.partEnds.push_back(static_cast<std::uint32_t>(m_made.points.size()));
    }
    Geometry take() {
        if (m_made.partCount() == 0) m_made.kind = GeometryKind::none;
        return std::move(m_made);
    }

private:
    Geometry m_made;
    std::size_t m_least;
};

// Whether no edge can bend, which is so of nearly all parts and leaves nothing to do at their vertices.
bool isSurelyUnbent(GeometryKind kind, std::span<const MapPoint> part, FittedTransformation& toMap, double toleranceM) {
    if (kind == GeometryKind::point || part.empty()) return true;
    for (std::size_t i = 1; i < part.size(); ++i)
        if (!toMap.isSurelyStraight(part[i - 1], part[i], toleranceM)) return false;
    return kind == GeometryKind::line || toMap.isSurelyStraight(part.back(), part.front(), toleranceM);
}

}  // namespace

void reproject(Feature& feature, FittedTransformation& toMap, double toleranceM, ReprojectCounts& counts) {
    Bender bender(toMap, toleranceM);
    const Geometry& source = feature.geometry;
    counts.points += source.points.size();
    Parts parts(source.kind, source.points.size());
    std::vector<MapPoint> map;
    for (std::size_t p = 0; p < source.partCount(); ++p) {
        const std::span<const MapPoint> part = source.part(p);
        if (isSurelyUnbent(source.kind, part, toMap, toleranceM) && parts.addUnbent(part, toMap)) continue;
        map.assign(part.begin(), part.end());
        toMap.forward(map);
        const auto bend = [&](std::size_t a, std::size_t b) {
            if (source.kind == GeometryKind::point || toMap.isSurelyStraight(part[a], part[b], toleranceM)) return;
            bender.addBetween({part[a], map[a]}, {part[b], map[b]}, parts.points());
        };
        bool wasPlaced = false;  // the vertex before
        for (std::size_t i = 0; i < part.size(); ++i) {
            const bool placed = hasPlace(map[i]);
            if (!placed) {
                counts.lost.add(feature.id);
                if (source.kind == GeometryKind::line) parts.finishPart();
            } else {
                if (wasPlaced) bend(i - 1, i);
                parts.points().push_back(map[i]);
            }
            wasPlaced = placed;
        }
        if (source.kind == GeometryKind::polygon && wasPlaced && hasPlace(map[0])) bend(part.size() - 1, 0);
        parts.finishPart();
    }
    feature.geometry = parts.take();
}

}  // namespace geodata
