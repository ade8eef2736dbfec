// SPDX-License-Identifier: Apache-2.0
// A whole layer of neighbours that share their borders, cut into tiles at several zooms: every place of it is drawn
// once.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

#include "geodata/tiles/tile_mesh.hpp"

using namespace geodata;

namespace {

constexpr int kCells = 6;  // of areas to a side
constexpr double kCellM = 40000;
constexpr int kSteps = 200;  // vertices of a border

double side(MapPoint a, MapPoint b, MapPoint p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

// A border between two corners of the grid, ragged at every scale; the same for both neighbours.
class Borders {
public:
    const std::vector<MapPoint>& between(MapPoint from, MapPoint to) {
        auto& line = m_lines[{from.x, from.y, to.x, to.y}];
        if (!line.empty()) return line;
        std::uniform_real_distribution<double> jump(-1, 1);
        double off = 0;
        for (int i = 0; i < kSteps; ++i) {
            const double t = i / static_cast<double>(kSteps), ends = std::min({t, 1 - t, 0.1}) * 10;
            off = 0.9 * off + 0.004 * kCellM * jump(m_random);
            const double across = off * ends;
            line.push_back({from.x + (to.x - from.x) * t + (from.x == to.x ? across : 0),
                            from.y + (to.y - from.y) * t + (from.y == to.y ? across : 0)});
        }
        return line;
    }

private:
    std::mt19937 m_random{11};
    std::map<std::array<double, 4>, std::vector<MapPoint>> m_lines;
};

std::shared_ptr<const Store> neighbours() {
    Borders borders;
    FeatureSet set;
    const auto corner = [](int x, int y) { return MapPoint{x * kCellM, y * kCellM}; };
    for (int x = 0; x < kCells; ++x)
        for (int y = 0; y < kCells; ++y) {
            std::vector<MapPoint> ring = borders.between(corner(x, y), corner(x + 1, y));
            const auto& right = borders.between(corner(x + 1, y), corner(x + 1, y + 1));
            ring.insert(ring.end(), right.begin(), right.end());
            const auto& top = borders.between(corner(x, y + 1), corner(x + 1, y + 1));
            ring.push_back(corner(x + 1, y + 1));
            ring.insert(ring.end(), top.rbegin(), top.rend() - 1);
            const auto& left = borders.between(corner(x, y), corner(x, y + 1));
            ring.push_back(corner(x, y + 1));
            ring.insert(ring.end(), left.rbegin(), left.rend() - 1);
            Feature feature{static_cast<std::uint64_t>(x * kCells + y), {GeometryKind::polygon, {}, {}}, {}};
            feature.geometry.addPart(ring);
            set.features.push_back(std::move(feature));
        }
    StoreInfo info;
    info.layerName = "cells";
    info.mapCrs = "EPSG:32636";
    auto store = Store::open(ownedBytes(encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

struct Hits {
    int triangles = 0;
    bool onEdge = false;  // floats cannot tell
};

Hits hitsOf(const TileMesh& mesh, MapPoint at, double edgeM) {
    Hits hits;
    const MapBox box = tileBox(mesh.tile);
    const MapPoint p{at.x - box.min.x, at.y - box.min.y};
    for (const MeshBatch& batch : mesh.fill.batches)
        for (std::uint32_t i = batch.firstIndex; i < batch.firstIndex + batch.indexCount; i += 3) {
            std::array<MapPoint, 3> c;
            for (int k = 0; k < 3; ++k) {
                const FillVertex& v = mesh.fill.vertices[batch.firstVertex + mesh.fill.indices[i + k]];
                c[k] = {v.x, v.y};
            }
            int inside = 0, outside = 0;
            for (int k = 0; k < 3; ++k) {
                const MapPoint a = c[k], b = c[(k + 1) % 3];
                const double s = side(a, b, p), length = std::hypot(b.x - a.x, b.y - a.y);
                if (std::abs(s) < edgeM * length &&
                    std::min(std::hypot(p.x - a.x, p.y - a.y), std::hypot(p.x - b.x, p.y - b.y)) <= length)
                    hits.onEdge = true;
                (s > 0 ? inside : outside)++;
            }
            if (inside == 3 || outside == 3) ++hits.triangles;
        }
    return hits;
}

}  // namespace

TEST_CASE("tiles over a whole layer cover it exactly once") {
    const auto store = neighbours();
    const double inner = 0.1 * kCellM, outer = (kCells - 0.1) * kCellM;  // the rim is ragged too
    std::mt19937 random(5);
    std::uniform_real_distribution<double> within(inner, outer);
    for (const int zoom : {zoomFor(2000), zoomFor(300), zoomFor(40)}) {
        CAPTURE(zoom);
        std::map<TileId, TileMesh> meshes;
        const auto tiles = tilesIn(store->box(), zoom);
        cutTiles({{store}, {}, true, false, {}}, tiles, [&](TileMesh mesh) { meshes[mesh.tile] = std::move(mesh); });
        int tried = 0;
        for (int i = 0; i < 3000; ++i) {
            const MapPoint at{within(random), within(random)};
            const auto tile =
                std::find_if(tiles.begin(), tiles.end(), [&](TileId t) { return tileBox(t).contains(at); });
            REQUIRE(tile != tiles.end());
            const Hits hits = hitsOf(meshes.at(*tile), at, tileToleranceM(zoom) / 1000);
            if (hits.onEdge) continue;
            ++tried;
            CAPTURE(at.x);
            CAPTURE(at.y);
            CHECK(hits.triangles == 1);
        }
        CHECK(tried > 2500);
    }
}
