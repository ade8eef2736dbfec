// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/zoom_step.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("four steps double the metres per pixel, up and down") {
    CHECK(mPerPxOf(0) == 1);
    CHECK(mPerPxOf(4) == 2);
    CHECK(mPerPxOf(8) == 4);
    CHECK(mPerPxOf(-4) == 0.5);
    CHECK(mPerPxOf(-8) == 0.25);
    for (int step = -60; step < 60; ++step) {
        CHECK(mPerPxOf(step + 4) == 2 * mPerPxOf(step));  // to the last bit
        CHECK(mPerPxOf(step + 1) / mPerPxOf(step) == doctest::Approx(std::pow(2, 0.25)).epsilon(1e-12));
    }
}

TEST_CASE("a view's step is the coarser neighbour, and says how many times closer the view is") {
    for (double mPerPx = 0.01; mPerPx < 50'000; mPerPx *= 1.037) {
        const ZoomStep step = zoomStepOf(mPerPx);
        CHECK(mPerPxOf(step.step) >= mPerPx);
        CHECK(mPerPxOf(step.step - 1) < mPerPx);
        CHECK(step.closer >= 1);
        CHECK(step.closer <= kStepRatio * (1 + 1e-12));
        CHECK(mPerPxOf(step.step) / step.closer == doctest::Approx(mPerPx).epsilon(1e-12));
    }
}

TEST_CASE("a view exactly on a step is that step") {
    for (int step = -30; step <= 60; ++step) {
        CHECK(zoomStepOf(mPerPxOf(step)).step == step);
        CHECK(zoomStepOf(mPerPxOf(step)).closer == 1);
    }
}
