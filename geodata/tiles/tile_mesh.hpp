// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "cut": what a tile shows of some stores, as triangles. A worker's job with values in and one value out;
// any thread.

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "geodata/store/store.hpp"
#include "geodata/tiles/line_mesh.hpp"
#include "geodata/tiles/mesh.hpp"
#include "geodata/tiles/tile.hpp"

namespace geodata {

struct TileRequest {
    std::vector<std::shared_ptr<const Store>> stores;  // drawn one after the other: previews, or the final one
    TileId tile;
    bool fills = true;  // polygons' areas
    bool lines = true;  // lines, and polygons' rings
    LineShape shape;
};

struct TilePoint {
    float x = 0, y = 0;  // metres from the tile's corner
    std::uint32_t store = 0, feature = 0;
    std::uint32_t count = 1;  // points that it represents, itself included
};

struct TileMesh {
    TileId tile;
    FillMesh fill;
    LineMesh line;
    std::vector<TilePoint> points;
    bool covered = false;  // one area is everywhere in the tile: `fill` is that rectangle and nothing else

    bool empty() const { return fill.empty() && line.empty() && points.empty(); }
    std::size_t byteCount() const { return fill.byteCount() + line.byteCount() + points.size() * sizeof(TilePoint); }
};

// Several tiles of one zoom at once: a feature is read once for all of them, which is most of the work where a feature
// is much larger than a tile. `take` gets each tile as it is ready, in the order given; a stopped job gives no more of
// them.
void cutTiles(const TileRequest& request, std::span<const TileId> tiles, const std::function<void(TileMesh)>& take,
              const std::stop_token& stop = {});

// Shapes are at most tileToleranceM off, twice that in a tile of thousands of vertices. Geometry reaches beyond the
// tile, by a sixteenth of a side where lines are wide, so that they have their whole width at its edge; whoever draws
// it cuts at the tile. A stopped job returns what it has.
TileMesh cutTile(const TileRequest& request, const std::stop_token& stop = {});

// A feature's parts that meet the box, at a tolerance: the vertices that matter, parts of less than two tolerances left
// out. Rings of fewer than three points and lines of fewer than two are left out too.
std::vector<std::vector<MapPoint>> partsAt(const FeatureRef& feature, double toleranceM, const MapBox& box);

}  // namespace geodata
