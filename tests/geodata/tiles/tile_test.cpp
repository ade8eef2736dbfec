// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/tile.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace geodata;

TEST_CASE("a tile's four children cover it exactly") {
    const TileId tile{9, -3, 7};
    const MapBox box = tileBox(tile);
    double area = 0;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const TileId child{10, tile.x * 2 + (quarter & 1), tile.y * 2 + (quarter >> 1)};
        CHECK(parentOf(child) == tile);
        area += tileBox(child).width() * tileBox(child).height();
    }
    CHECK(area == box.width() * box.height());
}

TEST_CASE("the tiles of a box cover it once") {
    const MapBox box{{-100500, 3600010}, {250700, 3701000}};
    const auto tiles = tilesIn(box, 12);
    double area = 0;
    for (const TileId tile : tiles) {
        CHECK(tileBox(tile).intersects(box));
        const MapBox t = tileBox(tile);
        area += (std::min(t.max.x, box.max.x) - std::max(t.min.x, box.min.x)) *
                (std::min(t.max.y, box.max.y) - std::max(t.min.y, box.min.y));
    }
    CHECK(area == doctest::Approx(box.width() * box.height()));
    CHECK(tilesIn({}, 12).empty());
}

TEST_CASE("a tile is shown between half its greatest width and all of it") {
    for (double mPerPx = 0.01; mPerPx < 40000; mPerPx *= 1.37) {
        const double px = tileSideM(zoomFor(mPerPx)) / mPerPx;
        if (zoomFor(mPerPx) == kFinestZoom || zoomFor(mPerPx) == 0) continue;
        CHECK(px <= kTileMaxPx * 1.0001);
        CHECK(px >= kTileMaxPx / 2 * 0.9999);
    }
}
