// SPDX-License-Identifier: Apache-2.0
#pragma once
// Triangles as the GPU takes them: 16-bit indices in batches of at most 65 536 vertices. Positions are metres from a
// tile's corner as floats. Seven digits hold a centimetre only near the origin, so no absolute coordinate is stored
// (as in tangram-es). Any thread.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace geodata {

struct FillVertex {
    float x = 0, y = 0;  // metres from the tile's south-west corner
};

struct LineVertex {
    float x = 0, y = 0;    // the line's own point, metres
    float ex = 0, ey = 0;  // where the edge lies from it, in half widths
    float along = 0;       // metres from the line's start, for dashes
    float across = 0;      // -1 to 1 from edge to edge; 0 on the line
};

struct MeshBatch {
    std::uint32_t firstVertex = 0, firstIndex = 0, indexCount = 0;
};

template <class Vertex>
struct Mesh {
    std::vector<Vertex> vertices;
    std::vector<std::uint16_t> indices;  // relative to the batch's first vertex
    std::vector<MeshBatch> batches;

    bool empty() const { return indices.empty(); }
    std::size_t byteCount() const { return vertices.size() * sizeof(Vertex) + indices.size() * sizeof(std::uint16_t); }

    // Opens a new batch where the last has no room for `count` vertices more; true: one was opened.
    bool reserveBatch(std::size_t count) {
        if (!batches.empty() && vertices.size() - batches.back().firstVertex + count <= 65536) return false;
        batches.push_back({static_cast<std::uint32_t>(vertices.size()), static_cast<std::uint32_t>(indices.size()), 0});
        return true;
    }
    std::uint16_t addVertex(const Vertex& vertex) {
        vertices.push_back(vertex);
        return static_cast<std::uint16_t>(vertices.size() - 1 - batches.back().firstVertex);
    }
    void addTriangle(std::array<std::uint16_t, 3> corner) {
        indices.insert(indices.end(), corner.begin(), corner.end());
        batches.back().indexCount += 3;
    }
};

using FillMesh = Mesh<FillVertex>;
using LineMesh = Mesh<LineVertex>;

}  // namespace geodata
