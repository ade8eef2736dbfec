// SPDX-License-Identifier: Apache-2.0
#pragma once
// The tile scheme: squares of the map plane whose sides are powers of two metres, so that their edges are exact
// numbers in every projection. Zoom z has sides of 2^(26-z) m; x counts east and y north from the map's origin. Any
// thread.

#include <compare>
#include <cstdint>
#include <vector>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

struct TileId {
    int zoom = 0;
    std::int32_t x = 0, y = 0;
    auto operator<=>(const TileId&) const = default;
};

inline constexpr int kFinestZoom = 26;     // 1 m
inline constexpr double kTileMaxPx = 768;  // a tile is shown between half this and this many pixels wide

double tileSideM(int zoom);
MapBox tileBox(TileId tile);
TileId parentOf(TileId tile);
// The zoom whose tiles are shown between kTileMaxPx / 2 and kTileMaxPx wide, within [0, kFinestZoom].
int zoomFor(double mPerPx);
// Every tile that meets the box, south to north, west to east; empty for an empty box.
std::vector<TileId> tilesIn(const MapBox& box, int zoom);
// What a vertex must move by to be seen anywhere in a tile of this zoom: half a pixel at its largest, in metres.
double tileToleranceM(int zoom);

}  // namespace geodata
