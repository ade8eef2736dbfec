// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

const layers::ScreenRect kPanel{12, 12, 400, 360};
const layers::ScreenPoint kSmaller{84, 268}, kLarger{196, 268}, kReset{313, 268};

std::unique_ptr<DrivenPanels> fresh() {
    auto panels = std::make_unique<DrivenPanels>();
    panels->show = {.layers = false, .settings = true};
    panels->rest();
    return panels;
}

}  // namespace

TEST_CASE("every button of the settings does what it says") {
    CHECK(everyButton(fresh, kPanel) ==
          "settings, amplifiers 0, amplifiers 2, amplifiers 3, colours 1, colours 2, language 1, language 2, "
          "factor 0.909, factor 1.100, factor 1.000");
}

TEST_CASE("what is chosen already asks for nothing, and what was chosen can be taken back") {
    const auto panels = fresh();
    CHECK(panels->click({156, 97}).empty());  // names
    CHECK(line(panels->click({327, 97})) == "amplifiers 3");
    CHECK(panels->click({327, 97}).empty());
    CHECK(line(panels->click({156, 97})) == "amplifiers 1");
}

TEST_CASE("texts grow and shrink by tenths between half and three times their size") {
    const auto panels = fresh();
    for (int i = 0; i < 12 && panels->stage.userFactor > 0.5; ++i) panels->clickSpot(kPanel, 11);
    CHECK(panels->stage.userFactor == 0.5);
    const auto large = fresh();
    large->stage.userFactor = 2.9;
    large->rest();
    const layers::ScreenRect whole{0, 0, 1920, 1080};
    CHECK(line(large->clickSpot(whole, 12)) == "factor 3.000");
    CHECK(line(large->clickSpot(whole, 13)) == "factor 1.000");
}

TEST_CASE("beside an open layer panel the settings stand to the right of it") {
    const auto panels = fresh();
    CHECK(panels->isCovered({200, 200}));
    CHECK_FALSE(panels->isCovered({600, 200}));
    panels->show.layers = true;
    panels->rest();
    CHECK(panels->isCovered({600, 200}));
    CHECK(panels->isCovered({200, 200}));  // the layers
}
