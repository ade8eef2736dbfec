// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/draw_list.hpp"

#include <doctest/doctest.h>

#include "layers/scene/draw/scene_tile.hpp"

using namespace layers;

namespace {

constexpr Rgba kInk{16, 32, 48, 255};

TilePieces oneTile() {
    auto tile = std::make_shared<SceneTile>();
    tile->id = {7, 3, 5};
    tile->byteCount = 128;
    return std::make_shared<const std::vector<TilePiece>>(
        std::vector<TilePiece>{{tile, {{1, 2}, 0.5}, {0, 0, 256, 256}}});
}

FillPaint filled() {
    FillPaint paint;
    paint.color = kInk;
    return paint;
}

MarkerPaint marked() {
    MarkerPaint paint;
    paint.color = kInk;
    paint.radiusPx = 3;
    return paint;
}

draw::Text letters(std::size_t count) {
    draw::Text text;
    text.run.sizePx = 12;
    text.run.widthPx = 40;
    text.run.ascentPx = 10;
    text.run.descentPx = 3;
    text.run.glyphs.resize(count);
    for (ShapedGlyph& glyph : text.run.glyphs) glyph.advancePx = 8;
    text.origin = {100, 50};
    text.color = kInk;
    return text;
}

draw::Symbol symbol() {
    auto drawing = std::make_shared<SymbolDrawing>();
    drawing->width = 100;
    drawing->height = 60;
    drawing->anchorX = 50;
    drawing->anchorY = 30;
    auto request = std::make_shared<SymbolRequest>();
    request->sidc = "10031000161211000000";
    return {drawing, request, {200, 200}, 0.5};
}

bool holds(const ScreenRect& outer, const ScreenRect& inner) {
    return outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right &&
           outer.bottom >= inner.bottom;
}

}  // namespace

TEST_CASE("a list is told item by item, the same text for the same list") {
    DrawList list{{640, 480}, {255, 255, 255, 255}, {}};
    list.items = {draw::TileFill{oneTile(), filled()},
                  draw::TileLine{oneTile(), {kInk, 2, {4, 2}}},
                  draw::TileMarkers{oneTile(), marked()},
                  draw::Area{{{0, 0}, {10, 0}, {10, 10}}, kInk},
                  draw::Polyline{{{1, 2}, {3, 4}}, {kInk, 1.5, {}}},
                  letters(2),
                  symbol()};
    const std::string text = dumped(list);
    CHECK(text == dumped(list));
    CHECK(text.starts_with("picture 640x480 background #ffffffff\n"));
    for (const char* part :
         {"fill #102030ff hatch 0\n  tile 7/3/5 128 vertices at 1.00,2.00 clip 0.00,0.00,256.00,256.00\n",
          "line #102030ff 2.00px dash 4,2\n", "markers #102030ff 3.00px\n",
          "area #102030ff 0.00,0.00 10.00,0.00 10.00,10.00\n", "polyline #102030ff 1.50px 1.00,2.00 3.00,4.00\n",
          "text #102030ff 12.00px at 100.00,50.00 0:0 0:0\n",
          "symbol 10031000161211000000 at 200.00,200.00 scale 0.5000\n"}) {
        CAPTURE(part);
        CHECK(text.find(part) != std::string::npos);
    }
    DrawList other = list;
    std::get<draw::Polyline>(other.items[4]).points[1].x = 3.25;
    CHECK(dumped(other) != text);
    CHECK_FALSE(other == list);
}

TEST_CASE("tiles reach everywhere, other items as far as they draw") {
    const ScreenRect picture{-1e6, -1e6, 1e6, 1e6};
    CHECK(holds(reachOf(draw::TileFill{oneTile(), {}}), picture));
    CHECK(holds(reachOf(draw::TileLine{oneTile(), {}}), picture));
    CHECK(holds(reachOf(draw::TileMarkers{oneTile(), {}}), picture));
    const ScreenRect area = reachOf(draw::Area{{{10, 20}, {30, 25}, {15, 60}}, kInk});
    CHECK(holds(area, {10, 20, 30, 60}));
    CHECK(holds({0, 10, 40, 70}, area));
}

TEST_CASE("a line reaches as far as its mitres") {
    const draw::Polyline sharp{{{0, 100}, {100, 100}, {0, 101}}, {kInk, 10, {}}};
    CHECK(holds(reachOf(sharp), {-20, 80, 120, 121}));
    const draw::Polyline thin{{{0, 100}, {100, 100}}, {kInk, 1, {}}};
    CHECK(holds({-10, 90, 110, 110}, reachOf(thin)));
}

TEST_CASE("a text reaches around its box, and one along a line around its letters") {
    draw::Text text = letters(5);
    text.haloPx = 2;
    CHECK(holds(reachOf(text), {98, 38, 142, 55}));
    text.glyphs = {{{300, 300}, 0}, {{310, 305}, 0.3F}};
    const ScreenRect along = reachOf(text);
    CHECK(holds(along, {290, 285, 325, 320}));
    CHECK_FALSE(along.contains({100, 50}));  // the origin is not where it is drawn
}

TEST_CASE("a symbol reaches around its drawing, which hangs at its anchor") {
    const ScreenRect reach = reachOf(symbol());
    CHECK(holds(reach, {175, 185, 225, 215}));
    CHECK(holds({170, 180, 230, 220}, reach));
}

TEST_CASE("sections follow each other, an owner's neighbouring items are one, and nothing is none") {
    DrawList list;
    list.endSection(owner::kBackground);
    CHECK(list.sections.empty());
    const auto add = [&](int count) {
        for (int i = 0; i < count; ++i) list.items.emplace_back(draw::Area{});
    };
    add(2);
    list.endSection("towns");
    list.endSection("borders");  // it drew nothing
    add(1);
    list.endSection("towns");
    add(3);
    list.endSection("borders");
    REQUIRE(list.sections.size() == 2);
    CHECK(list.sections[0] == DrawSection{"towns", 3});
    CHECK(list.sections[1] == DrawSection{"borders", 6});
}
