#pragma once
// Which vertices of a layer are one place, and where the neighbours change: the topology under the importance.
// Internal to the store; any thread.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "geodata/store/feature_set.hpp"

namespace geodata {

// A ring or a line as distinct places, one after the other; closed: the last is followed by the first.
struct PlacedPart {
    std::span<const std::uint32_t> places;
    bool closed = false;
};

class VertexGraph {
public:
    explicit VertexGraph(const FeatureSet& set);

    std::size_t placeCount() const { return m_vertexOfPlace.size(); }
    MapPoint point(std::uint32_t place) const { return m_vertices[m_vertexOfPlace[place]]; }
    // Of each vertex of lines and polygons, in the features' order. Equal coordinates are one place.
    const std::vector<std::uint32_t>& placeOfVertex() const { return m_placeOfVertex; }
    // Whether an arc ends here: the end of a line, or a place whose neighbours over all features are not exactly two.
    bool isNode(std::uint32_t place) const { return m_neighbours[place].node; }

    // Rings and lines in the features' order, repeated vertices left out. The span lives during the call.
    void forEachPart(const std::function<void(const PlacedPart&)>& visit) const;

private:
    struct Neighbours {
        std::uint32_t a = 0, b = 0;  // equal while nothing is known
        bool known = false, node = false;
    };
    void gather();
    void number();
    void connect(const PlacedPart& part);
    void connect(std::uint32_t before, std::uint32_t place, std::uint32_t after);

    const FeatureSet& m_set;
    std::vector<MapPoint> m_vertices;  // of lines and polygons, one feature after the other
    std::vector<std::uint32_t> m_vertexOfPlace, m_placeOfVertex;  // the first vertex there
    std::vector<Neighbours> m_neighbours;
};

// Lines and polygons have arcs, points and features without geometry have none.
bool hasArcs(const Geometry& geometry);

}  // namespace geodata
