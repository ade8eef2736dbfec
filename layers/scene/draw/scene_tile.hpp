// SPDX-License-Identifier: Apache-2.0
#pragma once
// A tile on the GPU. Main thread.

#include <vector>

#include "geodata/tiles/tile_mesh.hpp"
#include "layers/gpu/gpu_mesh.hpp"

namespace layers {

struct SceneTile {
    geodata::TileId id;
    GpuMesh fill, line;
    GpuBuffer markers;
    int markerVertices = 0;
    std::size_t byteCount = 0;
    bool covered = false;                           // its areas are everywhere in it
    std::vector<geodata::TilePoint> clusters = {};  // its markers that represent more than one point
};

SceneTile uploadedTile(const geodata::TileMesh& mesh);

}  // namespace layers
