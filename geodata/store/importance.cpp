// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/importance.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>

#include "geodata/store/vertex_graph.hpp"

namespace geodata {
namespace {

constexpr float kUnset = -1;

// Finite and never below `value`, so that ">= t" cannot fail by rounding where the double would pass.
float roundedUp(double value) {
    if (!(value < kAlwaysImportant)) return kAlwaysImportant;
    const auto rounded = static_cast<float>(value);
    return rounded < value ? std::nextafter(rounded, kAlwaysImportant) : rounded;
}

bool isLower(MapPoint a, MapPoint b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }

// Squared, because the root of every candidate would be most of the work.
double squaredDistance(MapPoint p, MapPoint a, MapPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double along = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    const double offX = p.x - (a.x + along * dx), offY = p.y - (a.y + along * dy);
    return offX * offX + offY * offY;
}

// Douglas–Peucker as importance: the vertex at which a span is split gets the span's largest distance, but no more
// than the spans around it, so that filtering by t makes the same splits as the algorithm at t.
class ArcSplitter {
public:
    // Of each point of the arc between its ends, `cap` at most. The result lives until the next call.
    std::span<const float> importances(std::span<const MapPoint> arc, float cap) {
        m_result.assign(arc.size(), cap);
        // Shapes such as combs split off one vertex at a time, which would take n² steps; from this depth on the span
        // is halved instead. Any splitting vertex keeps the promise, the farthest only keeps it with fewer vertices.
        const int depth = 3 * static_cast<int>(std::bit_width(arc.size()));
        m_open.assign(1, {0, arc.size() - 1, cap, depth});
        while (!m_open.empty()) {
            const Span span = m_open.back();
            m_open.pop_back();
            if (span.last - span.first > 1) split(arc, span);
        }
        return m_result;
    }

private:
    struct Span {
        std::size_t first, last;
        float cap;
        int depthLeft;
    };

    void split(std::span<const MapPoint> arc, const Span& span) {
        std::size_t at = span.first + (span.last - span.first) / 2;
        double farthest = 0;
        for (std::size_t i = span.first + 1; i < span.last; ++i) {
            const double distance = squaredDistance(arc[i], arc[span.first], arc[span.last]);
            if (!(distance > farthest)) continue;  // not a number counts as not far: only coordinates beyond 1e150
            farthest = distance;
            if (span.depthLeft > 0) at = i;
        }
        const float importance = std::min(span.cap, roundedUp(std::sqrt(farthest)));
        m_result[at] = importance;
        m_open.push_back({span.first, at, importance, span.depthLeft - 1});
        m_open.push_back({at, span.last, importance, span.depthLeft - 1});
    }

    std::vector<float> m_result;
    std::vector<Span> m_open;
};

// The values that two threads set: an arc that both reach gets the same from either, so that only the single access
// must be whole.
class SharedValues {
public:
    explicit SharedValues(std::vector<float> values) : m_values(std::move(values)) {}

    float at(std::uint32_t place) { return of(place).load(std::memory_order_relaxed); }
    void set(std::uint32_t place, float value) { of(place).store(value, std::memory_order_relaxed); }
    void raise(std::uint32_t place, float least) {
        float now = at(place);
        while (now < least && !of(place).compare_exchange_weak(now, least, std::memory_order_relaxed)) {
        }
    }
    const std::vector<float>& all() const { return m_values; }
    std::vector<float> take() { return std::move(m_values); }

private:
    std::atomic_ref<float> of(std::uint32_t place) { return std::atomic_ref<float>(m_values[place]); }

    std::vector<float> m_values;
};

float sizeOf(const PlacedPart& ring) {
    const MapBox box = boxOf(ring.points);
    return roundedUp(std::max(box.width(), box.height()));
}

// One thread's way through the parts: the importance of the vertices between nodes.
class ArcCutter {
public:
    ArcCutter(const VertexGraph& graph, SharedValues& values) : m_graph(graph), m_values(values) {}

    void cut(const PlacedPart& part) {
        const auto isNode = [this](std::uint32_t place) { return m_graph.isNode(place); };
        const auto node = std::find_if(part.places.begin(), part.places.end(), isNode);
        if (node == part.places.end()) return addIsolatedRing(part);
        clear();
        const auto start = static_cast<std::size_t>(node - part.places.begin()), count = part.places.size();
        for (std::size_t i = 0; i < count + part.closed; ++i) {
            const std::size_t at = (start + i) % count;
            append(part, at, at + 1);
            if (i == 0 || !isNode(part.places[at])) continue;
            addArc(kAlwaysImportant);
            clear();
            append(part, at, at + 1);
        }
    }

private:
    // A ring that meets nobody: its arc runs from its lowest vertex around to it, wherever a feature begins it.
    void addIsolatedRing(const PlacedPart& ring) {
        const auto lowest = static_cast<std::size_t>(std::min_element(ring.points.begin(), ring.points.end(), isLower) -
                                                     ring.points.begin());
        if (m_values.at(ring.places[lowest]) != kUnset) return;
        clear();
        append(ring, lowest, ring.places.size());
        append(ring, 0, lowest + 1);
        const float size = sizeOf(ring);
        m_values.set(ring.places[lowest], size);
        addArc(size);
    }

    void clear() {
        m_arc.clear();
        m_points.clear();
    }
    void append(const PlacedPart& part, std::size_t from, std::size_t to) {
        m_arc.insert(m_arc.end(), part.places.begin() + static_cast<std::ptrdiff_t>(from),
                     part.places.begin() + static_cast<std::ptrdiff_t>(to));
        m_points.insert(m_points.end(), part.points.begin() + static_cast<std::ptrdiff_t>(from),
                        part.points.begin() + static_cast<std::ptrdiff_t>(to));
    }

    // Inner vertices belong to this arc alone (they are no nodes), so one that is set says the arc has been done.
    void addArc(float cap) {
        if (m_arc.size() < 3 || m_values.at(m_arc[1]) != kUnset) return;
        turnCanonical();
        const std::span<const float> importances = m_splitter.importances(m_points, cap);
        for (std::size_t i = 1; i + 1 < m_arc.size(); ++i) m_values.set(m_arc[i], importances[i]);
    }

    // The same direction whichever feature comes first: ties between equally far vertices are broken by order.
    void turnCanonical() {
        const std::size_t last = m_arc.size() - 1;
        const bool closed = m_arc.front() == m_arc.back();
        if (!(closed ? isLower(m_points[last - 1], m_points[1]) : isLower(m_points[last], m_points[0]))) return;
        std::reverse(m_arc.begin(), m_arc.end());
        std::reverse(m_points.begin(), m_points.end());
    }

    const VertexGraph& m_graph;
    SharedValues& m_values;
    std::vector<std::uint32_t> m_arc;
    std::vector<MapPoint> m_points;  // of the arc
    ArcSplitter m_splitter;
};

// A ring whose box is longer than t must be seen at t: three of its vertices matter up to the box's longer side.
class TriangleKeeper {
public:
    TriangleKeeper(const std::vector<float>& values, SharedValues& raised) : m_values(values), m_raised(raised) {}

    void keep(const PlacedPart& ring) {
        if (!ring.closed || ring.places.size() < 3) return;
        const float size = sizeOf(ring);
        m_kept.clear();
        for (std::size_t i = 0; i < ring.places.size(); ++i) {
            if (m_values[ring.places[i]] >= size && !isKept(ring, i)) m_kept.push_back(i);
            if (m_kept.size() == 3) return;
        }
        // Without a kept vertex there would be no lowest either: nodes always matter, isolated rings keep theirs.
        std::ranges::sort(m_kept,
                          [&](std::size_t a, std::size_t b) { return isLower(ring.points[a], ring.points[b]); });
        while (m_kept.size() < 3) {
            const std::size_t farthest = farthestFromKept(ring);
            m_raised.raise(ring.places[farthest], size);
            m_kept.push_back(farthest);
        }
    }

private:
    bool isKept(const PlacedPart& ring, std::size_t vertex) const {
        return std::ranges::any_of(m_kept, [&](std::size_t kept) { return ring.places[kept] == ring.places[vertex]; });
    }

    std::size_t farthestFromKept(const PlacedPart& ring) const {
        const MapPoint a = ring.points[m_kept.front()], b = ring.points[m_kept.back()];
        std::size_t best = 0;
        double farthest = -1;
        for (std::size_t i = 0; i < ring.places.size(); ++i) {
            const double distance = squaredDistance(ring.points[i], a, b);
            const bool tie = distance == farthest && isLower(ring.points[i], ring.points[best]);
            if ((!(distance > farthest) && !tie && farthest >= 0) || isKept(ring, i)) continue;
            farthest = std::max(farthest, distance);
            best = i;
        }
        return best;
    }

    const std::vector<float>& m_values;
    SharedValues& m_raised;
    std::vector<std::size_t> m_kept;  // vertices of the ring
};

// Importance per place of the graph.
std::vector<float> placeImportance(const VertexGraph& graph) {
    std::vector<float> start(graph.vertexCount(), kUnset);
    for (std::uint32_t place = 0; place < start.size(); ++place)
        if (graph.isNode(place)) start[place] = kAlwaysImportant;
    SharedValues values(std::move(start));
    graph.forEachPart(
        [&] { return [cutter = ArcCutter(graph, values)](const PlacedPart& part) mutable { cutter.cut(part); }; });
    SharedValues raised(values.all());  // raised apart, so that no ring sees what another has raised before it
    graph.forEachPart([&] {
        return [keeper = TriangleKeeper(values.all(), raised)](const PlacedPart& part) mutable { keeper.keep(part); };
    });
    return raised.take();
}

// The grid of the preview: its finest cell is 1/16 m, its origin (0, 0); beyond ±2^25 m (further than around the earth)
// all is one cell.
constexpr double kFinestCellM = 0.0625, kGridHalfM = 1 << 25;

std::uint32_t gridCell(double metres) {
    return static_cast<std::uint32_t>((std::clamp(metres, -kGridHalfM, kGridHalfM) + kGridHalfM) / kFinestCellM);
}

std::vector<float> gridImportance(const VertexGraph& graph) {
    SharedValues values(std::vector<float>(graph.vertexCount(), 0));
    const auto raiseEnds = [&](const PlacedPart& part) {
        const std::size_t count = part.places.size();
        for (std::size_t i = 0; i + !part.closed < count; ++i) {
            const std::size_t next = (i + 1) % count;
            const float importance = edgeImportance(part.points[i], part.points[next]);
            values.raise(part.places[i], importance);
            values.raise(part.places[next], importance);
        }
    };
    graph.forEachPart([&] { return raiseEnds; });
    // Where three borders meet in one cell, each country would otherwise leave out the corner in its own way.
    for (std::uint32_t place = 0; place < values.all().size(); ++place)
        if (graph.isNode(place)) values.set(place, kAlwaysImportant);
    return values.take();
}

// Back from places to the vertices of all features; those without arcs always matter.
std::vector<float> perVertex(const FeatureSet& set, const VertexGraph& graph, const std::vector<float>& values) {
    std::size_t count = 0;
    for (const Feature& feature : set.features) count += feature.geometry.points.size();
    std::vector<float> all;
    all.reserve(count);
    auto place = graph.placeOfVertex().begin();
    for (const Feature& feature : set.features) {
        const std::size_t size = feature.geometry.points.size();
        if (!hasArcs(feature.geometry)) all.insert(all.end(), size, kAlwaysImportant);
        else
            for (const auto end = place + static_cast<std::ptrdiff_t>(size); place != end; ++place)
                all.push_back(values[*place]);
    }
    return all;
}

}  // namespace

// The factor of two makes the grid at any tolerance, not only at powers of two, finer than the tolerance: a ring longer
// than t then always meets a grid line.
float edgeImportance(MapPoint a, MapPoint b) {
    const std::uint32_t differs = (gridCell(a.x) ^ gridCell(b.x)) | (gridCell(a.y) ^ gridCell(b.y));
    return static_cast<float>(std::ldexp(kFinestCellM, std::bit_width(differs)));
}

std::vector<float> sharedArcImportance(const FeatureSet& set) {
    const VertexGraph graph(set);
    return perVertex(set, graph, placeImportance(graph));
}

std::vector<float> previewImportance(const FeatureSet& set) {
    const VertexGraph graph(set);
    return perVertex(set, graph, gridImportance(graph));
}

}  // namespace geodata
