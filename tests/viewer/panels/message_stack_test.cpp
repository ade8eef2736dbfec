// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

const layers::ScreenRect kWindow{400, 100, 1520, 1079};

std::unique_ptr<DrivenPanels> with(std::vector<viewer::Message> messages) {
    auto panels = std::make_unique<DrivenPanels>();
    panels->show = {.layers = false, .hideAll = true};
    panels->messages = std::move(messages);
    panels->rest();
    return panels;
}

}  // namespace

TEST_CASE("a message goes with a click on it") {
    const auto panels = with({{"Saved.", false}});
    const auto spots = panels->spots(kWindow);
    REQUIRE(spots.size() == 1);
    CHECK(line(panels->click(spots[0].middle)) == "dismiss 0");
}

TEST_CASE("the newest message is the lowest, and each goes by itself") {
    const auto panels = with({{"First.", false}, {"Cannot read \"a.csv\": it is empty.", true}, {"Third.", false}});
    const auto spots = panels->spots(kWindow);
    REQUIRE(spots.size() == 3);
    CHECK(spots[0].middle.y < spots[1].middle.y);
    CHECK(spots[1].middle.y < spots[2].middle.y);
    CHECK(line(panels->click(spots[2].middle)) == "dismiss 2");
    CHECK(line(panels->click(spots[1].middle)) == "dismiss 1");
}

TEST_CASE("as many messages are seen as there is room for, and the newest are among them") {
    std::vector<viewer::Message> many;
    for (int i = 0; i < 60; ++i) many.push_back({"Message " + std::to_string(i), i % 2 == 0});
    const auto panels = with(many);
    const auto spots = panels->spots(kWindow, 12);
    CHECK(spots.size() > 10);
    CHECK(spots.size() < 40);
    CHECK(line(panels->click(spots.back().middle)) == "dismiss 59");
    for (const Spot& spot : spots) CHECK(spot.middle.y > 90);  // the title stays in sight
}

TEST_CASE("a long message is broken into lines and stays inside the window") {
    const auto panels = with({{std::string(900, 'w'), true}, {"short", false}});
    const auto spots = panels->spots({0, 100, 1920, 1079});
    REQUIRE(spots.size() == 2);
    CHECK(spots[0].middle.x == doctest::Approx(960).epsilon(0.02));
    CHECK_FALSE(panels->isCovered({960 - 370, spots[0].middle.y}));
    CHECK(panels->isCovered({960 - 350, spots[0].middle.y}));
}
