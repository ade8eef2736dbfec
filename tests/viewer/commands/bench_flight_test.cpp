// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/bench_flight.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace viewer;
using layers::MapPoint;
using layers::MapView;

namespace {

const MapView kHome{{700000, 3700000}, 100, {1920, 1080}};

std::shared_ptr<const geodata::Store> pointsAt(const std::vector<MapPoint>& points) {
    geodata::StoreInfo info;
    info.layerName = "layer";
    info.mapCrs = "EPSG:32636";
    std::vector<geodata::Feature> features;
    for (const MapPoint point : points) {
        features.push_back({features.size(), {geodata::GeometryKind::point, {}, {}}, {}});
        features.back().geometry.addPart(std::vector<MapPoint>{point});
    }
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, {{}, std::move(features)})));
    OPSMAP_CHECK(store);
    return *store;
}

}  // namespace

TEST_CASE("a flight begins wide, dives to the place and ends at home") {
    const MapPoint place{702000, 3704000};
    const auto frames = flightOver(kHome, place);
    REQUIRE(frames.size() == 240);
    CHECK(frames.front().view.mPerPx == doctest::Approx(400));
    CHECK(frames[119].view.mPerPx == doctest::Approx(100.0 / 64));
    CHECK(std::hypot(frames[119].view.center.x - place.x, frames[119].view.center.y - place.y) < 1);
    CHECK(frames.back().view.mPerPx == doctest::Approx(kHome.mPerPx));
    CHECK(std::hypot(frames.back().view.center.x - kHome.center.x, frames.back().view.center.y - kHome.center.y) < 1);
}

TEST_CASE("no step of a flight is larger than a wheel's turn, and the place stays in sight on the way down") {
    const MapPoint place{740000, 3720000};
    const auto frames = flightOver(kHome, place);
    for (std::size_t i = 1; i < frames.size(); ++i) {
        const double step = frames[i].view.mPerPx / frames[i - 1].view.mPerPx;
        CHECK(step > 0.8);
        CHECK(step < 1.25);
        if (frames[i].leg == Leg::dive) CHECK(frames[i].view.box().contains(place));
    }
}

TEST_CASE("the place is a vertex inside the box, the same each time") {
    const auto store = pointsAt({{0, 0}, {700100, 3700200}, {900000, 3700000}});
    const MapPoint place = flightPlace({store}, kHome.box());
    CHECK(place == MapPoint{700100, 3700200});
    CHECK(flightPlace({store}, kHome.box()) == place);
}

TEST_CASE("without data in sight the place is the middle") {
    CHECK(flightPlace({}, kHome.box()) == kHome.box().center());
    CHECK(flightPlace({pointsAt({{0, 0}})}, kHome.box()) == kHome.box().center());
}
