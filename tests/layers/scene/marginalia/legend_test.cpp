// SPDX-License-Identifier: Apache-2.0
// The legend: of exactly what is visible, never cut.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "layers/scene/marginalia/layer_sight.hpp"
#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;
using geodata::GeometryKind;

namespace {

std::shared_ptr<const geodata::Store> storeOf(GeometryKind kind, const std::vector<std::vector<MapPoint>>& parts) {
    geodata::StoreInfo info;
    info.mapCrs = "EPSG:32636";
    geodata::Feature feature{1, {kind, {}, {}}, {}};
    for (const auto& part : parts) feature.geometry.addPart(part);
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, {{}, {feature}})));
    OPSMAP_CHECK(store);
    return *store;
}

// A picture of 2 km by 1 km around the origin.
struct Layers {
    Document document;
    Contents contents;
    Stage stage;
    Layers() { stage.view = {{0, 0}, 10, {200, 100}}; }
    LayerSpec& add(const std::string& id, Style style, GeometryKind kind,
                   const std::vector<std::vector<MapPoint>>& parts) {
        LayerSpec layer;
        layer.id = id;
        layer.style = std::move(style);
        document.layers.push_back(layer);
        contents[id] = {1, {storeOf(kind, parts)}};
        return document.layers.back();
    }
    std::string seen() const {
        std::string text;
        for (const std::string& id : layersInSight(document, stage, contents)) text += id + " ";
        return text;
    }
};

Style filled() {
    Style style;
    style.fill = Rgba{200, 0, 0, 255};
    return style;
}
Style stroked() {
    Style style;
    style.line.widthPt = 1;
    return style;
}
Style marked() {
    Style style;
    style.markerSizePt = 4;
    return style;
}
// A hole's inside is on its right.
std::vector<MapPoint> hole(double side) { return {{-side, -side}, {-side, side}, {side, side}, {side, -side}}; }
std::vector<MapPoint> square(double side) { return {{-side, -side}, {side, -side}, {side, side}, {-side, side}}; }

}  // namespace

TEST_CASE("a layer is in sight where its geometry is, not where its box is") {
    Layers layers;
    layers.add("around", filled(), GeometryKind::polygon, {square(50000)});             // all of the picture
    layers.add("hole", filled(), GeometryKind::polygon, {square(50000), hole(20000)});  // goes around it
    layers.add("corner", filled(), GeometryKind::polygon,
               {{{-50000, -50000}, {50000, -50000}, {-50000, 50000}}});  // an edge through the middle
    layers.add("bent", stroked(), GeometryKind::line,
               {{{-50000, 50000}, {-50000, -50000}, {50000, -50000}}});  // passes by
    layers.add("across", stroked(), GeometryKind::line, {{{-50000, 0}, {50000, 0}}});
    layers.add("outline", stroked(), GeometryKind::polygon, {square(50000)});            // only its edge is drawn
    layers.add("points", marked(), GeometryKind::point, {{{50000, 0}}, {{-50000, 0}}});  // on both sides
    layers.add("point", marked(), GeometryKind::point, {{{100, 100}}});
    layers.add("names", Style{}, GeometryKind::point, {{{100, 100}}});  // labels alone
    CHECK(layers.seen() == "around corner across point ");
}

TEST_CASE("what the stage does not draw is not in sight") {
    Layers layers;
    layers.add("shown", stroked(), GeometryKind::line, {{{-50000, 0}, {50000, 0}}});
    layers.add("off", stroked(), GeometryKind::line, {{{-50000, 0}, {50000, 0}}}).visible = false;
    layers.add("close", stroked(), GeometryKind::line, {{{-50000, 0}, {50000, 0}}}).scales.most = 1000;
    layers.add("later", stroked(), GeometryKind::line, {{{-50000, 0}, {50000, 0}}}).validFrom = "2020-01-01";
    layers.stage.date = "2018-11-06";
    CHECK(layers.seen() == "shown ");
}

TEST_CASE(
    "the legend has a row for each layer in sight, each class of units with its count and the grid, and no other") {
    FullFrame frame;
    frame.stage.marginalia.unitTable = false;
    frame.content.layersInSight = {"layer2", "layer7"};
    frame.content.unitClasses = {{{"10031002181100003900", {}}, "Brigade headquarters", 2},
                                 {{"10031000161211000000", {}}, "Infantry battalion", 13}};
    const PlacedMarginalia decoration = frame.placedMarginalia();
    for (int i = 0; i < 20; ++i)
        CHECK(frame.count(decoration, fmt::format("Layer of number {} (approximate)", i)) ==
              (i == 2 || i == 7 ? 1 : 0));
    CHECK(frame.count(decoration, "Brigade headquarters") == 1);
    CHECK(frame.count(decoration, "13", FontFace::bold) == 1);
    CHECK(frame.count(decoration, "Grid, MGRS 1 km") == 1);
    frame.stage.gridKind = GridKind::utm;
    CHECK(frame.count(frame.placedMarginalia(), "Grid, UTM 1 km") == 1);
    frame.stage.gridKind = GridKind::geo;
    CHECK(frame.count(frame.placedMarginalia(), "Grid, 5′") == 1);
    frame.stage.grid = false;
    CHECK(frame.count(frame.placedMarginalia(), "Grid, 5′") == 0);
    frame.stage.legend = false;
    CHECK(frame.count(frame.placedMarginalia(), "Brigade headquarters") == 0);
}

TEST_CASE("the legend explains the changes that are marked, and no others") {
    FullFrame frame;
    frame.stage.compareDate = "2018-10-01";
    CHECK(frame.count(frame.placedMarginalia(), "Changes since 01 OCT 18", FontFace::bold) == 0);
    frame.content.changes = {ChangeKind::arrived, ChangeKind::moved};
    const PlacedMarginalia decoration = frame.placedMarginalia();
    CHECK(frame.count(decoration, "Changes since 01 OCT 18", FontFace::bold) == 1);
    CHECK(frame.count(decoration, "Arrived") == 1);
    CHECK(frame.count(decoration, "Moved") == 1);
    CHECK(frame.count(decoration, "Left") == 0);
    frame.stage.legend = false;  // what their colours say is said all the same
    CHECK(frame.count(frame.placedMarginalia(), "Arrived") == 1);
    CHECK(frame.count(frame.placedMarginalia(), "Brigade headquarters") == 0);
}

TEST_CASE("a long legend goes into two columns before anything is left out") {
    FullFrame frame;
    frame.stage.marginalia.unitTable = false;
    const PlacedMarginalia decoration = frame.placedMarginalia();
    for (int i = 0; i < 20; ++i)
        CHECK(frame.count(decoration, fmt::format("Layer of number {} (approximate)", i)) == 1);
    for (int i = 0; i < 12; ++i)
        CHECK(frame.count(decoration, fmt::format("Mechanized infantry battalion {}", i)) == 1);
}

TEST_CASE("a long legend lies across an upright picture, above its middle") {
    FullFrame frame;
    frame.stage.marginalia.unitTable = false;
    frame.content.unitClasses.resize(6);  // one column has room for all of it
    frame.show({1240, 1754}, 150);
    const PlacedMarginalia decoration = frame.placedMarginalia();
    const ScreenRect& legend = decoration.keepOut[decoration.plates - 1];
    CHECK(legend.right - legend.left > 1240 / 2);
    CHECK(legend.bottom < 1754 / 2);
    CHECK(frame.printedPx(decoration, "Layer of number 3 (approximate)") ==
          doctest::Approx(frame.stage.px(7.5)));  // in small print
    frame.show({1754, 1240}, 150);
    CHECK(frame.printedPx(frame.placedMarginalia(), "Layer of number 3 (approximate)") ==
          doctest::Approx(frame.stage.px(9)));
}

TEST_CASE("what finds no room in the legend is counted") {
    FullFrame frame;
    frame.content.unitClasses.clear();
    for (int i = 0; i < 200; ++i)
        frame.content.unitClasses.push_back({{"10031000161211000000", {}}, "Class " + std::to_string(i), 1});
    const PlacedMarginalia decoration = frame.placedMarginalia();
    int shown = 0;
    for (int i = 0; i < 200; ++i) shown += static_cast<int>(frame.count(decoration, fmt::format("Class {}", i)));
    CHECK(shown > 10);
    CHECK(frame.count(decoration, fmt::format("and {} more", 200 - shown)) == 1);
}
