#include "geodata/store/vertex_graph.hpp"

#include <bit>
#include <future>
#include <utility>

#include "geodata/result/result.hpp"

namespace geodata {
namespace {

constexpr std::uint32_t kNobody = UINT32_MAX;
constexpr std::size_t kOwnThreadFromVertices = 100'000;

std::uint64_t mixed(MapPoint p) {
    // Adding 0.0 makes the two zeros one; they are equal, so they must hash alike.
    std::uint64_t h = std::bit_cast<std::uint64_t>(p.x + 0.0) * 0x9E3779B97F4A7C15;
    h = (std::rotl(h, 32) ^ std::bit_cast<std::uint64_t>(p.y + 0.0)) * 0xBF58476D1CE4E5B9;
    h ^= h >> 29;
    return (h * 0x94D049BB133111EB) ^ (h >> 31);
}

// A vertex as the search for equal ones sees it: the vertices themselves are looked at only where the hashes agree.
struct Hashed {
    std::uint32_t hash, vertex;
};

// Sorted by the hash's top bits in one pass, each bucket in the vertices' order: one after the other the buckets' tables
// fit into the processor's cache, where one table for all would miss it at every vertex.
class Buckets {
public:
    explicit Buckets(std::span<const MapPoint> vertices) : m_ends((std::size_t{1} << kBits) + 1), m_all(vertices.size()) {
        for (const MapPoint p : vertices) ++m_ends[bucketOf(mixed(p)) + 1];
        for (std::size_t i = 1; i < m_ends.size(); ++i) m_ends[i] += m_ends[i - 1];
        for (std::uint32_t i = 0; i < vertices.size(); ++i) {
            const std::uint64_t hash = mixed(vertices[i]);
            m_all[m_ends[bucketOf(hash)]++] = {static_cast<std::uint32_t>(hash), i};
        }
    }
    std::size_t count() const { return std::size_t{1} << kBits; }
    std::span<const Hashed> bucket(std::size_t i) const {
        const std::uint32_t begin = i == 0 ? 0 : m_ends[i - 1];  // the ends have moved on by one while filling
        return std::span(m_all).subspan(begin, m_ends[i] - begin);
    }

private:
    static constexpr int kBits = 11;
    static std::size_t bucketOf(std::uint64_t hash) { return hash >> (64 - kBits); }
    std::vector<std::uint32_t> m_ends;
    std::vector<Hashed> m_all;
};

// Of the vertices in some buckets.
void findFirst(std::span<const MapPoint> vertices, const Buckets& buckets, std::size_t fromBucket, std::size_t toBucket, std::vector<std::uint32_t>& first) {
    std::vector<Hashed> slots;  // open addressing
    for (std::size_t b = fromBucket; b < toBucket; ++b) {
        const std::span<const Hashed> bucket = buckets.bucket(b);
        slots.assign(std::bit_ceil(2 * bucket.size() + 1), {0, kNobody});
        for (const Hashed& one : bucket) {
            std::size_t slot = one.hash & (slots.size() - 1);
            const auto isOther = [&](const Hashed& there) { return there.hash != one.hash || !(vertices[there.vertex] == vertices[one.vertex]); };
            while (slots[slot].vertex != kNobody && isOther(slots[slot])) slot = (slot + 1) & (slots.size() - 1);
            if (slots[slot].vertex == kNobody) slots[slot] = one;
            first[one.vertex] = slots[slot].vertex;
        }
    }
}

// For each vertex the first one that is equal to it, itself where there is none before. Equal ones share a bucket, so two
// threads have a half each.
std::vector<std::uint32_t> firstEquals(std::span<const MapPoint> vertices) {
    const Buckets buckets(vertices);
    std::vector<std::uint32_t> first(vertices.size());
    const std::size_t half = buckets.count() / 2;
    const auto other = std::async(vertices.size() < kOwnThreadFromVertices ? std::launch::deferred : std::launch::async,
                                  [&] { findFirst(vertices, buckets, half, buckets.count(), first); });
    findFirst(vertices, buckets, 0, half, first);
    other.wait();
    return first;
}

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
    gather();
    number();
    m_neighbours.resize(placeCount());
    forEachPart([this](const PlacedPart& part) { connect(part); });
}

void VertexGraph::gather() {
    std::size_t vertices = 0;
    for (const Feature& feature : m_set.features)
        if (hasArcs(feature.geometry)) vertices += feature.geometry.points.size();
    OPSMAP_CHECK(vertices < kNobody);
    m_vertices.reserve(vertices);
    for (const Feature& feature : m_set.features)
        if (hasArcs(feature.geometry)) m_vertices.insert(m_vertices.end(), feature.geometry.points.begin(), feature.geometry.points.end());
}

// In the order in which places are first met, so that a line's places lie side by side in memory.
void VertexGraph::number() {
    m_placeOfVertex = firstEquals(m_vertices);
    m_vertexOfPlace.reserve(m_vertices.size());
    for (std::uint32_t vertex = 0; vertex < m_vertices.size(); ++vertex) {
        std::uint32_t& number = m_placeOfVertex[vertex];
        const bool isFirst = number == vertex;
        number = isFirst ? static_cast<std::uint32_t>(m_vertexOfPlace.size()) : m_placeOfVertex[number];
        if (isFirst) m_vertexOfPlace.push_back(vertex);
    }
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
