// SPDX-License-Identifier: Apache-2.0
// What texts avoid: rectangles of markers and thick lines.
#include "layers/scene/labels/label_obstacles.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace layers;

namespace {

std::shared_ptr<const geodata::Store> storeOf(geodata::GeometryKind kind,
                                              const std::vector<std::vector<MapPoint>>& features) {
    geodata::StoreInfo info;
    info.layerName = "things";
    info.mapCrs = "EPSG:32636";
    geodata::FeatureSet set;
    for (const auto& points : features) {
        geodata::Feature feature{set.features.size(), {kind, {}, {}}, {}};
        feature.geometry.addPart(points);
        set.features.push_back(std::move(feature));
    }
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

// A view of ten metres a pixel around the map's origin.
struct Setup {
    Setup() {
        layer.id = "things";
        input.stage.view = {{0, 0}, 10, {1920, 1080}};
    }
    void show(geodata::GeometryKind kind, const std::vector<std::vector<MapPoint>>& features) {
        input.contents["things"] = {1, {storeOf(kind, features)}};
    }
    LabelObstacles found() {
        Document document;
        document.layers = {layer};
        input.document = std::make_shared<const Document>(document);
        return obstaclesOf(input, input.stage.view);
    }
    LayerSpec layer;
    LabelInput input;
};

}  // namespace

TEST_CASE("a marker is a square of its size around its point") {
    Setup setup;
    setup.layer.style.markerSizePt = 6;  // eight pixels
    setup.show(geodata::GeometryKind::point, {{{100, 200}}, {{-3000, 0}}});
    const LabelObstacles found = setup.found();
    REQUIRE(found.markers.size() == 2);
    CHECK(found.thickLines.empty());
    CHECK(std::ranges::count(found.markers, ScreenRect{966, 516, 974, 524}) == 1);
    CHECK(std::ranges::count(found.markers, ScreenRect{656, 536, 664, 544}) == 1);
}

TEST_CASE("what is outside the picture is no obstacle") {
    Setup setup;
    setup.layer.style.markerSizePt = 6;
    setup.show(geodata::GeometryKind::point, {{{9700, 0}}, {{0, -5500}}, {{9500, 5300}}});
    CHECK(setup.found().markers.size() == 1);
}

TEST_CASE("points without a marker and thin lines are no obstacles") {
    Setup setup;
    setup.layer.style.line.widthPt = 3;
    setup.show(geodata::GeometryKind::point, {{{0, 0}}});
    CHECK(setup.found().markers.empty());
    setup.show(geodata::GeometryKind::line, {{{0, 0}, {1000, 0}}});
    CHECK_FALSE(setup.found().thickLines.empty());
    setup.layer.style.line.widthPt = 1.7;
    setup.layer.style.markerSizePt = 6;
    CHECK(setup.found().thickLines.empty());
    CHECK(setup.found().markers.empty());  // a line has no marker
}

TEST_CASE("a thick line is a chain of short rectangles that cover its whole width") {
    Setup setup;
    setup.layer.style.line.widthPt = 3;  // two pixels to either side
    setup.show(geodata::GeometryKind::line, {{{-1000, -500}, {1000, 300}}});
    const LabelObstacles found = setup.found();
    REQUIRE(found.thickLines.size() >= 10);
    const MapView& view = setup.input.stage.view;
    for (int i = 0; i <= 100; ++i) {
        const ScreenPoint at = view.toScreen({-1000.0 + 20 * i, -500.0 + 8 * i});
        for (const ScreenPoint edge : {ScreenPoint{at.x, at.y - 1.9}, {at.x, at.y + 1.9}})
            CHECK(std::ranges::any_of(found.thickLines, [&](const ScreenRect& rect) { return rect.contains(edge); }));
    }
    for (const ScreenRect& rect : found.thickLines) CHECK(std::hypot(rect.width(), rect.height()) < 12 + 4 * 2);
}

TEST_CASE("a line is an obstacle only where it is in the picture") {
    Setup setup;
    setup.layer.style.line.widthPt = 3;
    setup.show(geodata::GeometryKind::line, {{{-100000, 0}, {100000, 0}}});
    const LabelObstacles found = setup.found();
    REQUIRE(!found.thickLines.empty());
    for (const ScreenRect& rect : found.thickLines) {
        CHECK(rect.left >= -2 - 1e-6);
        CHECK(rect.right <= 1922 + 1e-6);
    }
}

TEST_CASE("hidden layers, units and layers that were not read are no obstacles") {
    Setup setup;
    setup.layer.style.markerSizePt = 6;
    setup.show(geodata::GeometryKind::point, {{{0, 0}}});
    CHECK(setup.found().markers.size() == 1);
    setup.layer.visible = false;
    CHECK(setup.found().markers.empty());
    setup.layer.visible = true;
    setup.layer.kind = LayerKind::units;
    CHECK(setup.found().markers.empty());
    setup.layer.kind = LayerKind::vector;
    setup.input.contents.clear();
    CHECK(setup.found().markers.empty());
}

TEST_CASE("a layer that fills the picture with markers has no places beside them and gives none") {
    Setup setup;
    setup.layer.style.markerSizePt = 6;
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(-9000, 9000), y(-5000, 5000);
    std::vector<std::vector<MapPoint>> points(4000);
    for (auto& point : points) point = {{x(random), y(random)}};
    setup.show(geodata::GeometryKind::point, points);
    CHECK(setup.found().markers.size() == 4000);
    points.push_back({{1, 1}});
    setup.show(geodata::GeometryKind::point, points);
    CHECK(setup.found().markers.empty());
}
