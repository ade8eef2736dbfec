// SPDX-License-Identifier: Apache-2.0
#pragma once
// The topology under the importance: which vertices of a layer are one place, and where the neighbours change.
// Internal to the store; any thread, and two threads for large layers.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "geodata/store/feature_set.hpp"

namespace geodata {

// A ring or a line: its vertices and the place of each, repeated ones left out; closed: the last is followed by the
// first.
struct PlacedPart {
    std::span<const MapPoint> points;
    std::span<const std::uint32_t> places;
    bool closed = false;
};

class VertexGraph {
public:
    // The set must live as long as the graph.
    explicit VertexGraph(const FeatureSet& set);

    // A place's number is that of the first vertex there, counted over all lines and polygons: it is below this count.
    std::size_t vertexCount() const { return m_vertexCount; }
    // Of each vertex of lines and polygons, in the features' order. Equal coordinates are one place.
    const std::vector<std::uint32_t>& placeOfVertex() const { return m_placeOfVertex; }
    // Whether an arc ends here: the end of a line, or a place whose neighbours over all features are not exactly two.
    bool isNode(std::uint32_t place) const { return m_neighbours[place] == kNode; }

    // Rings and lines, on two threads where there are many vertices: each makes itself a visitor. The spans live during
    // the visit.
    using Visitor = std::function<void(const PlacedPart&)>;
    void forEachPart(const std::function<Visitor()>& makeVisitor) const;

private:
    struct Part {
        const MapPoint* points = nullptr;
        std::uint32_t firstVertex = 0, size = 0;
        bool closed = false;
    };
    struct Neighbours {
        std::uint32_t a, b;  // a < b where both are known
        bool operator==(const Neighbours&) const = default;
    };
    static constexpr Neighbours kUnknown{0, 0}, kNode{UINT32_MAX, UINT32_MAX};
    // A part without what is repeated in it; the copies are made only where something is.
    class PartView {
    public:
        PlacedPart of(const Part& part, const std::vector<std::uint32_t>& placeOfVertex);

    private:
        std::vector<MapPoint> m_points;
        std::vector<std::uint32_t> m_places;
    };

    void listParts(const FeatureSet& set);
    std::span<const Part> partsFrom(std::size_t vertex, std::size_t toVertex) const;
    std::vector<std::uint32_t> firstEquals() const;
    void connectPlaces(std::uint32_t from, std::uint32_t to);
    void connect(const PlacedPart& part, std::uint32_t from, std::uint32_t to);

    std::vector<Part> m_parts;
    std::size_t m_vertexCount = 0;
    std::vector<std::uint32_t> m_placeOfVertex;
    std::vector<Neighbours> m_neighbours;  // of each place
};

// Lines and polygons have arcs, points and features without geometry have none.
bool hasArcs(const Geometry& geometry);

}  // namespace geodata
