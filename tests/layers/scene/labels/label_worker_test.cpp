// SPDX-License-Identifier: Apache-2.0
// Labels that are solved on a thread: the tests wait for it and never for time.
#include "layers/scene/labels/label_worker.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace layers;

namespace {

// Towns of these names, a kilometre apart.
std::shared_ptr<const geodata::Store> towns(const std::vector<std::string>& names) {
    geodata::StoreInfo info;
    info.layerName = "places";
    info.mapCrs = "EPSG:32636";
    info.columns = {{"name", geodata::ColumnType::text}};
    geodata::FeatureSet set{info.columns, {}};
    for (const std::string& name : names) {
        geodata::Feature feature{set.features.size(), {geodata::GeometryKind::point, {}, {}}, {name}};
        feature.geometry.addPart(std::vector<MapPoint>{{1000.0 * static_cast<double>(set.features.size()), 0}});
        set.features.push_back(std::move(feature));
    }
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

LabelInput inputOf(const std::vector<std::string>& layerIds) {
    Document document;
    LabelInput input;
    for (const std::string& id : layerIds) {
        LayerSpec layer;
        layer.id = id;
        layer.style.label.field = "name";
        document.layers.push_back(layer);
        input.contents[id] = {1, {towns({"Naqoura", "Tyre"})}};
    }
    input.document = std::make_shared<const Document>(document);
    input.stage.view = {{500, 0}, 2, {1920, 1080}};
    input.bounds = {0, 0, 1920, 1080};
    return input;
}

}  // namespace

TEST_CASE("a wish is solved as solveLabels does it") {
    LabelWorker worker({}, {});
    CHECK_FALSE(worker.busy());
    CHECK_FALSE(worker.poll());
    const LabelInput input = inputOf({"places"});
    worker.want(input);
    worker.waitUntilIdle();
    CHECK_FALSE(worker.working());
    CHECK(worker.busy());  // until the result is taken
    REQUIRE(worker.poll());
    CHECK_FALSE(worker.busy());
    CHECK_FALSE(worker.poll());
    const auto fonts = FontSet::load({});
    REQUIRE(fonts);
    const SolvedLabels expected = solveLabels(input, *fonts);
    REQUIRE(worker.solved().labels.size() == 2);
    REQUIRE(expected.labels.size() == 2);
    CHECK(worker.solved().view == input.stage.view);
    for (std::size_t i = 0; i < 2; ++i) CHECK(worker.solved().labels[i].text.origin == expected.labels[i].text.origin);
}

TEST_CASE("an equal wish is not solved again, another one is") {
    std::atomic<int> woken = 0;
    LabelWorker worker({}, [&] { ++woken; });
    LabelInput input = inputOf({"places"});
    for (int i = 0; i < 3; ++i) {
        worker.want(input);
        worker.waitUntilIdle();
    }
    CHECK(woken == 1);
    CHECK(worker.poll());
    input.stage.view.center.x += 100;
    worker.want(input);
    worker.waitUntilIdle();
    CHECK(woken == 2);
    REQUIRE(worker.poll());
    CHECK(worker.solved().view == input.stage.view);
}

TEST_CASE("of many wishes the last one is solved") {
    LabelWorker worker({}, {});
    LabelInput input = inputOf({"places"});
    for (int i = 0; i < 50; ++i) {
        input.stage.view.center.x = 10.0 * i;
        worker.want(input);
    }
    worker.waitUntilIdle();
    REQUIRE(worker.poll());
    CHECK(worker.solved().view.center.x == 490);
    CHECK_FALSE(worker.poll());
}

TEST_CASE("labels of one layer come together") {
    LabelWorker worker({}, {});
    worker.want(inputOf({"zones", "areas"}));
    worker.waitUntilIdle();
    REQUIRE(worker.poll());
    const auto& labels = worker.solved().labels;
    REQUIRE(labels.size() >= 2);
    for (std::size_t i = 1; i < labels.size(); ++i) CHECK(labels[i - 1].layer <= labels[i].layer);
}

TEST_CASE("a worker that is dropped in its work ends") {
    for (int i = 0; i < 5; ++i) {
        LabelWorker worker({}, {});
        worker.want(inputOf({"places"}));
        CHECK(worker.busy());
    }
}
