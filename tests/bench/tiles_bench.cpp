// SPDX-License-Identifier: Apache-2.0
// Cutting tiles from a prepared store on one thread: every tile of a picture that shows the whole store at a width.
// Prints tiles, triangles, milliseconds with and without areas.   Usage: bench_tiles STORE [WIDTH_PX…]
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "geodata/store/store.hpp"
#include "geodata/tiles/tile_mesh.hpp"

namespace {

using Clock = std::chrono::steady_clock;

struct Cut {
    std::size_t tiles = 0, fillTriangles = 0, lineTriangles = 0;
    double ms = 0;
};

Cut cutAll(const std::shared_ptr<const geodata::Store>& store, double mPerPx, bool fills, bool lines) {
    Cut cut;
    const auto start = Clock::now();
    for (const geodata::TileId tile : geodata::tilesIn(store->box(), geodata::zoomFor(mPerPx))) {
        const geodata::TileMesh mesh = geodata::cutTile({{store}, tile, fills, lines, {.hairline = true}});
        ++cut.tiles;
        cut.fillTriangles += mesh.fill.indices.size() / 3;
        cut.lineTriangles += mesh.line.indices.size() / 3;
    }
    cut.ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return cut;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return fmt::print("Usage: bench_tiles STORE [WIDTH_PX…]\n"), 2;
    auto bytes = geodata::mapFile(argv[1]);
    if (!bytes) return fmt::print("{}\n", bytes.error().text), 1;
    const auto start = Clock::now();
    const auto store = geodata::Store::open(*bytes);
    if (!store) return fmt::print("{}\n", store.error().text), 1;
    fmt::print("open and check {:.1f} ms, {} features\n",
               std::chrono::duration<double, std::milli>(Clock::now() - start).count(), (*store)->size());
    for (int i = 2; i < argc; ++i) {
        const double mPerPx = (*store)->box().width() / std::atof(argv[i]);
        const Cut fills = cutAll(*store, mPerPx, true, false), lines = cutAll(*store, mPerPx, false, true);
        fmt::print("{} px: {} tiles; areas {:.1f} ms, {} triangles; lines {:.1f} ms, {} triangles\n", argv[i],
                   fills.tiles, fills.ms, fills.fillTriangles, lines.ms, lines.lineTriangles);
    }
    return 0;
}
