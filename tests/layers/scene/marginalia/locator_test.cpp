// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/locator.hpp"

#include <doctest/doctest.h>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

TEST_CASE("the locator's region holds the view, is much larger, and stays while the view moves a little") {
    MapView view{{712345, 3667890}, 25, {1920, 1080}};
    const auto region = locatorRegion(view);
    REQUIRE(region);
    CHECK(region->contains(view.box().min));
    CHECK(region->contains(view.box().max));
    CHECK(region->width() > 4 * view.box().width());
    view.center.x += 2000;
    CHECK(locatorRegion(view) == region);
    view.mPerPx = 2000;
    CHECK_FALSE(locatorRegion(view));  // a continent
    view.center.x = NAN;
    CHECK_FALSE(locatorRegion(view));
}

TEST_CASE("the locator shows opaque ground and lines of small scales inside its region, made once") {
    geodata::StoreInfo info;
    info.mapCrs = "EPSG:32636";
    geodata::Feature land{1, {geodata::GeometryKind::polygon, {}, {}}, {}};
    land.geometry.addPart(std::vector<MapPoint>{{-9e6, -9e6}, {9e6, -9e6}, {9e6, 9e6}, {-9e6, 9e6}});
    const auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, {{}, {land}})));
    REQUIRE(store);
    Document document;
    Contents contents;
    for (const char* id : {"land", "tint", "streams"}) {
        LayerSpec layer;
        layer.id = id;
        if (layer.id != "streams")
            layer.style.fill = Rgba{200, 200, 200, layer.id == "land" ? std::uint8_t{255} : std::uint8_t{90}};
        else layer.style.line.widthPt = 1, layer.scales.most = 600000;
        document.layers.push_back(layer);
        contents[id] = {1, {*store}};
    }
    Stage stage;
    stage.view = {{712345, 3667890}, 25, {1920, 1080}};
    const auto shared = std::make_shared<const Document>(document);
    Locator locator;
    const auto map = locator.mapFor(shared, stage, contents);
    REQUIRE(map);
    REQUIRE(map->shapes.size() == 1);
    CHECK(map->shapes[0].area);
    for (const MapPoint p : map->shapes[0].points) CHECK(geodata::grown(map->region, 1).contains(p));
    stage.view.center.x += 2000;
    CHECK(locator.mapFor(shared, stage, contents) == map);
    contents["land"].revision = 2;
    CHECK(locator.mapFor(shared, stage, contents) != map);
}
