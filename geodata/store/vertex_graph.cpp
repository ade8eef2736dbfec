// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/vertex_graph.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <future>
#include <utility>

#include "geodata/result/result.hpp"

namespace geodata {
namespace {

constexpr std::size_t kTwoThreadsFromVertices = 100'000;
constexpr std::size_t kVerticesAtOnce = 1 << 15;  // that a thread takes of the parts

// `work` with 0 and with 1, at the same time where there is much to do.
template <class Work>
void inHalves(std::size_t vertices, const Work& work) {
    const auto other = std::async(vertices < kTwoThreadsFromVertices ? std::launch::deferred : std::launch::async,
                                  [&] { work(std::size_t{1}); });
    work(std::size_t{0});
    other.wait();
}

std::uint64_t mixed(MapPoint p) {
    // Adding 0.0 makes the two zeros one; they are equal, so they must hash alike.
    std::uint64_t h = std::bit_cast<std::uint64_t>(p.x + 0.0) * 0x9E3779B97F4A7C15;
    h = (std::rotl(h, 32) ^ std::bit_cast<std::uint64_t>(p.y + 0.0)) * 0xBF58476D1CE4E5B9;
    h ^= h >> 29;
    return (h * 0x94D049BB133111EB) ^ (h >> 31);
}

// A vertex with all that the search for equal ones needs, so that nothing is looked up elsewhere.
struct Hashed {
    MapPoint point;
    std::uint32_t hash = 0, vertex = 0;
};

constexpr std::size_t kBucketBits = 11, kBuckets = std::size_t{1} << kBucketBits;
using BucketCounts = std::array<std::size_t, kBuckets>;

std::size_t bucketOf(std::uint64_t hash) { return hash >> (64 - kBucketBits); }

// The first of each that is equal, of the vertices in one bucket, which stand in their order.
class FirstFinder {
public:
    void find(std::span<const Hashed> bucket, std::vector<std::uint32_t>& first) {
        m_slots.assign(std::bit_ceil(2 * bucket.size() + 1), kEmpty);
        for (std::uint32_t i = 0; i < bucket.size(); ++i) {
            const Hashed& one = bucket[i];
            std::size_t slot = one.hash & (m_slots.size() - 1);
            while (m_slots[slot] != kEmpty && !(bucket[m_slots[slot]].point == one.point))
                slot = (slot + 1) & (m_slots.size() - 1);
            if (m_slots[slot] == kEmpty) m_slots[slot] = i;
            first[one.vertex] = bucket[m_slots[slot]].vertex;
        }
    }

private:
    static constexpr std::uint32_t kEmpty = UINT32_MAX;
    std::vector<std::uint32_t> m_slots;  // open addressing; indices into the bucket
};

}  // namespace

bool hasArcs(const Geometry& geometry) {
    return geometry.kind == GeometryKind::line || geometry.kind == GeometryKind::polygon;
}

VertexGraph::VertexGraph(const FeatureSet& set) {
    listParts(set);
    m_placeOfVertex = firstEquals();
    m_neighbours.resize(vertexCount());
    const auto middle = static_cast<std::uint32_t>(vertexCount() / 2), end = static_cast<std::uint32_t>(vertexCount());
    inHalves(vertexCount(),
             [&](std::size_t half) { half == 0 ? connectPlaces(0, middle) : connectPlaces(middle, end); });
}

void VertexGraph::listParts(const FeatureSet& set) {
    std::size_t vertices = 0;
    for (const Feature& feature : set.features) {
        if (!hasArcs(feature.geometry)) continue;
        for (std::size_t i = 0; i < feature.geometry.partCount(); ++i) {
            const std::span<const MapPoint> points = feature.geometry.part(i);
            m_parts.push_back({points.data(), static_cast<std::uint32_t>(vertices),
                               static_cast<std::uint32_t>(points.size()),
                               feature.geometry.kind == GeometryKind::polygon});
            vertices += points.size();
        }
    }
    OPSMAP_CHECK(vertices < UINT32_MAX);
    m_vertexCount = vertices;
}

// Those whose first vertex is one of these.
std::span<const VertexGraph::Part> VertexGraph::partsFrom(std::size_t vertex, std::size_t toVertex) const {
    const auto begins = [](const Part& part, std::size_t at) { return part.firstVertex < at; };
    const auto first = std::lower_bound(m_parts.begin(), m_parts.end(), vertex, begins);
    return {first, std::lower_bound(first, m_parts.end(), toVertex, begins)};
}

// For each vertex the first one that is equal to it, itself where there is none before. Vertices are sorted by the
// hash's top bits, each bucket in the vertices' order: one after the other the buckets' tables fit into the processor's
// cache, where one table for all would miss it at every vertex.
std::vector<std::uint32_t> VertexGraph::firstEquals() const {
    const std::size_t count = vertexCount();
    const std::array<std::span<const Part>, 2> halves{partsFrom(0, count / 2), partsFrom(count / 2, count + 1)};
    const auto forEachVertex = [&](std::size_t half, const auto& visit) {
        for (const Part& part : halves[half])
            for (std::uint32_t i = 0; i < part.size; ++i) visit(part.points[i], part.firstVertex + i);
    };
    std::array<BucketCounts, 2> at{};  // by half: first how many, then where the next one goes
    inHalves(count, [&](std::size_t half) {
        forEachVertex(half, [&](MapPoint p, std::uint32_t) { ++at[half][bucketOf(mixed(p))]; });
    });
    BucketCounts begins{};
    for (std::size_t bucket = 0, next = 0; bucket < kBuckets; ++bucket) {
        begins[bucket] = next;
        for (BucketCounts& half : at) next += std::exchange(half[bucket], next);
    }
    std::vector<Hashed> all(count);
    inHalves(count, [&](std::size_t half) {
        forEachVertex(half, [&](MapPoint p, std::uint32_t vertex) {
            const std::uint64_t hash = mixed(p);
            all[at[half][bucketOf(hash)]++] = {p, static_cast<std::uint32_t>(hash), vertex};
        });
    });
    std::vector<std::uint32_t> first(count);
    inHalves(count, [&](std::size_t half) {  // equal ones share a bucket
        FirstFinder finder;
        for (std::size_t bucket = half * kBuckets / 2; bucket < (half + 1) * kBuckets / 2; ++bucket)
            finder.find(std::span(all).subspan(begins[bucket], at[1][bucket] - begins[bucket]), first);
    });
    return first;
}

PlacedPart VertexGraph::PartView::of(const Part& part, const std::vector<std::uint32_t>& placeOfVertex) {
    const std::span points(part.points, part.size);
    const std::span places = std::span(placeOfVertex).subspan(part.firstVertex, part.size);
    const bool endsAgain = part.closed && places.size() > 1 && places.front() == places.back();
    if (!endsAgain && std::ranges::adjacent_find(places) == places.end()) return {points, places, part.closed};
    m_points.clear();
    m_places.clear();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0 && m_places.back() == places[i]) continue;
        m_points.push_back(points[i]);
        m_places.push_back(places[i]);
    }
    while (part.closed && m_places.size() > 1 && m_places.back() == m_places.front()) {
        m_points.pop_back();
        m_places.pop_back();
    }
    return {m_points, m_places, part.closed};
}

void VertexGraph::forEachPart(const std::function<Visitor()>& makeVisitor) const {
    std::atomic<std::size_t> next = 0;  // vertex
    inHalves(vertexCount(), [&](std::size_t) {
        const Visitor visit = makeVisitor();
        PartView view;
        for (std::size_t begin; (begin = next.fetch_add(kVerticesAtOnce)) < vertexCount();)
            for (const Part& part : partsFrom(begin, begin + kVerticesAtOnce))
                if (part.size > 0) visit(view.of(part, m_placeOfVertex));
    });
}

// Every part is looked at for each range of places, so that a place's neighbours are one thread's.
void VertexGraph::connectPlaces(std::uint32_t from, std::uint32_t to) {
    PartView view;
    for (const Part& part : m_parts)
        if (part.size > 0) connect(view.of(part, m_placeOfVertex), from, to);
}

void VertexGraph::connect(const PlacedPart& part, std::uint32_t from, std::uint32_t to) {
    const std::span<const std::uint32_t> places = part.places;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] < from || places[i] >= to) continue;
        Neighbours& known = m_neighbours[places[i]];
        const bool isEnd = places.size() < 3 || (!part.closed && (i == 0 || i + 1 == places.size()));
        const auto [a, b] =
            std::minmax(places[i == 0 ? places.size() - 1 : i - 1], places[i + 1 == places.size() ? 0 : i + 1]);
        const Neighbours here = isEnd || a == b ? kNode : Neighbours{a, b};
        known = known == kUnknown ? here : known == here ? known : kNode;
    }
}

}  // namespace geodata
