// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/layer_shapes.hpp"

#include <doctest/doctest.h>

#include "geodata/store/store.hpp"

using namespace layers;
using geodata::Feature;
using geodata::GeometryKind;

namespace {

std::shared_ptr<const geodata::Store> storeOf(GeometryKind kind, const std::vector<std::vector<MapPoint>>& parts) {
    geodata::StoreInfo info;
    info.layerName = "layer";
    info.mapCrs = "EPSG:32636";
    Feature feature{0, {kind, {}, {}}, {}};
    for (const auto& part : parts) feature.geometry.addPart(part);
    auto bytes = std::make_shared<std::vector<std::byte>>(geodata::encodeStore(info, {{}, {std::move(feature)}}));
    auto store = geodata::Store::open({*bytes, bytes});
    OPSMAP_CHECK(store);
    return *store;
}

const MapView kView{{0, 0}, 10, {100, 100}};  // 1 km across

}  // namespace

TEST_CASE("an area inside the picture keeps its corners, in pixels, and its edge is a closed line") {
    const LayerShapes shapes =
        shapesOf({storeOf(GeometryKind::polygon, {{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}}})}, kView, 10);
    REQUIRE(shapes.areas.size() == 1);
    CHECK(shapes.areas[0][0] == std::vector<ScreenPoint>{{40, 60}, {60, 60}, {60, 40}, {40, 40}});
    REQUIRE(shapes.lines.size() == 1);
    CHECK(shapes.lines[0].closed);
    CHECK(shapes.lines[0].points.size() == 4);
}

TEST_CASE("what reaches beyond the picture is cut a little outside it") {
    const LayerShapes shapes = shapesOf(
        {storeOf(GeometryKind::polygon, {{{-9000, -9000}, {9000, -9000}, {9000, 9000}, {-9000, 9000}}})}, kView, 10);
    REQUIRE(shapes.areas.size() == 1);
    for (const ScreenPoint p : shapes.areas[0][0]) {
        CHECK((p.x == doctest::Approx(-10) || p.x == doctest::Approx(110)));
        CHECK((p.y == doctest::Approx(-10) || p.y == doctest::Approx(110)));
    }
    CHECK(shapes.lines.empty());  // its edge is not seen
}

TEST_CASE("a cut line knows how far its start is from the whole line's, for its dashes") {
    const LayerShapes shapes = shapesOf({storeOf(GeometryKind::line, {{{-2000, 0}, {2000, 0}}})}, kView, 10);
    REQUIRE(shapes.lines.size() == 1);
    CHECK(shapes.lines[0].points.front().x == doctest::Approx(-10));
    CHECK(shapes.lines[0].alongPx == doctest::Approx(200 - 60));
    CHECK_FALSE(shapes.lines[0].closed);
}

TEST_CASE("vertices that cannot be seen at the picture's resolution are left out, points are not") {
    std::vector<MapPoint> wavy;
    for (int i = 0; i <= 400; ++i) wavy.push_back({-200.0 + i, i % 2 == 0 ? 0.0 : 0.5});
    const LayerShapes shapes =
        shapesOf({storeOf(GeometryKind::line, {wavy}), storeOf(GeometryKind::point, {{{0, 0}}, {{1, 0}}, {{5000, 0}}})},
                 kView, 10);
    REQUIRE(shapes.lines.size() == 1);
    CHECK(shapes.lines[0].points.size() < 10);
    CHECK(shapes.points.size() == 2);  // the third lies outside
}
