// SPDX-License-Identifier: Apache-2.0
// Which layers a legend has to explain: those that draw something inside the picture.
#include "layers/scene/marginalia/layer_sight.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace layers;

namespace {

using geodata::GeometryKind;
using Parts = std::vector<std::vector<MapPoint>>;

std::shared_ptr<const geodata::Store> storeOf(GeometryKind kind, const Parts& parts) {
    geodata::StoreInfo info;
    info.layerName = "things";
    info.mapCrs = "EPSG:32636";
    geodata::FeatureSet set;
    geodata::Feature feature{0, {kind, {}, {}}, {}};
    for (const auto& part : parts) feature.geometry.addPart(part);
    set.features.push_back(std::move(feature));
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

std::vector<MapPoint> ring(MapPoint middle, double halfM) {
    return {{middle.x - halfM, middle.y - halfM},
            {middle.x + halfM, middle.y - halfM},
            {middle.x + halfM, middle.y + halfM},
            {middle.x - halfM, middle.y + halfM},
            {middle.x - halfM, middle.y - halfM}};
}
// Its inside is on its right.
std::vector<MapPoint> hole(MapPoint middle, double halfM) {
    std::vector<MapPoint> turned = ring(middle, halfM);
    std::ranges::reverse(turned);
    return turned;
}

// A view of 2 km × 1 km around the map's origin.
struct Setup {
    Setup() {
        document.layers.resize(1);
        layer().id = "things";
        stage.view = {{0, 0}, 1, {2000, 1000}};
    }
    LayerSpec& layer() { return document.layers[0]; }
    Style& style() { return layer().style; }
    bool sees(GeometryKind kind, const Parts& parts) {
        contents["things"] = {1, {storeOf(kind, parts)}};
        return sees();
    }
    bool sees() const { return !layersInSight(document, stage, contents).empty(); }
    Document document;
    Stage stage;
    Contents contents;
};

}  // namespace

TEST_CASE("points are seen where they have markers and are in the picture") {
    Setup setup;
    CHECK_FALSE(setup.sees(GeometryKind::point, {{{10, 10}}}));
    setup.style().markerSizePt = 5;
    CHECK(setup.sees());
    CHECK_FALSE(setup.sees(GeometryKind::point, {{{1001, 0}}}));
    CHECK_FALSE(setup.sees(GeometryKind::point, {{{0, -501}}}));
    CHECK(setup.sees(GeometryKind::point, {{{5000, 0}}, {{999, 499}}}));  // one of its parts
}

TEST_CASE("a line is seen where it runs through the picture, not where its box does") {
    Setup setup;
    const Parts around{{{-3000, 400}, {-3000, 3000}, {3000, 3000}}}, through{{{-3000, -3000}, {3000, 3000}}};
    CHECK_FALSE(setup.sees(GeometryKind::line, through));  // it has no stroke
    setup.style().line.widthPt = 1;
    CHECK(setup.sees(GeometryKind::line, through));
    CHECK_FALSE(setup.sees(GeometryKind::line, around));
}

TEST_CASE("an area is seen inside it, and not in its hole") {
    Setup setup;
    setup.style().fill = Rgba{1, 2, 3, 255};
    CHECK(setup.sees(GeometryKind::polygon, {ring({0, 0}, 50000)}));
    CHECK_FALSE(setup.sees(GeometryKind::polygon, {ring({0, 0}, 50000), hole({0, 0}, 20000)}));
    CHECK(setup.sees(GeometryKind::polygon, {ring({0, 0}, 50000), hole({0, 0}, 400)}));
    CHECK_FALSE(setup.sees(GeometryKind::polygon, {ring({5000, 0}, 1000)}));
    // An island in a lake of the hole.
    CHECK(setup.sees(GeometryKind::polygon, {ring({0, 0}, 50000), hole({0, 0}, 20000), ring({0, 0}, 10000)}));
}

TEST_CASE("an area's own paint decides what is seen of it") {
    Setup setup;
    const Parts inside{ring({0, 0}, 50000)};
    CHECK_FALSE(setup.sees(GeometryKind::polygon, inside));
    setup.style().line.widthPt = 1;  // its ring is far outside
    CHECK_FALSE(setup.sees());
    CHECK(setup.sees(GeometryKind::polygon, {ring({900, 0}, 1000)}));
    setup.style().line.widthPt = 0;
    setup.style().fill = Rgba{1, 2, 3, 0};
    CHECK_FALSE(setup.sees(GeometryKind::polygon, inside));
    setup.style().hatch = Hatch::cross;
    CHECK(setup.sees());
}

TEST_CASE("layers that are hidden, out of their time or not read are not seen") {
    Setup setup;
    setup.style().fill = Rgba{1, 2, 3, 255};
    CHECK(setup.sees(GeometryKind::polygon, {ring({0, 0}, 100)}));
    setup.layer().visible = false;
    CHECK_FALSE(setup.sees());
    setup.layer().visible = true;
    setup.stage.date = "2018-11-06";
    setup.layer().validTo = "2018-11-06";
    CHECK_FALSE(setup.sees());
    setup.layer().validTo = "2018-11-07";
    CHECK(setup.sees());
    setup.layer().kind = LayerKind::units;
    CHECK_FALSE(setup.sees());
    setup.layer().kind = LayerKind::vector;
    setup.contents.clear();
    CHECK_FALSE(setup.sees());
}

TEST_CASE("layers in sight come in the document's order, from whichever of their stores") {
    Setup setup;
    setup.style().markerSizePt = 5;
    setup.layer().id = "z";
    setup.document.layers.push_back(setup.layer());
    setup.document.layers.back().id = "a";
    setup.document.layers.push_back(setup.layer());
    setup.document.layers.back().id = "far";
    const auto near = storeOf(GeometryKind::point, {{{0, 0}}}), far = storeOf(GeometryKind::point, {{{9999, 0}}});
    setup.contents = {{"a", {1, {far, near}}}, {"z", {1, {near}}}, {"far", {1, {far, far}}}};
    CHECK(layersInSight(setup.document, setup.stage, setup.contents) == std::vector<std::string>{"z", "a"});
}

TEST_CASE("a feature without geometry is never seen") {
    Setup setup;
    setup.style().fill = Rgba{1, 2, 3, 255};
    setup.style().line.widthPt = setup.style().markerSizePt = 5;
    CHECK_FALSE(setup.sees(GeometryKind::none, {}));
}
