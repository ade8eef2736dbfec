// SPDX-License-Identifier: Apache-2.0
// Boundaries as items of the DrawList: no display is needed.
#include "layers/scene/labels/boundaries.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "layers/scene/labels/echelon_mark.hpp"
#include "layers/scene/labels/labels.hpp"

using namespace layers;

namespace {

// A line of 4 km from west to east, and what its feature says of itself.
std::shared_ptr<const geodata::Store> lineSaying(std::vector<std::pair<std::string, std::string>> said) {
    geodata::StoreInfo info;
    info.layerName = "lines";
    info.mapCrs = "EPSG:32636";
    geodata::Feature line{0, {geodata::GeometryKind::line, {}, {}}, {}};
    for (auto& [column, value] : said) {
        info.columns.push_back({column, geodata::ColumnType::text});
        line.values.emplace_back(value);
    }
    line.geometry.addPart(std::vector<MapPoint>{{0, 0}, {1900, 10}, {4000, 0}});
    auto bytes = std::make_shared<std::vector<std::byte>>(geodata::encodeStore(info, {info.columns, {line}}));
    auto store = geodata::Store::open({*bytes, bytes});
    OPSMAP_CHECK(store);
    return *store;
}

struct Drawn {
    BoundaryDrawing drawing;
    std::vector<draw::Polyline> lines, strokes;  // of the line's width; of the mark's
};

struct Scenery {
    Scenery() {
        layer.id = "boundary";
        layer.style.line.widthPt = 3;
        layer.style.boundary.echelon = "brigade";
        stage.view = {{2000, 0}, 2, {2400, 1350}};
    }
    Drawn drawn(std::vector<std::pair<std::string, std::string>> said = {{"name", "x"}}) const {
        const std::vector<std::shared_ptr<const geodata::Store>> stores{lineSaying(std::move(said))};
        Drawn result{drawnBoundary({layer, stage, stores, symbols}), {}, {}};
        for (const DrawItem& item : result.drawing.items)
            if (const auto* line = std::get_if<draw::Polyline>(&item))
                (line->round ? result.lines : result.strokes).push_back(*line);
        return result;
    }
    LayerSpec layer;
    Stage stage;
    std::vector<ScreenRect> symbols;
};

MapPoint middleOf(const ScreenRect& rect, const MapView& view) {
    return view.toMap({(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2});
}

}  // namespace

TEST_CASE("a brigade's boundary has an X in each gap of its line, a battalion's two bars, as its feature says") {
    const Scenery scenery;
    const Drawn brigade = scenery.drawn();
    REQUIRE(brigade.drawing.marks.size() >= 4);
    CHECK(brigade.lines.size() == brigade.drawing.marks.size() + 1);
    CHECK(brigade.strokes.size() == 2 * brigade.drawing.marks.size());
    for (std::size_t i = 0; i + 1 < brigade.lines.size(); ++i) {
        const double gapPx = brigade.lines[i + 1].points.front().x - brigade.lines[i].points.back().x;
        CHECK(gapPx > echelonWidthPx("brigade", scenery.stage.px(9)));
    }
    CHECK(scenery.drawn({{"echelon", "battalion"}}).strokes.size() == 2 * brigade.drawing.marks.size());
    CHECK(scenery.drawn({{"echelon", "corps"}}).strokes.size() == 6 * brigade.drawing.marks.size());
    CHECK(scenery.drawn({{"echelon", "no such"}}).strokes.size() == 2 * brigade.drawing.marks.size());
}

TEST_CASE("a boundary is dashed by rule where it is approximate, as its style or its feature says") {
    Scenery scenery;
    CHECK(scenery.drawn().lines[0].paint.dashPx.empty());
    CHECK(scenery.drawn({{"approximate", "1"}}).lines[0].paint.dashPx.size() == 2);
    scenery.layer.style.boundary.approximate = true;
    CHECK(scenery.drawn().lines[0].paint.dashPx.size() == 2);
    CHECK(scenery.drawn({{"approximate", "0"}}).lines[0].paint.dashPx.empty());
    scenery.layer.style.line.dashPt = {9, 3, 2, 3};
    CHECK(scenery.drawn().lines[0].paint.dashPx.size() == 4);
}

TEST_CASE("marks stay where they are on the map while it is moved") {
    Scenery scenery;
    const Drawn before = scenery.drawn();
    scenery.stage.view.center = {2613, 77};
    std::size_t found = 0;
    for (const ScreenRect& mark : scenery.drawn().drawing.marks) {
        const MapPoint at = middleOf(mark, scenery.stage.view);
        const Scenery there;
        found += static_cast<std::size_t>(std::ranges::count_if(before.drawing.marks, [&](const ScreenRect& other) {
            const MapPoint was = middleOf(other, there.stage.view);
            return std::hypot(was.x - at.x, was.y - at.y) < 0.01;
        }));
    }
    CHECK(found >= 3);
}

TEST_CASE(
    "marks keep their places while the map is zoomed within a quarter step, and a picture twice as large has the "
    "same") {
    Scenery scenery;
    scenery.stage.view = {{2000, 0}, 1.95, {1920, 1080}};
    const auto placesOf = [](const Scenery& in) {
        std::vector<double> places;
        for (const ScreenRect& mark : in.drawn().drawing.marks)
            places.push_back(std::round(middleOf(mark, in.stage.view).x));
        return places;
    };
    const std::vector<double> places = placesOf(scenery);
    CHECK(places.size() >= 4);
    scenery.stage.view = {{2000, 0}, 1.75, {1920, 1080}};
    CHECK(placesOf(scenery) == places);
    scenery.stage.view = {{2000, 0}, 0.975, {3840, 2160}};
    CHECK(placesOf(scenery) == places);
}

TEST_CASE("a mark makes room for a unit's symbol") {
    Scenery scenery;
    const ScreenRect first = scenery.drawn().drawing.marks[1];
    scenery.symbols.push_back(first);
    for (const ScreenRect& mark : scenery.drawn().drawing.marks)
        CHECK(!mark.intersects({first.left + 1, first.top + 1, first.right - 1, first.bottom - 1}));
}

TEST_CASE("the names of both sides stand along a boundary, the feature's own before the layer's") {
    Scenery scenery;
    scenery.layer.style.boundary.left = "North";
    scenery.layer.style.boundary.right = "South";
    const std::vector<BoundaryName> names = scenery.drawn({{"left", "2nd Brigade"}}).drawing.names;
    REQUIRE(names.size() >= 8);
    for (const BoundaryName& name : names) CHECK(name.text == (name.side == LineSide::left ? "2nd Brigade" : "South"));

    Document document;
    document.layers.push_back(scenery.layer);
    LabelInput input{
        std::make_shared<const Document>(document), scenery.stage, {}, {}, {}, {0, 0, 2400, 1350}, names, {}};
    const auto fonts = FontSet::load({});
    OPSMAP_CHECK(fonts);
    const SolvedLabels solved = solveLabels(input, *fonts);
    REQUIRE(solved.labels.size() == names.size());
    for (const SolvedLabel& label : solved.labels) {  // north is above on the screen
        const bool isLeft = label.text.glyphs.size() == std::string("2nd Brigade").size();
        CHECK(isLeft == (label.text.glyphs.front().origin.y < 675));
    }
}

TEST_CASE("a line without an echelon is no boundary, nor is one that is not stroked") {
    Scenery scenery;
    CHECK(isBoundary(scenery.layer));
    scenery.layer.style.line.widthPt = 0;
    CHECK(!isBoundary(scenery.layer));
    scenery.layer.style.line.widthPt = 1;
    scenery.layer.style.boundary.echelon.clear();
    CHECK(!isBoundary(scenery.layer));
}
