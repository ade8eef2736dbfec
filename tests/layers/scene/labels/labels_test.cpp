// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/labels/labels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "layers/model/layer_visibility.hpp"

using namespace layers;

namespace {

// A winding river with a name and towns beside it, two kilometres across.
std::shared_ptr<const geodata::Store> riverAndTowns() {
    geodata::StoreInfo info;
    info.layerName = "places";
    info.mapCrs = "EPSG:32636";
    info.columns = {{"name", geodata::ColumnType::text}};
    std::vector<geodata::Feature> features(1, {0, {geodata::GeometryKind::line, {}, {}}, {"River"}});
    std::vector<MapPoint> river;
    for (int i = 0; i <= 200; ++i) river.push_back({i * 10.0, 500 + 60 * std::sin(i * 0.05)});
    features[0].geometry.addPart(river);
    for (int i = 0; i < 12; ++i) {
        features.push_back(
            {static_cast<std::uint64_t>(i + 1), {geodata::GeometryKind::point, {}, {}}, {"Town " + std::to_string(i)}});
        features.back().geometry.addPart(std::vector<MapPoint>{{130.0 + 150 * i, 420 + 37.0 * (i % 5)}});
    }
    auto bytes =
        std::make_shared<std::vector<std::byte>>(geodata::encodeStore(info, {info.columns, std::move(features)}));
    auto store = geodata::Store::open({*bytes, bytes});
    OPSMAP_CHECK(store);
    return *store;
}

LabelInput inputOf(ScreenSize size) {
    Document document;
    LayerSpec layer;
    layer.id = "places";
    layer.style.label.field = "name";
    layer.style.label.placement = LabelPlacement::line;
    layer.style.markerSizePt = 4;
    document.layers.push_back(layer);
    LabelInput input;
    input.document = std::make_shared<const Document>(document);
    input.stage.view = {{1000, 500}, 2000.0 / size.width, size};
    input.contents["places"] = {1, {riverAndTowns()}};
    input.bounds = {0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
    return input;
}

const FontSet& fonts() {
    static const auto loaded = FontSet::load({});
    OPSMAP_CHECK(loaded);
    return *loaded;
}

}  // namespace

TEST_CASE("a picture twice as large shows the same labels at the same places") {
    const SolvedLabels small = solveLabels(inputOf({960, 540}), fonts()),
                       large = solveLabels(inputOf({1920, 1080}), fonts());
    REQUIRE(small.labels.size() >= 8);
    REQUIRE(small.labels.size() == large.labels.size());
    for (std::size_t i = 0; i < small.labels.size(); ++i) {
        const draw::Text &a = small.labels[i].text, &b = large.labels[i].text;
        CHECK(b.run.sizePx == doctest::Approx(a.run.sizePx * 2));
        CHECK(b.glyphs.size() == a.glyphs.size());
        const ScreenPoint from = a.glyphs.empty() ? a.origin : a.glyphs.back().origin,
                          to = b.glyphs.empty() ? b.origin : b.glyphs.back().origin;
        CHECK(std::abs(to.x - from.x * 2) < 0.01);
        CHECK(std::abs(to.y - from.y * 2) < 0.01);
    }
}

namespace {

std::shared_ptr<const geodata::Store> pointsNamed(const std::vector<std::pair<MapPoint, std::string>>& points) {
    geodata::StoreInfo info;
    info.layerName = "places";
    info.mapCrs = "EPSG:32636";
    info.columns = {{"name", geodata::ColumnType::text}};
    std::vector<geodata::Feature> features;
    for (const auto& [at, name] : points) {
        features.push_back({features.size(), {geodata::GeometryKind::point, {}, {}}, {name}});
        features.back().geometry.addPart(std::vector<MapPoint>{at});
    }
    auto bytes =
        std::make_shared<std::vector<std::byte>>(geodata::encodeStore(info, {info.columns, std::move(features)}));
    auto store = geodata::Store::open({*bytes, bytes});
    OPSMAP_CHECK(store);
    return *store;
}

SolvedLabels labelsOf(const std::vector<std::pair<MapPoint, std::string>>& points) {
    LabelInput input = inputOf({1920, 1080});
    input.contents["places"] = {1, {pointsNamed(points)}};
    return solveLabels(input, fonts());
}

}  // namespace

TEST_CASE("of more names than can be tried every part of the view shows some") {
    std::vector<std::pair<MapPoint, std::string>> points;  // row by row from the south, as files often are
    for (int row = 0; row < 80; ++row)
        for (int column = 0; column < 80; ++column)
            points.push_back({{12.5 + 25.0 * column, 7 + 14.0 * row - 50}, "P"});
    const SolvedLabels solved = labelsOf(points);
    int quarters[4] = {};
    for (const SolvedLabel& label : solved.labels)
        ++quarters[std::clamp(static_cast<int>(label.text.origin.y / 270), 0, 3)];
    REQUIRE(solved.labels.size() > 200);
    for (const int quarter : quarters) CHECK(quarter > static_cast<int>(solved.labels.size()) / 8);
}

TEST_CASE("a long name is cut with an ellipsis instead of left out") {
    const std::string sixty(60, 'n');
    const auto glyphsOf = [](const std::string& name) {
        const SolvedLabels solved = labelsOf({{{1000, 500}, name}});
        REQUIRE(solved.labels.size() == 1);
        return solved.labels[0].text.run.glyphs.size();
    };
    CHECK(glyphsOf(sixty) == 60);
    CHECK(glyphsOf(sixty + "n") == 60);
    CHECK(glyphsOf(std::string(300, 'n')) == 60);
    std::string cyrillic;
    for (int i = 0; i < 100; ++i) cyrillic += "ж";
    CHECK(glyphsOf(cyrillic) == 60);
}

TEST_CASE("labels stay out of what is kept free") {
    LabelInput input = inputOf({960, 540});
    const std::size_t all = solveLabels(input, fonts()).labels.size();
    input.keepOut.push_back({0, 0, 480, 540});
    const SolvedLabels solved = solveLabels(input, fonts());
    CHECK(solved.labels.size() < all);
    REQUIRE(!solved.labels.empty());
    for (const SolvedLabel& label : solved.labels)
        if (label.text.glyphs.empty()) CHECK(label.text.origin.x >= 480);
}

TEST_CASE("a layer with times of its own is drawn from its first day until its last one") {
    LayerSpec layer;
    Stage stage;
    stage.view = {{0, 0}, 10, {1920, 1080}};
    const auto isDrawnOn = [&](const char* date) {
        stage.date = date;
        return isDrawn(layer, stage);
    };
    CHECK(isDrawnOn("1900-01-01"));
    layer.validFrom = "2018-10-31";
    CHECK_FALSE(isDrawnOn("2018-10-30"));
    CHECK(isDrawnOn("2018-10-31"));
    CHECK(isDrawnOn("2099-01-01"));
    layer.validTo = "2019-05-15";
    CHECK(isDrawnOn("2019-05-14"));
    CHECK_FALSE(isDrawnOn("2019-05-15"));
}
