// SPDX-License-Identifier: Apache-2.0
#include "layers/model/screen_rect.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>

using namespace layers;

TEST_CASE("a rectangle holds its edges and meets another only where they share an area") {
    const ScreenRect rect{10, 20, 30, 50};
    CHECK(rect.width() == 20);
    CHECK(rect.height() == 30);
    for (const ScreenPoint p : {ScreenPoint{10, 20}, {30, 50}, {10, 50}, {20, 35}}) CHECK(rect.contains(p));
    for (const ScreenPoint p : {ScreenPoint{9.9, 35}, {30.1, 35}, {20, 19.9}, {20, 50.1}})
        CHECK_FALSE(rect.contains(p));
    CHECK(rect.intersects({29, 49, 100, 100}));
    CHECK_FALSE(rect.intersects({30, 20, 40, 50}));  // side by side
    CHECK_FALSE(rect.intersects({10, 50, 30, 60}));
    CHECK(rect.intersects({0, 0, 100, 100}));
    CHECK(rect.intersects({15, 25, 16, 26}));
}

TEST_CASE("growing and moving keep the middle and the size") {
    const ScreenRect rect{10, 20, 30, 50};
    CHECK(grown(rect, 5) == ScreenRect{5, 15, 35, 55});
    CHECK(grown(grown(rect, 5), -5) == rect);
    CHECK(movedBy(rect, {-10, 7}) == ScreenRect{0, 27, 20, 57});
    CHECK(movedBy(movedBy(rect, {3, 4}), {-3, -4}) == rect);
}

TEST_CASE("a rectangle is finite when all its sides are") {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN(), kInf = std::numeric_limits<double>::infinity();
    CHECK(isFinite({0, 0, 1, 1}));
    CHECK_FALSE(isFinite({kNan, 0, 1, 1}));
    CHECK_FALSE(isFinite({0, -kInf, 1, 1}));
    CHECK_FALSE(isFinite({0, 0, kInf, 1}));
    CHECK_FALSE(isFinite({0, 0, 1, kNan}));
}

TEST_CASE("a line crosses a rectangle where one of its points lies in it") {
    const ScreenRect rect{0, 0, 10, 10};
    CHECK(crosses(rect, {-5, 5}, {15, 5}));
    CHECK(crosses(rect, {5, 5}, {6, 6}));            // wholly inside
    CHECK(crosses(rect, {-5, -5}, {5, 5}));          // ends inside
    CHECK(crosses(rect, {-1, 11}, {11, -1}));        // over two corners' sides
    CHECK(crosses(rect, {-5, 10}, {15, 10}));        // along an edge
    CHECK_FALSE(crosses(rect, {-5, 11}, {15, 11}));  // beside it
    CHECK_FALSE(crosses(rect, {-5, 8}, {3, 18}));    // past a corner
    CHECK_FALSE(crosses(rect, {-5, 5}, {-1, 5}));    // ends before it
    CHECK(crosses(rect, {5, 5}, {5, 5}));            // a point
    CHECK_FALSE(crosses(rect, {15, 5}, {15, 5}));
}

TEST_CASE("crossing is what sampling the line finds, and the same from either end") {
    std::mt19937 random(3);
    const auto number = [&] { return static_cast<double>(random() % 400) / 10 - 15; };
    const ScreenRect rect{0, 0, 10, 10};
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        const ScreenPoint a{number(), number()}, b{number(), number()};
        bool sampled = false;
        for (int i = 0; i <= 400; ++i) {
            const double t = i / 400.0;
            sampled = sampled || rect.contains({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t});
        }
        if (sampled) CHECK(crosses(rect, a, b));
        CHECK(crosses(rect, a, b) == crosses(rect, b, a));
        if (!crosses(rect, a, b)) CHECK_FALSE(sampled);
        found += sampled ? 1 : 0;
    }
    CHECK(found > 300);
}
