#include "geodata/load/reproject.hpp"

#include <cmath>

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

std::vector<Vertex> projected(std::span<const MapPoint> part, FittedTransformation& toMap) {
    std::vector<MapPoint> map(part.begin(), part.end());
    toMap.forward(map);
    std::vector<Vertex> vertices;
    for (std::size_t i = 0; i < part.size(); ++i) vertices.push_back({part[i], map[i]});
    return vertices;
}

}  // namespace

void reproject(Feature& feature, FittedTransformation& toMap, double toleranceM, ReprojectCounts& counts) {
    Bender bender(toMap, toleranceM);
    const GeometryKind kind = feature.geometry.kind;
    const std::size_t least = kind == GeometryKind::polygon ? 3 : kind == GeometryKind::line ? 2 : 1;
    Geometry made{kind, {}, {}};
    std::vector<MapPoint> part;
    const auto finishPart = [&] {
        if (part.size() >= least) made.addPart(part);
        part.clear();
    };
    for (std::size_t p = 0; p < feature.geometry.partCount(); ++p) {
        const std::vector<Vertex> vertices = projected(feature.geometry.part(p), toMap);
        const Vertex* before = nullptr;
        for (const Vertex& vertex : vertices) {
            ++counts.points;
            if (!hasPlace(vertex.map)) {
                counts.lost.add(feature.id);
                if (kind == GeometryKind::line) finishPart();
                before = nullptr;
                continue;
            }
            if (before != nullptr && kind != GeometryKind::point) bender.addBetween(*before, vertex, part);
            part.push_back(vertex.map);
            before = &vertex;
        }
        if (kind == GeometryKind::polygon && before != nullptr && hasPlace(vertices.front().map)) bender.addBetween(*before, vertices.front(), part);
        finishPart();
    }
    if (made.partCount() == 0) made.kind = GeometryKind::none;
    feature.geometry = std::move(made);
}

}  // namespace geodata
