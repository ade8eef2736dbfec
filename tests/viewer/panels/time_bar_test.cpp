// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

const layers::ScreenRect kPanel{400, 860, 1520, 1080};
const layers::ScreenPoint kDate{773, 918}, kCompare{877, 918}, kSpeed{1349, 918};
constexpr double kTrackY = 954;

std::unique_ptr<DrivenPanels> fresh() {
    auto panels = std::make_unique<DrivenPanels>();
    panels->show = {.layers = false, .time = true};
    panels->rest();
    return panels;
}

}  // namespace

TEST_CASE("every button of the time bar does what it says") {
    CHECK(everyButton(fresh, kPanel) == "step -1, play, step 1, compare 2018-11-06, date 2018-07-02");
}

TEST_CASE("the knob is dragged over all days that have a change, and not beyond") {
    const auto panels = fresh();
    CHECK(panels->drag({958, kTrackY}, {600, kTrackY}).back().starts_with("date 2018-0"));
    panels->drag({958, kTrackY}, {0, kTrackY});
    CHECK(panels->stage.date == "2018-01-01");
    panels->drag({958, kTrackY}, {1919, kTrackY});
    CHECK(panels->stage.date == "2019-01-01");
}

TEST_CASE("days along the track are even: half way is half the time") {
    const auto panels = fresh();
    panels->click({958, kTrackY});
    const std::string middle = panels->stage.date;
    CHECK(middle == "2018-07-02");  // 1 January 2018 and 182.5 days
    panels->drag({958, kTrackY}, {960, kTrackY});
    CHECK(panels->stage.date != middle);
}

TEST_CASE("a typed date counts when it is one") {
    const auto panels = fresh();
    panels->click(kDate);
    panels->key(sf::Keyboard::A, true);
    CHECK(panels->last.wantsKeyboard);
    CHECK(panels->type("2018-10").empty());
    CHECK(panels->stage.date == "2018-11-06");
    CHECK(line(panels->type("-31")) == "date 2018-10-31");
    SUBCASE("and one that the calendar has not, does not") {
        panels->key(sf::Keyboard::A, true);
        CHECK(panels->type("2018-02-30").empty());
        CHECK(panels->stage.date == "2018-10-31");
    }
}

TEST_CASE("Compare pins the date, and once more ends the comparison") {
    const auto panels = fresh();
    CHECK(line(panels->click(kCompare)) == "compare 2018-11-06");
    CHECK(panels->stage.compareDate == "2018-11-06");
    CHECK(line(panels->click(kCompare)) == "compare ");
    CHECK(panels->stage.compareDate.empty());
}

TEST_CASE("a comparison lists its units, which are found with a click or the keys") {
    const auto panels = fresh();
    panels->stage.compareDate = "2018-10-01";  // since then the Kazakh company came and the old unit left
    panels->rest();
    const layers::ScreenRect list{1480, 600, 1920, 900};
    const auto make = [&] {
        auto one = fresh();
        one->stage.compareDate = "2018-10-01";
        one->rest();
        return one;
    };
    CHECK(everyButton(make, list) == "compare , select kaz, fly to 30 30, select old, fly to 40 40");
    panels->clickSpot(list, 1);
    REQUIRE(panels->stage.selectedUnit == "kaz");
    panels->key(sf::Keyboard::Down);
    CHECK(line(panels->key(sf::Keyboard::Enter)) == "select old, fly to 40 40");
    CHECK(panels->key(sf::Keyboard::Down).empty());  // the end
    CHECK(line(panels->key(sf::Keyboard::Enter)) == "select old, fly to 40 40");
}

TEST_CASE("days between which nothing changed have a list that says so") {
    const auto panels = fresh();
    panels->stage.compareDate = "2018-11-05";
    panels->rest();
    CHECK(panels->spots({1480, 600, 1920, 900}).size() == 1);  // the cross alone
}

TEST_CASE("the speed is picked from a list, with the mouse or with letters and Enter") {
    const auto panels = fresh();
    panels->click(kSpeed);
    CHECK(panels->last.wantsKeyboard);
    SUBCASE("mouse") { CHECK(line(panels->click({1349, 975})) == "speed 7"); }
    SUBCASE("keys") {
        panels->key(sf::Keyboard::Down);
        panels->key(sf::Keyboard::Down);
        panels->key(sf::Keyboard::Down);
        CHECK(line(panels->key(sf::Keyboard::Enter)) == "speed 30");
    }
    SUBCASE("Esc picks nothing") { CHECK(panels->key(sf::Keyboard::Escape).empty()); }
    panels->rest();
    CHECK_FALSE(panels->last.wantsKeyboard);
}

TEST_CASE("an area in which nothing ever changes has no time bar") {
    const auto panels = fresh();
    panels->changeDays.clear();
    panels->rest();
    CHECK(panels->spots(kPanel).empty());
    CHECK_FALSE(panels->isCovered({958, 918}));
}

TEST_CASE("one day of change has a track as well") {
    const auto panels = fresh();
    panels->changeDays = {"2018-11-06"};
    panels->rest();
    panels->click({600, kTrackY});
    CHECK(panels->stage.date == "2018-11-06");
}
