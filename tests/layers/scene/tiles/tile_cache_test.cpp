// SPDX-License-Identifier: Apache-2.0
// What is shown while tiles are cut, on a GL context without a window.
#include "layers/scene/tiles/tile_cache.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "layers/scene/draw/scene_tile.hpp"
#include "tests/layers/gpu/gl_context.hpp"

using namespace layers;

namespace {

constexpr std::size_t kAll = 1U << 30;

// A square of this side at the map's origin.
std::shared_ptr<const geodata::Store> square(double sideM) {
    geodata::StoreInfo info;
    info.layerName = "square";
    info.mapCrs = "EPSG:32636";
    geodata::FeatureSet set;
    geodata::Feature feature{0, {geodata::GeometryKind::polygon, {}, {}}, {}};
    feature.geometry.addPart(std::vector<geodata::MapPoint>{{0, 0}, {sideM, 0}, {sideM, sideM}, {0, sideM}, {0, 0}});
    set.features.push_back(std::move(feature));
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

struct Setup {
    Setup() { source.stores = {square(1e6)}; }
    // What a frame shows of the view; what is missing is ordered.
    std::vector<TilePiece> frame(std::size_t budgetBytes = kAll) {
        cache.beginFrame(budgetBytes);
        const TilePieces pieces = cache.piecesFor(source, view, 1);
        cache.endFrame();
        return *pieces;
    }
    // Frames until all that was ordered is shown.
    std::vector<TilePiece> settled() {
        std::vector<TilePiece> pieces = frame();
        while (cache.busy()) {
            cache.wait();
            pieces = frame();
        }
        return pieces;
    }
    // 600 m of map on 600 px, all in one tile of 1024 m.
    MapView view{{512, 512}, 1, {600, 600}};
    TileSource source{"square", 1, {}, true, true, {}};
    Offscreen& context = glContext();
    TileCache cache{{}};
};

double areaOf(const std::vector<TilePiece>& pieces) {
    double sum = 0;
    for (const TilePiece& piece : pieces) sum += piece.clip.width() * piece.clip.height();
    return sum;
}

}  // namespace

TEST_CASE("a first frame shows nothing, and the next ones show what was cut") {
    Setup setup;
    CHECK(setup.frame().empty());
    CHECK(setup.cache.busy());
    const auto pieces = setup.settled();
    CHECK_FALSE(setup.cache.busy());
    REQUIRE(!pieces.empty());
    const MapBox seen = setup.view.box();
    for (const TilePiece& piece : pieces) {
        const MapBox box = geodata::tileBox(piece.tile->id);
        const ScreenPoint corner = setup.view.toScreen(box.min);
        CHECK(piece.place == MeshPlace{corner, 1});
        CHECK(piece.clip.left == doctest::Approx(corner.x));
        CHECK(piece.clip.bottom == doctest::Approx(corner.y));
        CHECK(piece.clip.width() == doctest::Approx(box.max.x - box.min.x));
        CHECK((box.min.x < seen.max.x && box.max.x > seen.min.x));
    }
}

TEST_CASE("pieces of one layer cover the picture and never overlap") {
    Setup setup;
    setup.view.center = {1000, 700};
    const auto pieces = setup.settled();
    REQUIRE(pieces.size() > 1);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(pieces[i].clip.intersects(pieces[j].clip));
    for (const ScreenPoint at : {ScreenPoint{1, 1}, {599, 1}, {1, 599}, {599, 599}, {300, 300}})
        CHECK(std::ranges::any_of(pieces, [&](const TilePiece& piece) { return piece.clip.contains(at); }));
}

TEST_CASE("what was cut is not cut again") {
    Setup setup;
    setup.settled();
    const TileFigures once = setup.cache.figures();
    CHECK(once.built > 0);
    CHECK(once.uploadedBytes == setup.cache.gpuBytes());
    setup.settled();
    CHECK(setup.cache.figures().built == once.built);
}

TEST_CASE("closer views show the coarse tile until their own are there, cut to their places") {
    Setup setup;
    const auto coarse = setup.settled();
    setup.view.mPerPx = 0.25;
    const auto standIns = setup.frame();
    REQUIRE(!standIns.empty());
    for (const TilePiece& piece : standIns) {
        CHECK(std::ranges::any_of(coarse, [&](const TilePiece& one) { return one.tile == piece.tile; }));
        CHECK(piece.place.pxPerM == doctest::Approx(4));
        CHECK(piece.clip.width() < (geodata::tileSideM(piece.tile->id.zoom)) * 4);
    }
    for (const TilePiece& piece : setup.settled()) CHECK(piece.tile->id.zoom > coarse[0].tile->id.zoom);
}

TEST_CASE("wider views show the finer tiles that are there in their parts of the picture") {
    Setup setup;
    const auto fine = setup.settled();
    setup.view.mPerPx = 2;
    const auto standIns = setup.frame();
    REQUIRE(!standIns.empty());
    for (const TilePiece& piece : standIns) CHECK(piece.tile->id.zoom == fine[0].tile->id.zoom);
    CHECK(areaOf(standIns) < areaOf(setup.settled()));
}

TEST_CASE("the content before is shown while a newer one is cut, and goes then") {
    Setup setup;
    const auto old = setup.settled();
    const std::size_t bytes = setup.cache.gpuBytes();
    setup.source.revision = 2;
    const auto standIns = setup.frame();
    REQUIRE(standIns.size() == old.size());
    for (std::size_t i = 0; i < old.size(); ++i) CHECK(standIns[i].tile == old[i].tile);
    const auto fresh = setup.settled();
    REQUIRE(fresh.size() == old.size());
    for (std::size_t i = 0; i < old.size(); ++i) CHECK(fresh[i].tile != old[i].tile);
    CHECK(setup.cache.gpuBytes() == bytes);
}

TEST_CASE("another layer of the same content has tiles of its own") {
    Setup setup;
    setup.settled();
    setup.source.layer = "other";
    CHECK(setup.frame().empty());
}

TEST_CASE("a frame uploads no more than its budget and one tile beyond it") {
    Setup setup;
    setup.view = {{4096, 4096}, 4, {1800, 1800}};
    setup.source.stores = {square(8000.5)};
    setup.frame();
    while (setup.cache.figures().built == 0) {
        setup.cache.wait();
        setup.frame(0);
    }
    CHECK(setup.cache.figures().built == 1);
    while (setup.cache.busy()) {
        const std::size_t before = setup.cache.figures().built;
        setup.cache.wait();
        setup.frame(0);
        CHECK(setup.cache.figures().built <= before + 1);
    }
    CHECK(setup.cache.figures().built == geodata::tilesIn(setup.view.box(), geodata::zoomFor(4)).size());
}

TEST_CASE("of a large picture whose pixels are small, coarser tiles are enough") {
    Setup setup;
    setup.cache.beginFrame(kAll);
    setup.cache.piecesFor(setup.source, setup.view, 2);
    setup.cache.endFrame();
    while (setup.cache.working()) {
        setup.cache.wait();
        setup.cache.beginFrame(kAll);
        setup.cache.piecesFor(setup.source, setup.view, 2);
        setup.cache.endFrame();
    }
    setup.cache.beginFrame(kAll);
    const TilePieces pieces = setup.cache.piecesFor(setup.source, setup.view, 2);
    setup.cache.endFrame();
    REQUIRE(!pieces->empty());
    for (const TilePiece& piece : *pieces) CHECK(piece.tile->id.zoom == geodata::zoomFor(setup.view.mPerPx * 2));
}
