// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/scene_tile.hpp"

#include <array>

#include "layers/gpu/gl.hpp"
#include "layers/gpu/painter.hpp"
#include "layers/scene/draw/clusters.hpp"

namespace layers {

SceneTile uploadedTile(const geodata::TileMesh& mesh) {
    SceneTile tile{mesh.tile, uploaded(mesh.fill), uploaded(mesh.line), {}, 0, mesh.byteCount(), mesh.covered, {}};
    if (mesh.points.empty()) return tile;
    // One triangle around the square of -1 to 1: outside it the marker has no colour.
    constexpr std::array<std::array<float, 2>, 3> kCorners{{{-1, -1}, {3, -1}, {-1, 3}}};
    std::vector<MarkerVertex> vertices;
    vertices.reserve(mesh.points.size() * kCorners.size());
    for (const geodata::TilePoint& point : mesh.points) {
        const auto scale = static_cast<float>(clusterScale(point.count));
        for (const auto& corner : kCorners) vertices.push_back({point.x, point.y, corner[0], corner[1], scale});
        if (point.count > 1) tile.clusters.push_back(point);
    }
    tile.markers.upload(GL_ARRAY_BUFFER, vertices.data(), vertices.size() * sizeof(MarkerVertex));
    tile.markerVertices = static_cast<int>(vertices.size());
    return tile;
}

}  // namespace layers
