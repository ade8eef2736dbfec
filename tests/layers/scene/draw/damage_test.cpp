// SPDX-License-Identifier: Apache-2.0
// Where two pictures differ: made of items that need no GPU.
#include "layers/scene/draw/damage.hpp"

#include <doctest/doctest.h>

#include "layers/scene/draw/scene_tile.hpp"

using namespace layers;

namespace {

constexpr ScreenSize kSize{1000, 800};
const Rgba kBlue{0, 0, 200, 255}, kRed{200, 0, 0, 255};

draw::Area box(double x, double y, Rgba color = kBlue) {
    return {{{x, y}, {x + 20, y}, {x + 20, y + 20}, {x, y + 20}}, color};
}

DrawList listOf(std::vector<DrawItem> items, geodata::MapPoint center = {}) {
    DrawList list{kSize, {255, 255, 255, 255}, std::move(items)};
    list.view = {center, 2, kSize};
    return list;
}

std::vector<PixelRect> damage(const DrawList& shown, const DrawList& wanted) {
    const auto shift = shiftBetween(shown, wanted);
    OPSMAP_CHECK(shift);
    const auto rects = damageBetween(shown, wanted, *shift);
    OPSMAP_CHECK(rects);
    return *rects;
}

bool holds(const std::vector<PixelRect>& rects, int x, int y) {
    return std::ranges::any_of(
        rects, [&](const PixelRect& r) { return x >= r.left && x < r.right && y >= r.top && y < r.bottom; });
}

}  // namespace

TEST_CASE("equal pictures differ nowhere, and where one item changed only around it") {
    CHECK(damage(listOf({box(100, 100), box(500, 500)}), listOf({box(100, 100), box(500, 500)})).empty());
    const auto recoloured =
        damage(listOf({box(100, 100), box(500, 500)}), listOf({box(100, 100), box(500, 500, kRed)}));
    CHECK(holds(recoloured, 500, 500));
    CHECK(holds(recoloured, 519, 519));
    CHECK_FALSE(holds(recoloured, 110, 110));
    const auto came = damage(listOf({box(500, 500)}), listOf({box(100, 100), box(500, 500)})),
               went = damage(listOf({box(100, 100), box(500, 500)}), listOf({box(500, 500)}));
    for (const auto& rects : {came, went}) {
        CHECK(holds(rects, 110, 110));
        CHECK_FALSE(holds(rects, 510, 510));
    }
}

TEST_CASE("where the order of two items changed is damage") {
    const auto rects =
        damage(listOf({box(100, 100), box(110, 110, kRed)}), listOf({box(110, 110, kRed), box(100, 100)}));
    CHECK(holds(rects, 115, 115));
}

TEST_CASE("a map moved by whole pixels bares its edges, and what did not move with it is damage twice") {
    // 30 px to the right and 10 down: two metres a pixel.
    const DrawList shown = listOf({box(100, 100), box(600, 700, kRed)}),
                   wanted = listOf({box(130, 110), box(600, 700, kRed)}, {-60, 20});
    CHECK(shiftBetween(shown, wanted) == PixelShift{30, 10});
    const auto rects = damage(shown, wanted);
    CHECK(holds(rects, 29, 400));
    CHECK(holds(rects, 500, 9));
    CHECK(holds(rects, 610, 710));  // where it stands
    CHECK(holds(rects, 645, 725));  // where it was taken to
    CHECK_FALSE(holds(rects, 140, 120));
    CHECK_FALSE(holds(rects, 999, 799));
}

TEST_CASE("no shift where the scale differs, the map moved by parts of a pixel, or out of the picture") {
    const DrawList shown = listOf({});
    DrawList scaled = listOf({});
    scaled.view.mPerPx = 1.9;
    CHECK_FALSE(shiftBetween(shown, scaled));
    CHECK_FALSE(shiftBetween(shown, listOf({}, {1, 0})));
    CHECK_FALSE(shiftBetween(shown, listOf({}, {0, -1600})));
    CHECK(shiftBetween(shown, listOf({}, {0, -1598})) == PixelShift{0, -799});
}

TEST_CASE("a picture of which most differs is drawn as a whole") {
    std::vector<DrawItem> blue, red;
    for (int x = 0; x < 1000; x += 20)
        for (int y = 0; y < 800; y += 20) {
            blue.push_back(box(x, y));
            red.push_back(box(x, y, kRed));
        }
    CHECK_FALSE(damageBetween(listOf(std::move(blue)), listOf(std::move(red)), {}));
    DrawList other = listOf({});
    other.background = kRed;
    CHECK_FALSE(damageBetween(listOf({}), other, {}));
}

TEST_CASE("of a layer's tiles those that are new or gone are damage, markers with what reaches over their edge") {
    const auto a = std::make_shared<const SceneTile>(), b = std::make_shared<const SceneTile>(),
               c = std::make_shared<const SceneTile>();
    const auto piecesOf = [](std::vector<TilePiece> given) {
        return std::make_shared<const std::vector<TilePiece>>(std::move(given));
    };
    const TilePiece first{a, {}, {100, 100, 300, 300}}, second{b, {}, {300, 100, 500, 300}},
        instead{c, {}, {300, 100, 500, 300}};
    const auto lines = damage(listOf({draw::TileLine{piecesOf({first, second}), {kBlue, 2, {}}}}),
                              listOf({draw::TileLine{piecesOf({first, instead}), {kBlue, 2, {}}}}));
    CHECK(holds(lines, 301, 200));
    CHECK_FALSE(holds(lines, 297, 200));
    const MarkerPaint dots{Marker::circle, 6, 1, kBlue, kRed};
    const auto markers = damage(listOf({draw::TileMarkers{piecesOf({first, second}), dots}}),
                                listOf({draw::TileMarkers{piecesOf({first}), dots}}));
    CHECK(holds(markers, 290, 200));
    CHECK_FALSE(holds(markers, 250, 200));
    const auto repainted = damage(listOf({draw::TileLine{piecesOf({first}), {kBlue, 2, {}}}}),
                                  listOf({draw::TileLine{piecesOf({first}), {kRed, 2, {}}}}));
    CHECK(holds(repainted, 200, 200));
}

TEST_CASE("whatever an item's look depends on is compared") {
    const auto differs = [](DrawItem shown, DrawItem wanted) {
        CHECK(damage(listOf({shown}), listOf({shown})).empty());
        CHECK_FALSE(damage(listOf({std::move(shown)}), listOf({std::move(wanted)})).empty());
    };
    const auto pieces = std::make_shared<const std::vector<TilePiece>>(
        1, TilePiece{std::make_shared<const SceneTile>(), {}, {100, 100, 300, 300}});
    const draw::TileLine line{pieces, {kBlue, 2, {4, 2}}};
    differs(line, draw::TileLine{pieces, {kBlue, 3, {4, 2}}});
    differs(line, draw::TileLine{pieces, {kBlue, 2, {4, 3}}});
    const draw::TileFill hatched{pieces, {.color = kBlue, .hatch = Hatch::diagonal, .anchorPx = {}}, true};
    for (const FillPaint& paint : {FillPaint{.color = kRed, .hatch = Hatch::diagonal, .anchorPx = {}},
                                   FillPaint{.color = kBlue, .hatch = Hatch::cross, .anchorPx = {}},
                                   FillPaint{.color = kBlue, .hatch = Hatch::diagonal, .spacingPx = 9, .anchorPx = {}},
                                   FillPaint{.color = kBlue, .hatch = Hatch::diagonal, .widthPx = 2, .anchorPx = {}},
                                   FillPaint{.color = kBlue, .hatch = Hatch::diagonal, .anchorPx = {1, 0}}})
        differs(hatched, draw::TileFill{pieces, paint, true});
    differs(hatched, draw::TileFill{pieces, hatched.paint, false});
    const MarkerPaint dots{Marker::circle, 6, 1, kBlue, kRed};
    differs(draw::TileMarkers{pieces, dots}, draw::TileMarkers{pieces, {Marker::square, 6, 1, kBlue, kRed}});
    const draw::Polyline stroke{{{100, 100}, {200, 150}}, {kBlue, 2, {}}};
    differs(stroke, draw::Polyline{{{100, 100}, {200, 151}}, {kBlue, 2, {}}});
    differs(stroke, draw::Polyline{stroke.points, {kBlue, 2, {}}, true});
    differs(stroke, draw::Polyline{stroke.points, {kBlue, 2, {}}, false, true});
    draw::Text text{{{{0, 5, 0, 0, 8, U'A'}}, 12, 8, 9, 0}, {100, 100}, {}, kBlue, kRed, 1}, other = text;
    other.haloPx = 2;
    differs(text, other);
    other = text;
    other.run.glyphs[0].glyph = 6;
    differs(text, other);
    const auto drawing = std::make_shared<const SymbolDrawing>(SymbolDrawing{"", 100, 60, 50, 30, 0, 0, 100, 60, true}),
               another = std::make_shared<const SymbolDrawing>(*drawing);
    differs(draw::Symbol{drawing, nullptr, {200, 200}, 0.5}, draw::Symbol{another, nullptr, {200, 200}, 0.5});
    differs(draw::Symbol{drawing, nullptr, {200, 200}, 0.5}, draw::Symbol{drawing, nullptr, {200, 200}, 0.6});
}

TEST_CASE("what moved with the map is the same whoever asks for it, and for rounding") {
    const auto drawing = std::make_shared<const SymbolDrawing>();
    const auto request = std::make_shared<const SymbolRequest>(), again = std::make_shared<const SymbolRequest>();
    const draw::Text shown{
        .run = {}, .origin = {100, 100}, .glyphs = {{{100, 100}, 0.5}}, .color = kBlue, .halo = kRed};
    draw::Text wanted = shown;
    wanted.origin = {130 + 1e-9, 110};
    wanted.glyphs[0] = {{130, 110 - 1e-9}, 0.5 + 1e-9};
    const auto rects = damage(listOf({shown, draw::Symbol{drawing, request, {300, 300}, 1}}),
                              listOf({wanted, draw::Symbol{drawing, again, {330, 310}, 1}}, {-60, 20}));
    CHECK(rects.size() == 2);  // the edges that the move bared
    wanted.glyphs[0].rotationRad = 0.6;
    CHECK(damage(listOf({shown}), listOf({wanted}, {-60, 20})).size() > 2);
}

TEST_CASE("the reach of an item holds all that is drawn of it") {
    const auto corner = [](const DrawItem& item) { return reachOf(item); };
    const ScreenRect stroke = corner(draw::Polyline{{{100, 100}, {200, 150}}, {kBlue, 10, {}}});
    CHECK(stroke.left <= 78);  // a mitre of four half widths, feathered
    CHECK(stroke.bottom >= 172);
    const auto drawing = std::make_shared<const SymbolDrawing>(SymbolDrawing{"", 100, 60, 50, 30, 0, 0, 100, 60, true});
    const ScreenRect symbol = corner(draw::Symbol{drawing, nullptr, {200, 200}, 0.5});
    CHECK(symbol.left <= 174);
    CHECK(symbol.right >= 226);
    CHECK(symbol.top <= 184);
    CHECK(symbol.bottom >= 216);
}
