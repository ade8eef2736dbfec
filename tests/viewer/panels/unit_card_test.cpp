// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

const layers::ScreenRect kRight{1520, 0, 1920, 900};

std::unique_ptr<DrivenPanels> cardOf(const std::string& unit) {
    auto panels = std::make_unique<DrivenPanels>();
    panels->show = {.layers = false};
    panels->stage.selectedUnit = unit;
    panels->rest();
    return panels;
}

std::unique_ptr<DrivenPanels> fresh() { return cardOf("ind"); }

}  // namespace

TEST_CASE("every button of the unit card does what it says: close, the higher unit, those below") {
    CHECK(everyButton(fresh, kRight) == "select , select hq, fly to 10 10, select kaz, fly to 30 30");
}

TEST_CASE("a link of the card leads to the other unit's card, and from there back") {
    const auto panels = fresh();
    panels->clickSpot(kRight, 2);
    REQUIRE(panels->stage.selectedUnit == "kaz");
    CHECK(line(panels->clickSpot(kRight, 1)) == "select ind, fly to 20 20");
}

TEST_CASE("the card is there while a unit is selected that the tables have") {
    const auto panels = fresh();
    CHECK(panels->isCovered({1700, 60}));
    panels->clickSpot(kRight, 0);
    CHECK_FALSE(panels->isCovered({1700, 60}));
    panels->stage.selectedUnit = "nobody";
    panels->rest();
    CHECK_FALSE(panels->isCovered({1700, 60}));
}

TEST_CASE("a unit at the right has its card at the left, so that its symbol stays in sight") {
    const auto panels = fresh();
    panels->stage.view.center = {-7480, 500};  // the battalion at 20, 20 is 750 px right of the middle, at 10 m a pixel
    panels->rest();
    CHECK_FALSE(panels->isCovered({1700, 60}));
    CHECK(panels->isCovered({200, 140}));
}

TEST_CASE("a unit that the date has not is shown as it was, and says when") {
    const auto panels = cardOf("old");
    CHECK(panels->isCovered({1700, 60}));
    CHECK(line(panels->clickSpot(kRight, 1)) == "select hq, fly to 10 10");
}

TEST_CASE("where a switched-off layer keeps a unit away the card offers to switch it on") {
    const auto panels = cardOf("ind");
    layers::LayerSpec units;
    units.id = "units";
    units.kind = layers::LayerKind::units;
    units.visible = false;
    panels->document.layers.push_back(units);
    panels->rest();
    const auto spots = panels->spots(kRight);
    REQUIRE(spots.size() > 1);
    CHECK(line(panels->click(spots[1].middle)) == "show units");
}
