// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/tile_mesh.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace geodata;

namespace {

std::shared_ptr<const Store> storeOf(GeometryKind kind, const std::vector<std::vector<MapPoint>>& parts) {
    StoreInfo info;
    info.layerName = "layer";
    info.mapCrs = "EPSG:32636";
    Feature feature{7, {kind, {}, {}}, {}};
    for (const auto& part : parts) feature.geometry.addPart(part);
    auto store = Store::open(ownedBytes(encodeStore(info, {{}, {feature}})));
    OPSMAP_CHECK(store);
    return *store;
}

std::vector<MapPoint> circle(MapPoint middle, double radius, int corners) {
    std::vector<MapPoint> ring;
    for (int i = 0; i < corners; ++i) {
        const double turn = i * 2 * 3.141592653589793 / corners;
        ring.push_back({middle.x + radius * std::cos(turn), middle.y + radius * std::sin(turn)});
    }
    return ring;
}

std::vector<MapPoint> turned(std::vector<MapPoint> ring) { return {ring.rbegin(), ring.rend()}; }

double areaOf(const FillMesh& mesh) {
    double sum = 0;
    for (const MeshBatch& batch : mesh.batches)
        for (std::uint32_t i = batch.firstIndex; i < batch.firstIndex + batch.indexCount; i += 3) {
            const auto at = [&](std::uint32_t k) { return mesh.vertices[batch.firstVertex + mesh.indices[i + k]]; };
            const FillVertex a = at(0), b = at(1), c = at(2);
            sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
        }
    return sum;
}

}  // namespace

TEST_CASE("overlapping polygons of one feature are each filled, holes are not") {
    const auto square = [](double at, double side) {
        return std::vector<MapPoint>{{at, at}, {at + side, at}, {at + side, at + side}, {at, at + side}};
    };
    const auto areaAt = [&](const std::vector<std::vector<MapPoint>>& rings) {
        return areaOf(cutTile({{storeOf(GeometryKind::polygon, rings)}, {10, 0, 0}, true, false, {}}).fill);
    };
    CHECK(areaAt({square(1000, 2000)}) == doctest::Approx(4e6));
    CHECK(areaAt({square(1000, 2000), square(2000, 2000)}) == doctest::Approx(8e6));
    CHECK(areaAt({square(1000, 2000), square(1000, 2000)}) == doctest::Approx(8e6));
    CHECK(areaAt({square(1000, 2000), turned(square(1500, 1000))}) == doctest::Approx(3e6));
    CHECK(areaAt({square(1000, 2000), turned(square(1500, 500)), square(2000, 2000), turned(square(3000, 500))}) ==
          doctest::Approx(8e6 - 2 * 0.25e6));
}

TEST_CASE("a point lies in exactly one tile") {
    const auto store = storeOf(GeometryKind::point, {{{5000, 5000}}, {{tileSideM(14), 0}}, {{0, 0}}});
    std::size_t found = 0;
    for (const TileId tile : tilesIn({{-10000, -10000}, {20000, 20000}}, 14))
        found += cutTile({{store}, tile, true, true, {}}).points.size();
    CHECK(found == 3);
}

TEST_CASE("of more points than a tile can show one stays in each cell, and closer up all are there") {
    const double side = tileSideM(10);
    std::vector<std::vector<MapPoint>> points;
    for (int i = 0; i < 20000; ++i) points.push_back({{side * ((i * 7919) % 20000) / 20000.0, side * i / 20000.0}});
    const auto store = storeOf(GeometryKind::point, points);
    const auto shown = cutTile({{store}, {10, 0, 0}, true, true, {}}).points;
    CHECK(shown.size() > 3000);
    CHECK(shown.size() <= 64 * 64);
    std::size_t stoodFor = 0;
    for (const TilePoint& point : shown) stoodFor += point.count;
    CHECK(stoodFor == 20000);
    std::size_t found = 0;
    for (const TileId tile : tilesIn({{1, 1}, {side - 1, side - 1}}, 13))
        found += cutTile({{store}, tile, true, true, {}}).points.size();
    CHECK(found == 20000);
}

TEST_CASE("what is smaller than a pixel is left out, and comes in closer up") {
    const double side = tileSideM(10), pixelM = 2 * tileToleranceM(10);
    const auto store = storeOf(GeometryKind::polygon, {circle({side / 2, side / 2}, pixelM / 4, 12),
                                                       circle({side / 4, side / 4}, side / 8, 400)});
    const TileMesh far = cutTile({{store}, {10, 0, 0}, true, true, {}});
    CHECK(!far.fill.empty());
    const auto parts = partsAt(store->feature(0), tileToleranceM(10), store->box()),
               closer = partsAt(store->feature(0), tileToleranceM(13), store->box());
    CHECK(parts.size() == 1);
    CHECK(closer.size() == 2);
    CHECK(closer[1].size() > parts[0].size());
}

TEST_CASE("a tile of thousands of vertices is cut at twice the tolerance, its neighbours are not") {
    const double side = tileSideM(10), toleranceM = tileToleranceM(10);
    // Rows of a hundred teeth that matter at one tolerance and not at two; beside the tile a circle.
    const auto cutWith = [&](int rows) {
        std::vector<MapPoint> comb;
        for (int i = 0; i < 100 * rows; ++i)
            comb.push_back({side * (i % 100 + 10) / 120, side * (i / 100 + 0.5) / 101 + 1.5 * toleranceM * (i % 2)});
        const auto store = storeOf(GeometryKind::line, {comb, circle({1.5 * side, side / 2}, side / 4, 4000)});
        std::vector<TileMesh> cut;
        cutTiles({{store}, {}, false, true, {.hairline = true}}, std::vector<TileId>{{10, 0, 0}, {10, 1, 0}},
                 [&](TileMesh mesh) { cut.push_back(std::move(mesh)); });
        REQUIRE(cut.size() == 2);
        return cut;
    };
    const auto few = cutWith(1), many = cutWith(100);
    CHECK(few[0].line.vertices.size() > 120);
    CHECK(many[0].line.vertices.size() < 25 * few[0].line.vertices.size());
    CHECK(many[1].line.vertices.size() == few[1].line.vertices.size());
}

TEST_CASE("the parts at a tolerance stay within it") {
    const auto store = storeOf(GeometryKind::polygon, {circle({0, 0}, 10000, 5000)});
    const double toleranceM = 25;
    const auto parts = partsAt(store->feature(0), toleranceM, store->box());
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].size() < 200);
    for (std::size_t i = 0; i < parts[0].size(); ++i) {
        const MapPoint a = parts[0][i], b = parts[0][(i + 1) % parts[0].size()];
        CHECK(10000 - std::hypot((a.x + b.x) / 2, (a.y + b.y) / 2) <= toleranceM);
    }
}

TEST_CASE("parts outside the box are not looked at") {
    const auto store = storeOf(GeometryKind::polygon, {circle({0, 0}, 1000, 50), circle({90000, 0}, 1000, 50)});
    CHECK(partsAt(store->feature(0), 1, {{80000, -5000}, {100000, 5000}}).size() == 1);
}

TEST_CASE("a stopped job returns at once") {
    std::stop_source stop;
    stop.request_stop();
    const auto store = storeOf(GeometryKind::polygon, {circle({0, 0}, 1000, 50)});
    CHECK(cutTile({{store}, {10, 0, 0}, true, true, {}}, stop.get_token()).empty());
}

TEST_CASE("a tile inside an area is one rectangle, however many areas meet there") {
    const double side = tileSideM(10);
    const std::vector<MapPoint> around{{-side, -side}, {2.5 * side, -side}, {2.5 * side, 2 * side}, {-side, 2 * side}};
    const TileRequest request{{storeOf(GeometryKind::polygon, {circle({side / 2, side / 2}, side / 4, 400)}),
                               storeOf(GeometryKind::polygon, {around})},
                              {10, 0, 0},
                              true,
                              true,
                              {}};
    const TileMesh inside = cutTile(request);
    CHECK(inside.covered);
    CHECK(inside.fill.indices.size() == 6);
    CHECK_FALSE(inside.line.empty());
    const TileMesh edge = cutTile({request.stores, {10, 1, 0}, true, true, {}});
    CHECK(edge.covered);
    CHECK_FALSE(cutTile({request.stores, {10, 2, 0}, true, true, {}}).covered);
}

TEST_CASE("a hole keeps a tile from being one rectangle") {
    const double side = tileSideM(10);
    const std::vector<MapPoint> around{{-side, -side}, {2 * side, -side}, {2 * side, 2 * side}, {-side, 2 * side}};
    const TileMesh mesh =
        cutTile({{storeOf(GeometryKind::polygon, {around, turned(circle({side / 2, side / 2}, side / 4, 400))})},
                 {10, 0, 0},
                 true,
                 true,
                 {}});
    CHECK_FALSE(mesh.covered);
    CHECK(mesh.fill.indices.size() > 6);
    CHECK(
        cutTile({{storeOf(GeometryKind::polygon, {around, turned(around)})}, {10, 0, 0}, true, true, {}}).fill.empty());
    CHECK(cutTile({{storeOf(GeometryKind::polygon, {around, around})}, {10, 0, 0}, true, true, {}}).covered);
}

TEST_CASE("tiles that are cut together are those that are cut one by one") {
    const double side = tileSideM(10);
    const auto store = storeOf(GeometryKind::polygon,
                               {circle({side, side}, side * 1.3, 3000), circle({side * 1.1, side}, side / 3, 400)});
    const std::vector<TileId> tiles = tilesIn({{-side, -side}, {3 * side, 3 * side}}, 10);
    std::vector<TileMesh> together;
    cutTiles({{store}, {}, true, true, {}}, tiles, [&](TileMesh mesh) { together.push_back(std::move(mesh)); });
    REQUIRE(together.size() == tiles.size());
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const TileMesh alone = cutTile({{store}, tiles[i], true, true, {}});
        CHECK(together[i].tile == tiles[i]);
        CHECK(together[i].covered == alone.covered);
        CHECK(together[i].fill.indices == alone.fill.indices);
        CHECK(together[i].line.indices == alone.line.indices);
        CHECK(together[i].byteCount() == alone.byteCount());
    }
}
