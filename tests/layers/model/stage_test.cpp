// SPDX-License-Identifier: Apache-2.0
#include "layers/model/stage.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("the grid's key goes from degrees to the military grid, to none and round again") {
    Stage stage;
    CHECK(stage.grid);
    CHECK(stage.gridKind == GridKind::geo);
    stage = withNextGrid(stage);
    CHECK(stage.grid);
    CHECK(stage.gridKind == GridKind::mgrs);
    stage = withNextGrid(stage);
    CHECK_FALSE(stage.grid);
    stage = withNextGrid(stage);
    CHECK(stage.grid);
    CHECK(stage.gridKind == GridKind::geo);
}

TEST_CASE("the grid's key ends UTM, which only the command line and the settings choose") {
    Stage stage;
    stage.gridKind = GridKind::utm;
    CHECK_FALSE(withNextGrid(stage).grid);
}

TEST_CASE("on paper the scale is the sheet's own, on a screen the nominal pixel's") {
    Stage stage;
    stage.view = {{}, 50'000 * 0.0254 / 300, {4961, 3508}};
    stage.dpi = 300;
    CHECK(stage.scale() == doctest::Approx(50'000));
    CHECK(stage.px(72) == doctest::Approx(300));  // 72 points are an inch
    stage.dpi = 0;
    stage.view = {{}, 14, {1920, 1080}};
    CHECK(stage.scale() == doctest::Approx(50'000));
}
