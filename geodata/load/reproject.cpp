#include "geodata/load/reproject.hpp"

#include <cmath>

namespace geodata {
namespace {

constexpr int kMostHalvings = 6;  // 64 pieces an edge: beyond, the map is not one at this place
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
        const MapPoint source = middle(a.source, b.source);
        const Vertex half{source, m_toMap.forward(source)};
        const MapPoint straight = middle(a.map, b.map);
        if (!hasPlace(half.map) || std::hypot(half.map.x - straight.x, half.map.y - straight.y) <= m_toleranceM) return;
        addBetween(a, half, out, depth + 1);
        out.push_back(half.map);
        addBetween(half, b, out, depth + 1);
    }

private:
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
                ++counts.lost;
                if (!counts.firstLost) counts.firstLost = feature.id;
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
