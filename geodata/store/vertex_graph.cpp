#include "geodata/store/vertex_graph.hpp"

#include <bit>
#include <utility>

#include "geodata/result/result.hpp"

namespace geodata {
namespace {

constexpr std::uint32_t kNobody = UINT32_MAX;

std::uint64_t mixed(MapPoint p) {
    // Adding 0.0 makes the two zeros one; they are equal, so they must hash alike.
    std::uint64_t h = std::bit_cast<std::uint64_t>(p.x + 0.0) * 0x9E3779B97F4A7C15;
    h = (std::rotl(h, 32) ^ std::bit_cast<std::uint64_t>(p.y + 0.0)) * 0xBF58476D1CE4E5B9;
    return h ^ (h >> 29) ^ (h >> 47);
}

// Open addressing over the points themselves: 4 bytes a slot, where std::unordered_map takes 48 a vertex.
class PlaceNumbers {
public:
    PlaceNumbers(std::size_t vertices, std::vector<MapPoint>& points)
        : m_points(points), m_slots(std::bit_ceil(vertices + vertices / 2 + 1), kNobody) {}

    std::uint32_t numberOf(MapPoint p) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = mixed(p) & mask;
        while (m_slots[slot] != kNobody && !(m_points[m_slots[slot]] == p)) slot = (slot + 1) & mask;
        if (m_slots[slot] == kNobody) {
            m_slots[slot] = static_cast<std::uint32_t>(m_points.size());
            m_points.push_back(p);
        }
        return m_slots[slot];
    }

private:
    std::vector<MapPoint>& m_points;
    std::vector<std::uint32_t> m_slots;
};

void dropRepeated(std::vector<std::uint32_t>& places, bool closed) {
    std::size_t kept = 0;
    for (const std::uint32_t place : places)
        if (kept == 0 || places[kept - 1] != place) places[kept++] = place;
    while (closed && kept > 1 && places[kept - 1] == places[0]) --kept;
    places.resize(kept);
}

}  // namespace

bool hasArcs(const Geometry& geometry) {
    return geometry.kind == GeometryKind::line || geometry.kind == GeometryKind::polygon;
}

VertexGraph::VertexGraph(const FeatureSet& set) : m_set(set) {
    number();
    m_neighbours.resize(m_points.size());
    forEachPart([this](const PlacedPart& part) { connect(part); });
}

void VertexGraph::number() {
    std::size_t vertices = 0;
    for (const Feature& feature : m_set.features)
        if (hasArcs(feature.geometry)) vertices += feature.geometry.points.size();
    OPSMAP_CHECK(vertices < kNobody);
    m_placeOfVertex.reserve(vertices);
    PlaceNumbers numbers(vertices, m_points);
    for (const Feature& feature : m_set.features)
        if (hasArcs(feature.geometry))
            for (const MapPoint p : feature.geometry.points) m_placeOfVertex.push_back(numbers.numberOf(p));
}

void VertexGraph::forEachPart(const std::function<void(const PlacedPart&)>& visit) const {
    std::vector<std::uint32_t> places;
    std::size_t begin = 0;
    for (const Feature& feature : m_set.features) {
        if (!hasArcs(feature.geometry)) continue;
        const bool closed = feature.geometry.kind == GeometryKind::polygon;
        for (std::size_t i = 0; i < feature.geometry.partCount(); ++i) {
            const std::size_t size = feature.geometry.part(i).size();
            places.assign(m_placeOfVertex.begin() + static_cast<std::ptrdiff_t>(begin),
                          m_placeOfVertex.begin() + static_cast<std::ptrdiff_t>(begin + size));
            begin += size;
            dropRepeated(places, closed);
            if (!places.empty()) visit({places, closed});
        }
    }
}

void VertexGraph::connect(const PlacedPart& part) {
    const std::span<const std::uint32_t> places = part.places;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool end = !part.closed && (i == 0 || i + 1 == places.size());
        if (end || places.size() < 3)
            m_neighbours[places[i]].node = true;
        else
            connect(places[i == 0 ? places.size() - 1 : i - 1], places[i], places[i + 1 == places.size() ? 0 : i + 1]);
    }
}

void VertexGraph::connect(std::uint32_t before, std::uint32_t place, std::uint32_t after) {
    Neighbours& known = m_neighbours[place];
    const auto [a, b] = std::minmax(before, after);
    if (a == b || (known.known && (known.a != a || known.b != b))) known.node = true;
    known = {a, b, true, known.node};
}

}  // namespace geodata
