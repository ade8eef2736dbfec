// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/tile.hpp"

#include <algorithm>
#include <cmath>

namespace geodata {

double tileSideM(int zoom) { return std::ldexp(1.0, kFinestZoom - zoom); }

MapBox tileBox(TileId tile) {
    const double side = tileSideM(tile.zoom);
    return {{tile.x * side, tile.y * side}, {(tile.x + 1) * side, (tile.y + 1) * side}};
}

TileId parentOf(TileId tile) { return {tile.zoom - 1, tile.x >> 1, tile.y >> 1}; }

int zoomFor(double mPerPx) {
    const double zoom = std::ceil(kFinestZoom - std::log2(mPerPx * kTileMaxPx));
    return static_cast<int>(std::clamp(zoom, 0.0, static_cast<double>(kFinestZoom)));
}

std::vector<TileId> tilesIn(const MapBox& box, int zoom) {
    if (box.empty()) return {};
    const double side = tileSideM(zoom);
    const auto cell = [side](double metres) {
        return static_cast<std::int32_t>(std::floor(std::clamp(metres / side, -1e9, 1e9)));
    };
    std::vector<TileId> tiles;
    for (std::int32_t y = cell(box.min.y); y <= cell(box.max.y); ++y)
        for (std::int32_t x = cell(box.min.x); x <= cell(box.max.x); ++x) tiles.push_back({zoom, x, y});
    return tiles;
}

double tileToleranceM(int zoom) { return tileSideM(zoom) / kTileMaxPx / 2; }

}  // namespace geodata
