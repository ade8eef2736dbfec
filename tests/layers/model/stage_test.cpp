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
