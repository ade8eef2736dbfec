#include "geodata/store/importance.hpp"

#include <algorithm>
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
        // Shapes such as combs split off one vertex at a time, which would take n² steps; from this depth on the span is
        // halved instead. Any splitting vertex keeps the promise, the farthest only keeps it with fewer vertices.
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

// Importance per place of the graph.
class PlaceImportance {
public:
    explicit PlaceImportance(const VertexGraph& graph) : m_graph(graph), m_values(graph.placeCount(), kUnset) {}

    std::vector<float> run() {
        for (std::uint32_t place = 0; place < m_values.size(); ++place)
            if (m_graph.isNode(place)) m_values[place] = kAlwaysImportant;
        m_graph.forEachPart([this](const PlacedPart& part) { cutIntoArcs(part); });
        m_raised = m_values;  // raised apart, so that no ring sees what another has raised before it
        m_graph.forEachPart([this](const PlacedPart& part) {
            if (part.closed && part.places.size() >= 3) keepTriangle(part.places);
        });
        return std::move(m_raised);
    }

private:
    void cutIntoArcs(const PlacedPart& part) {
        const auto isNode = [this](std::uint32_t place) { return m_graph.isNode(place); };
        const auto node = std::find_if(part.places.begin(), part.places.end(), isNode);
        if (node == part.places.end()) return addIsolatedRing(part.places);
        m_arc.clear();
        const auto start = static_cast<std::size_t>(node - part.places.begin()), count = part.places.size();
        for (std::size_t i = 0; i < count + part.closed; ++i) {
            const std::uint32_t place = part.places[(start + i) % count];
            m_arc.push_back(place);
            if (i == 0 || !isNode(place)) continue;
            addArc(kAlwaysImportant);
            m_arc.assign(1, place);
        }
    }

    // A ring that meets nobody: its arc runs from its lowest vertex around to it, wherever a feature begins it.
    void addIsolatedRing(std::span<const std::uint32_t> ring) {
        const auto lowest = std::min_element(ring.begin(), ring.end(), [this](std::uint32_t a, std::uint32_t b) {
            return isLower(m_graph.point(a), m_graph.point(b));
        });
        if (m_values[*lowest] != kUnset) return;
        m_arc.assign(lowest, ring.end());
        m_arc.insert(m_arc.end(), ring.begin(), lowest + 1);
        m_values[*lowest] = sizeOf(ring);
        addArc(m_values[*lowest]);
    }

    // Inner vertices belong to this arc alone (they are no nodes), so one that is set says the arc has been done.
    void addArc(float cap) {
        if (m_arc.size() < 3 || m_values[m_arc[1]] != kUnset) return;
        turnCanonical();
        m_points.clear();
        for (const std::uint32_t place : m_arc) m_points.push_back(m_graph.point(place));
        const std::span<const float> importances = m_splitter.importances(m_points, cap);
        for (std::size_t i = 1; i + 1 < m_arc.size(); ++i) m_values[m_arc[i]] = importances[i];
    }

    // The same direction whichever feature comes first: ties between equally far vertices are broken by order.
    void turnCanonical() {
        const auto point = [this](std::size_t i) { return m_graph.point(m_arc[i]); };
        const std::size_t last = m_arc.size() - 1;
        const bool closed = m_arc.front() == m_arc.back();
        if (closed ? isLower(point(last - 1), point(1)) : isLower(point(last), point(0)))
            std::reverse(m_arc.begin(), m_arc.end());
    }

    float sizeOf(std::span<const std::uint32_t> ring) const {
        MapBox box;
        for (const std::uint32_t place : ring) box = extended(box, m_graph.point(place));
        return roundedUp(std::max(box.width(), box.height()));
    }

    // A ring whose box is longer than t must be seen at t: three of its vertices matter up to the box's longer side.
    void keepTriangle(std::span<const std::uint32_t> ring) {
        const float size = sizeOf(ring);
        std::vector<std::uint32_t> kept;
        for (const std::uint32_t place : ring) {
            if (m_values[place] >= size && std::find(kept.begin(), kept.end(), place) == kept.end()) kept.push_back(place);
            if (kept.size() == 3) return;
        }
        // Without a kept vertex there would be no lowest either: nodes always matter, isolated rings keep theirs.
        std::sort(kept.begin(), kept.end(), [this](auto a, auto b) { return isLower(m_graph.point(a), m_graph.point(b)); });
        while (kept.size() < 3) {
            const std::uint32_t place = farthestFrom(kept, ring);
            m_raised[place] = std::max(m_raised[place], size);
            kept.push_back(place);
        }
    }

    std::uint32_t farthestFrom(std::span<const std::uint32_t> kept, std::span<const std::uint32_t> ring) const {
        const MapPoint a = m_graph.point(kept.front()), b = m_graph.point(kept.back());
        std::uint32_t best = ring[0];
        double farthest = -1;
        for (const std::uint32_t place : ring) {
            if (std::find(kept.begin(), kept.end(), place) != kept.end()) continue;
            const double distance = squaredDistance(m_graph.point(place), a, b);
            const bool tie = distance == farthest && isLower(m_graph.point(place), m_graph.point(best));
            if (!(distance > farthest) && !tie && farthest >= 0) continue;
            farthest = std::max(farthest, distance);
            best = place;
        }
        return best;
    }

    const VertexGraph& m_graph;
    std::vector<float> m_values, m_raised;
    std::vector<std::uint32_t> m_arc;
    std::vector<MapPoint> m_points;
    ArcSplitter m_splitter;
};

// The grid of the preview: its finest cell is 1/16 m, its origin (0, 0); beyond ±2^25 m (further than around the earth)
// all is one cell.
constexpr double kFinestCellM = 0.0625, kGridHalfM = 1 << 25;

std::uint32_t gridCell(double metres) {
    return static_cast<std::uint32_t>((std::clamp(metres, -kGridHalfM, kGridHalfM) + kGridHalfM) / kFinestCellM);
}

std::vector<float> gridImportance(const VertexGraph& graph) {
    std::vector<float> values(graph.placeCount(), 0);
    graph.forEachPart([&](const PlacedPart& part) {
        const std::size_t count = part.places.size();
        for (std::size_t i = 0; i + !part.closed < count; ++i) {
            const std::uint32_t a = part.places[i], b = part.places[(i + 1) % count];
            const float importance = edgeImportance(graph.point(a), graph.point(b));
            values[a] = std::max(values[a], importance);
            values[b] = std::max(values[b], importance);
        }
    });
    // Where three borders meet in one cell, each country would otherwise leave out the corner in its own way.
    for (std::uint32_t place = 0; place < values.size(); ++place)
        if (graph.isNode(place)) values[place] = kAlwaysImportant;
    return values;
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
        else for (const auto end = place + static_cast<std::ptrdiff_t>(size); place != end; ++place) all.push_back(values[*place]);
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
    return perVertex(set, graph, PlaceImportance(graph).run());
}

std::vector<float> previewImportance(const FeatureSet& set) {
    const VertexGraph graph(set);
    return perVertex(set, graph, gridImportance(graph));
}

}  // namespace geodata
