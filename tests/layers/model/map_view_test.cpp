// SPDX-License-Identifier: Apache-2.0
#include "layers/model/map_view.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

using namespace layers;

TEST_CASE("viewOf shows the whole box, centred") {
    const MapView view = viewOf({{0, 0}, {1000, 100}}, {200, 100});
    CHECK(view.center == MapPoint{500, 50});
    CHECK(view.mPerPx == 5);
    CHECK(viewOf({{0, 0}, {100, 1000}}, {200, 100}).mPerPx == 10);
}

TEST_CASE("viewOf of a point, of nothing and on no pixels is still a view") {
    CHECK(viewOf({{7, 8}, {7, 8}}, {200, 100}).center == MapPoint{7, 8});
    CHECK(viewOf({{7, 8}, {7, 8}}, {200, 100}).mPerPx == 1);
    CHECK(viewOf({}, {200, 100}).mPerPx == 1);
    CHECK(std::isfinite(viewOf({{0, 0}, {10, 10}}, {0, 0}).mPerPx));
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(viewOf({{-inf, 0}, {inf, 1}}, {10, 10}).center == MapPoint{0, 0});
}

TEST_CASE("zoomedAt the centre keeps the centre") {
    const MapView view{{100, 200}, 8, {640, 480}};
    const MapView closer = zoomedAt(view, {320, 240}, 4);
    CHECK(closer.center == view.center);
    CHECK(closer.mPerPx == 2);
}

TEST_CASE("zoomedAt stops at its bounds and ignores senseless factors") {
    const MapView view{{100, 200}, 8, {640, 480}};
    CHECK(zoomedAt(view, {0, 0}, 1e30).mPerPx == 0.001);
    CHECK(zoomedAt(view, {0, 0}, 1e-30).mPerPx == 200'000);
    for (const double factor : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()})
        CHECK(zoomedAt(view, {0, 0}, factor) == view);
}

TEST_CASE("zoomedAt keeps the map point under the cursor") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> metres(-2e7, 2e7), pixels(0, 4000), exponent(-3, 3);
    for (int i = 0; i < 2000; ++i) {
        const MapView view{{metres(random), metres(random)}, std::pow(10, exponent(random)), {3840, 2160}};
        const ScreenPoint cursor{pixels(random), pixels(random)};
        const MapPoint before = view.toMap(cursor),
                       after = zoomedAt(view, cursor, std::pow(10, exponent(random))).toMap(cursor);
        CHECK(std::abs(after.x - before.x) <= 1e-9 * (1 + std::abs(before.x) + 3840 * view.mPerPx));
        CHECK(std::abs(after.y - before.y) <= 1e-9 * (1 + std::abs(before.y) + 3840 * view.mPerPx));
    }
}

TEST_CASE("every corner of the box lies on the screen") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> metres(-1e6, 1e6);
    for (int i = 0; i < 500; ++i) {
        const MapBox box = geodata::extended({{metres(random), metres(random)}, {2e6, 2e6}}, {0, 0});
        const MapBox seen = geodata::grown(viewOf(box, {1920, 1080}).box(), 1e-6);
        CHECK(seen.contains(box.min));
        CHECK(seen.contains(box.max));
    }
}
