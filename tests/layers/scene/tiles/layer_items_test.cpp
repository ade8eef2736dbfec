// SPDX-License-Identifier: Apache-2.0
// What a style makes of a layer's tiles; the tiles hold no GPU memory.
#include "layers/scene/tiles/layer_items.hpp"

#include <doctest/doctest.h>

#include "layers/scene/draw/scene_tile.hpp"

using namespace layers;

namespace {

struct Setup {
    LayerSpec layer;
    Stage stage;
    TilePieces pieces = std::make_shared<const std::vector<TilePiece>>(
        std::vector<TilePiece>{{std::make_shared<const SceneTile>(), {}, {0, 0, 100, 100}}});

    Setup() {
        layer.id = "roads";
        stage.view = {{1000, 2000}, 10, {1920, 1080}};  // factor 1: a point is 4/3 pixels
    }
    std::vector<DrawItem> items() const {
        std::vector<DrawItem> made;
        addLayer(made, layer, stage, pieces);
        return made;
    }
    std::vector<DrawItem> markers() const {
        std::vector<DrawItem> made;
        addMarkers(made, layer, stage, pieces);
        return made;
    }
};

template <class Item>
const Item& as(const DrawItem& item) {
    const auto* found = std::get_if<Item>(&item);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("a layer without any style draws nothing") {
    const Setup setup;
    CHECK(setup.items().empty());
    CHECK(setup.markers().empty());
}

TEST_CASE("a layer without tiles draws nothing, whatever its style") {
    Setup setup;
    setup.layer.style.fill = Rgba{1, 2, 3, 255};
    setup.layer.style.hatch = Hatch::cross;
    setup.layer.style.line.widthPt = 2;
    setup.layer.style.markerSizePt = 5;
    CHECK(setup.items().size() == 3);
    CHECK(setup.markers().size() == 1);
    setup.pieces = std::make_shared<const std::vector<TilePiece>>();
    CHECK(setup.items().empty());
    CHECK(setup.markers().empty());
}

TEST_CASE("areas lie below their hatch, casings below their lines") {
    Setup setup;
    Style& style = setup.layer.style;
    style.fill = Rgba{1, 2, 3, 255};
    style.hatch = Hatch::diagonal;
    style.hatchColor = {4, 5, 6, 255};
    style.hatchSpacingPt = 6;
    style.hatchWidthPt = 1.5;
    style.line = {{7, 8, 9, 255}, 3, {}, LineJoin::round, LineCap::butt, {250, 251, 252, 255}, 1.5};
    const auto items = setup.items();
    REQUIRE(items.size() == 4);
    const ScreenPoint anchor{860, 740};  // of the map's origin, 100 px west and 200 px south of the view's middle
    CHECK(as<draw::TileFill>(items[0]).paint == FillPaint{.color = {1, 2, 3, 255}, .anchorPx = anchor});
    CHECK(as<draw::TileFill>(items[1]).paint == FillPaint{{4, 5, 6, 255}, Hatch::diagonal, 8, 2, anchor});
    CHECK_FALSE(as<draw::TileFill>(items[1]).feathered);
    CHECK(as<draw::TileLine>(items[2]).paint == LinePaint{{250, 251, 252, 255}, 8, {}});
    CHECK(as<draw::TileLine>(items[3]).paint == LinePaint{{7, 8, 9, 255}, 4, {}});
    for (const DrawItem& item : {items[0], items[1]}) CHECK(as<draw::TileFill>(item).tiles == setup.pieces);
}

TEST_CASE("an area's edge is feathered unless a solid line hides it") {
    Setup setup;
    setup.layer.style.fill = Rgba{1, 2, 3, 255};
    LineStyle& line = setup.layer.style.line;
    const auto isFeathered = [&] { return as<draw::TileFill>(setup.items()[0]).feathered; };
    CHECK(isFeathered());
    line.widthPt = 1;
    CHECK_FALSE(isFeathered());
    line.color.a = 254;
    CHECK(isFeathered());
    line.color.a = 255;
    line.dashPt = {4, 2};
    CHECK(isFeathered());
    line.dashPt.clear();
    line.widthPt = 0.7;  // less than a pixel
    CHECK(isFeathered());
    setup.stage.view.size = {3840, 2160};  // on a screen twice as large it is more than one
    CHECK_FALSE(isFeathered());
}

TEST_CASE("a layer's opacity takes its share of each colour's own") {
    Setup setup;
    setup.layer.opacity = 0.5;
    setup.layer.style.fill = Rgba{1, 2, 3, 200};
    setup.layer.style.line = {{7, 8, 9, 101}, 1, {}, LineJoin::round, LineCap::butt, {255, 255, 255, 255}, 1};
    setup.layer.style.markerSizePt = 6;
    setup.layer.style.markerColor = {1, 1, 1, 255};
    setup.layer.style.markerStroke = {2, 2, 2, 100};
    const auto items = setup.items();
    REQUIRE(items.size() == 3);
    CHECK(as<draw::TileFill>(items[0]).paint.color == Rgba{1, 2, 3, 100});
    CHECK(as<draw::TileLine>(items[1]).paint.color == Rgba{255, 255, 255, 128});
    CHECK(as<draw::TileLine>(items[2]).paint.color == Rgba{7, 8, 9, 51});
    const MarkerPaint paint = as<draw::TileMarkers>(setup.markers()[0]).paint;
    CHECK(paint.color == Rgba{1, 1, 1, 128});
    CHECK(paint.rimColor == Rgba{2, 2, 2, 50});
}

TEST_CASE("an invisible fill is not drawn at all") {
    Setup setup;
    setup.layer.style.fill = Rgba{1, 2, 3, 0};
    CHECK(setup.items().empty());
}

TEST_CASE("dashes grow with the screen, and an odd number of them runs twice") {
    Setup setup;
    setup.layer.style.line.widthPt = 1;
    const auto dashes = [&] { return as<draw::TileLine>(setup.items().back()).paint.dashPx; };
    setup.layer.style.line.dashPt = {6, 3};
    CHECK(dashes() == std::vector<float>{8, 4});
    setup.stage.userFactor = 2;
    CHECK(dashes() == std::vector<float>{16, 8});
    setup.layer.style.line.dashPt = {3, 6, 9};
    CHECK(dashes() == std::vector<float>{8, 16, 24, 8, 16, 24});
}

TEST_CASE("a casing has no dashes") {
    Setup setup;
    setup.layer.style.line = {{7, 8, 9, 255}, 1, {6, 3}, LineJoin::round, LineCap::butt, {255, 255, 255, 255}, 1};
    const auto items = setup.items();
    REQUIRE(items.size() == 2);
    CHECK(as<draw::TileLine>(items[0]).paint.dashPx.empty());
    CHECK(as<draw::TileLine>(items[1]).paint.dashPx.size() == 2);
}

TEST_CASE("the line of a boundary is not drawn from tiles, its area is") {
    Setup setup;
    setup.layer.style.fill = Rgba{1, 2, 3, 255};
    setup.layer.style.line.widthPt = 2;
    CHECK(setup.items().size() == 2);
    setup.layer.style.boundary.echelon = "brigade";
    CHECK(setup.items().size() == 1);
}

TEST_CASE("a marker's size is its diameter") {
    Setup setup;
    Style& style = setup.layer.style;
    style.marker = Marker::diamond;
    style.markerSizePt = 6;
    style.markerStrokePt = 1.5;
    const MarkerPaint paint = as<draw::TileMarkers>(setup.markers()[0]).paint;
    CHECK(paint.shape == Marker::diamond);
    CHECK(paint.radiusPx == doctest::Approx(4));
    CHECK(paint.rimPx == doctest::Approx(2));
}

TEST_CASE("tiles hold the meshes that a style needs and no others") {
    LayerSpec layer;
    layer.id = "roads";
    CHECK(tileSourceOf(layer).layer == "roads");
    CHECK_FALSE(tileSourceOf(layer).fills);
    CHECK_FALSE(tileSourceOf(layer).lines);
    layer.style.line.widthPt = 2;
    CHECK_FALSE(tileSourceOf(layer).fills);
    CHECK(tileSourceOf(layer).lines);
    layer.style.boundary.echelon = "brigade";  // boundaries.cpp draws its line
    CHECK_FALSE(tileSourceOf(layer).lines);
    layer.style.hatch = Hatch::cross;  // the rings are the feathered edge of the area
    CHECK(tileSourceOf(layer).fills);
    CHECK(tileSourceOf(layer).lines);
    layer.style.hatch = Hatch::none;
    layer.style.fill = Rgba{1, 2, 3, 255};
    CHECK(tileSourceOf(layer).fills);
}

TEST_CASE("tiles have the joins and caps of the style, and thin lines are hairlines") {
    LayerSpec layer;
    LineStyle& line = layer.style.line;
    line.widthPt = 1;
    CHECK(tileSourceOf(layer).shape == geodata::LineShape{.mitreJoins = false, .roundCaps = false, .hairline = true});
    line.join = LineJoin::mitre;
    line.cap = LineCap::round;
    line.casingPt = 0.5;  // with it the line is two points wide
    CHECK(tileSourceOf(layer).shape == geodata::LineShape{.mitreJoins = true, .roundCaps = true, .hairline = false});
}
