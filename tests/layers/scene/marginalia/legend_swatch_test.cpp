// SPDX-License-Identifier: Apache-2.0
// The legend's samples are drawn as the map is.
#include "layers/scene/marginalia/legend_swatch.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace layers;

namespace {

constexpr ScreenRect kBox{100, 200, 140, 220};
constexpr ScreenRect kSample{100, 203, 132, 217};  // 24 × 10 points in its middle, on whole pixels

struct Setup {
    Setup() { stage.view.size = {1920, 1080}; }
    std::vector<DrawItem> items() const {
        std::vector<DrawItem> made;
        addLayerSwatch(made, stage, layer, kBox);
        return made;
    }
    Style& style() { return layer.style; }
    Stage stage;
    LayerSpec layer;
};

template <class Item>
const Item& as(const DrawItem& item) {
    const auto* found = std::get_if<Item>(&item);
    REQUIRE(found != nullptr);
    return *found;
}

ScreenRect boundsOf(const std::vector<ScreenPoint>& points) {
    REQUIRE(!points.empty());
    ScreenRect box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const ScreenPoint p : points)
        box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x), std::max(box.bottom, p.y)};
    return box;
}

}  // namespace

TEST_CASE("a layer that draws nothing has an empty sample") { CHECK(Setup().items().empty()); }

TEST_CASE("an area's sample is a rectangle with its edge around it") {
    Setup setup;
    setup.style().fill = Rgba{10, 20, 30, 255};
    setup.style().line = {{7, 8, 9, 255}, 3, {6, 3}, LineJoin::round, LineCap::butt, {250, 251, 252, 255}, 1.5};
    const auto items = setup.items();
    REQUIRE(items.size() == 3);
    const auto& area = as<draw::Area>(items[0]);
    const auto &casing = as<draw::Polyline>(items[1]), &line = as<draw::Polyline>(items[2]);
    CHECK(area.color == Rgba{10, 20, 30, 255});
    CHECK(std::abs(boundsOf(area.ring).left - kSample.left) < 1e-9);
    CHECK(boundsOf(area.ring).width() == doctest::Approx(32));
    CHECK(boundsOf(area.ring).height() == doctest::Approx(14).epsilon(0.08));
    CHECK(casing.paint == LinePaint{{250, 251, 252, 255}, 8, {}});
    CHECK(line.paint == LinePaint{{7, 8, 9, 255}, 4, {8, 4}});
    for (const auto* edge : {&casing, &line}) {
        CHECK(edge->closed);
        CHECK(edge->points == area.ring);
    }
}

TEST_CASE("a line's sample is a stroke through the middle") {
    Setup setup;
    setup.style().line.widthPt = 1.5;
    const auto items = setup.items();
    REQUIRE(items.size() == 1);
    const auto& line = as<draw::Polyline>(items[0]);
    CHECK_FALSE(line.closed);
    REQUIRE(line.points.size() == 2);
    CHECK(line.points[0].y == line.points[1].y);
    CHECK(line.points[0].y == doctest::Approx(210).epsilon(0.003));
    CHECK(line.points[1].x - line.points[0].x == doctest::Approx(32));
    CHECK(line.paint.widthPx == doctest::Approx(2));
}

TEST_CASE("a half-transparent layer has half-transparent samples of all it draws") {
    Setup setup;
    setup.layer.opacity = 0.5;
    setup.style().fill = Rgba{1, 2, 3, 200};
    setup.style().hatch = Hatch::diagonal;
    setup.style().hatchColor = {4, 4, 4, 100};
    setup.style().line = {{7, 8, 9, 80}, 1, {}, LineJoin::round, LineCap::butt, {255, 255, 255, 60}, 1};
    setup.style().markerSizePt = 5;
    setup.style().markerColor = {5, 5, 5, 40};
    setup.style().markerStroke = {6, 6, 6, 20};
    for (const DrawItem& item : setup.items()) {
        const auto* area = std::get_if<draw::Area>(&item);
        const Rgba color = area != nullptr ? area->color : as<draw::Polyline>(item).paint.color;
        const int whole = color.r == 1     ? 200
                          : color.r == 4   ? 100
                          : color.r == 7   ? 80
                          : color.r == 255 ? 60
                          : color.r == 5   ? 40
                                           : 20;
        CAPTURE(static_cast<int>(color.r));
        CHECK(color.a == whole / 2);
    }
}

TEST_CASE("hatches run across the sample at 45 degrees and stay in it") {
    Setup setup;
    setup.style().hatchSpacingPt = 3;
    setup.style().hatchColor = {1, 2, 3, 255};
    const auto strokes = [&](Hatch hatch) {
        setup.style().hatch = hatch;
        int rising = 0, falling = 0;
        for (const DrawItem& item : setup.items()) {
            const auto& line = as<draw::Polyline>(item);
            const ScreenRect box = boundsOf(line.points);
            CHECK(box.left >= kSample.left - 1e-9);
            CHECK(box.right <= kSample.right + 1e-9);
            CHECK(box.width() == doctest::Approx(box.height()));
            CHECK(line.paint.color == Rgba{1, 2, 3, 255});
            const double dx = line.points.back().x - line.points.front().x,
                         dy = line.points.back().y - line.points.front().y;
            if (dx == 0 && dy == 0) continue;  // in the corner
            (dx * dy < 0 ? rising : falling) += 1;
        }
        return std::pair(rising, falling);
    };
    const auto [rising, none] = strokes(Hatch::diagonal);
    CHECK(rising >= 5);
    CHECK(none == 0);
    const auto [noneToo, falling] = strokes(Hatch::backDiagonal);
    CHECK(noneToo == 0);
    CHECK(falling >= 5);
    CHECK(strokes(Hatch::cross) == std::pair(rising, falling));
}

TEST_CASE("a marker's sample has its form, at its own size or the sample's height") {
    Setup setup;
    const auto ringOf = [&](Marker marker, double sizePt) {
        setup.style().marker = marker;
        setup.style().markerSizePt = sizePt;
        const auto items = setup.items();
        REQUIRE(items.size() == 2);
        CHECK(as<draw::Area>(items[0]).color == setup.style().markerColor);
        CHECK(as<draw::Polyline>(items[1]).closed);
        return as<draw::Area>(items[0]).ring;
    };
    CHECK(boundsOf(ringOf(Marker::circle, 6)).width() == doctest::Approx(8));
    CHECK(boundsOf(ringOf(Marker::circle, 60)).width() == doctest::Approx(10 * 4.0 / 3));
    CHECK(ringOf(Marker::triangle, 6).size() == 3);
    const auto square = ringOf(Marker::square, 6), diamond = ringOf(Marker::diamond, 6);
    REQUIRE(square.size() == 4);
    REQUIRE(diamond.size() == 4);
    CHECK(boundsOf(square).width() < boundsOf(diamond).width());
    const auto isUpright = [](const std::vector<ScreenPoint>& ring) {  // its first edge along an axis
        return std::abs(ring[0].x - ring[1].x) < 1e-9 || std::abs(ring[0].y - ring[1].y) < 1e-9;
    };
    CHECK(isUpright(square));
    CHECK_FALSE(isUpright(diamond));
    const auto triangle = ringOf(Marker::triangle, 6);
    CHECK(std::ranges::min(triangle, {}, &ScreenPoint::y).x == doctest::Approx(116));  // it points up
}

TEST_CASE("a boundary's sample has its echelon's mark") {
    Setup setup;
    setup.style().line.widthPt = 1.5;
    CHECK(setup.items().size() == 1);
    setup.style().boundary.echelon = "battalion";
    CHECK(setup.items().size() > 2);
}

TEST_CASE("a grid's sample is one parallel that two meridians cross") {
    Setup setup;
    std::vector<DrawItem> items;
    addGridSwatch(items, setup.stage, kBox);
    REQUIRE(items.size() == 3);
    const auto &parallel = as<draw::Polyline>(items[0]), &west = as<draw::Polyline>(items[1]),
               &east = as<draw::Polyline>(items[2]);
    CHECK(parallel.points[0].y == parallel.points[1].y);
    CHECK(west.points[0].x == doctest::Approx(108));
    CHECK(east.points[0].x == doctest::Approx(124));
    for (const auto* meridian : {&west, &east}) {
        CHECK(meridian->points[0].x == meridian->points[1].x);
        CHECK(meridian->points[0].y < parallel.points[0].y);
        CHECK(meridian->points[1].y > parallel.points[0].y);
    }
}

TEST_CASE("each kind of change has a sample of its own") {
    const Setup setup;
    std::vector<std::vector<DrawItem>> samples;
    for (const ChangeKind kind : {ChangeKind::arrived, ChangeKind::left, ChangeKind::moved, ChangeKind::relieved}) {
        std::vector<DrawItem> items;
        addChangeSwatch(items, setup.stage, kind, kBox);
        CHECK(!items.empty());
        for (const auto& other : samples) CHECK_FALSE(items == other);
        samples.push_back(std::move(items));
    }
}

TEST_CASE("a symbol is in the middle of its box, and a plain frame takes its place until it is drawn") {
    const Setup setup;
    UnitClass units;
    units.request.sidc = "10031000151211000000";
    std::vector<DrawItem> items;
    addUnitSwatch(items, setup.stage, units, kBox);
    REQUIRE(items.size() == 1);
    CHECK(as<draw::Polyline>(items[0]).closed);
    units.drawing = std::make_shared<const SymbolDrawing>(
        SymbolDrawing{.svg = "<svg/>", .width = 160, .height = 140, .anchorX = 80, .anchorY = 90});
    items.clear();
    addUnitSwatch(items, setup.stage, units, kBox);
    REQUIRE(items.size() == 1);
    const auto& symbol = as<draw::Symbol>(items[0]);
    CHECK(symbol.drawing == units.drawing);
    REQUIRE(symbol.request);
    CHECK(*symbol.request == units.request);
    const double left = symbol.anchor.x - 80 * symbol.scalePx, top = symbol.anchor.y - 90 * symbol.scalePx;
    CHECK(left + 80 * symbol.scalePx == doctest::Approx(120));
    CHECK(top + 70 * symbol.scalePx == doctest::Approx(210));
}

TEST_CASE("a row is high enough for its symbol") {
    Setup setup;
    UnitClass units;
    const double plainPx = symbolHeightPx(units, setup.stage);
    units.drawing = std::make_shared<const SymbolDrawing>(SymbolDrawing{.svg = {}, .width = 160, .height = 260});
    std::vector<DrawItem> items;
    addUnitSwatch(items, setup.stage, units, kBox);
    CHECK(symbolHeightPx(units, setup.stage) > 260 * as<draw::Symbol>(items[0]).scalePx);
    CHECK(symbolHeightPx(units, setup.stage) > plainPx);
    const double once = symbolHeightPx(units, setup.stage);
    setup.stage.userFactor = 2;
    CHECK(symbolHeightPx(units, setup.stage) == doctest::Approx(2 * once));
}
