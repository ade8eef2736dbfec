// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/view_history.hpp"

#include <doctest/doctest.h>

using namespace viewer;
using layers::MapView;

namespace {

constexpr layers::ScreenSize kSize{640, 480};

MapView view(double x) { return {{x, 0}, 10, kSize}; }

}  // namespace

TEST_CASE("history goes back and forth through the views") {
    ViewHistory history;
    CHECK_FALSE(history.back(kSize));
    for (const double x : {1, 2, 3}) history.remember(view(x));
    CHECK(history.back(kSize) == view(2));
    CHECK(history.back(kSize) == view(1));
    CHECK_FALSE(history.back(kSize));
    CHECK(history.forward(kSize) == view(2));
    CHECK(history.forward(kSize) == view(3));
    CHECK_FALSE(history.forward(kSize));
}

TEST_CASE("a new view forgets those ahead, the same one does not") {
    ViewHistory history;
    for (const double x : {1, 2, 3}) history.remember(view(x));
    history.back(kSize);
    history.remember(view(2));  // came to rest where history led
    CHECK(history.forward(kSize) == view(3));
    history.back(kSize);
    history.remember(view(9));
    CHECK_FALSE(history.forward(kSize));
    CHECK(history.back(kSize) == view(2));
}

TEST_CASE("views come back for the window as it is now") {
    ViewHistory history;
    history.remember(view(1));
    history.remember({{1, 0}, 10, {1920, 1080}});  // only the window changed
    CHECK_FALSE(history.back(kSize));
    history.remember(view(2));
    CHECK(history.back({1920, 1080}) == MapView{{1, 0}, 10, {1920, 1080}});
}

TEST_CASE("the history is bounded") {
    ViewHistory history;
    for (int x = 0; x < 1000; ++x) history.remember(view(x));
    int steps = 0;
    while (history.back(kSize)) ++steps;
    CHECK(steps == 199);
}
