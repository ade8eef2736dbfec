// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

const layers::ScreenRect kPanel{1440, 0, 1920, 460};
const layers::ScreenPoint kSearch{1710, 72}, kEchelons{1579, 103}, kCountries{1710, 103}, kOthers{1710, 139},
    kHq{1710, 184}, kIndia{1710, 229}, kKazakhs{1710, 274};
constexpr double kEyeX = 1881;

std::unique_ptr<DrivenPanels> fresh() {
    auto panels = std::make_unique<DrivenPanels>();
    panels->show = {.layers = false, .orbat = true};
    panels->rest();
    return panels;
}

std::size_t rows(DrivenPanels& panels) { return panels.spots({1700, 160, 1740, 460}).size(); }

}  // namespace

TEST_CASE("every button of the order of battle does what it says") {
    CHECK(everyButton(fresh, kPanel) ==
          "select hq, fly to 10 10, units |||hidden hq, select ind, fly to 20 20, units |||hidden ind, "
          "select kaz, fly to 30 30, units |||hidden kaz");
}

TEST_CASE("the eye hides a branch and shows it again") {
    const auto panels = fresh();
    CHECK(line(panels->click({kEyeX, kIndia.y})) == "units |||hidden ind");
    CHECK(line(panels->click({kEyeX, kIndia.y})) == "units |||hidden");
    CHECK(panels->stage.units.hidden.empty());
}

TEST_CASE("the arrow folds a branch, and the keys fold it too") {
    const auto panels = fresh();
    REQUIRE(rows(*panels) == 3);
    panels->click({1539, 225});
    CHECK(rows(*panels) == 2);
    panels->click({1530, 184});
    CHECK(rows(*panels) == 1);
    panels->click(kHq);
    panels->key(sf::Keyboard::Right);
    CHECK(rows(*panels) == 2);
    panels->key(sf::Keyboard::Down);
    panels->key(sf::Keyboard::Right);
    CHECK(rows(*panels) == 3);
    panels->key(sf::Keyboard::Left);
    CHECK(rows(*panels) == 2);
}

TEST_CASE("a search finds units by name and country, and Enter goes to the first") {
    const auto panels = fresh();
    panels->click(kSearch);
    panels->type("kazakh");
    CHECK(rows(*panels) == 3);  // with those above it
    CHECK(line(panels->key(sf::Keyboard::Enter)) == "select kaz, fly to 30 30");
    panels->click(kSearch);
    panels->key(sf::Keyboard::End);
    panels->type("x");
    CHECK(rows(*panels) == 0);
    for (int i = 0; i < 7; ++i) panels->key(sf::Keyboard::BackSpace);
    CHECK(rows(*panels) == 3);
}

TEST_CASE("while one types, Left and Right move in the text") {
    const auto panels = fresh();
    panels->click(kSearch);
    panels->type("ndia");
    for (int i = 0; i < 4; ++i) panels->key(sf::Keyboard::Left);
    panels->type("I");
    CHECK(rows(*panels) == 2);  // "India": the headquarters and the battalion
    CHECK(line(panels->key(sf::Keyboard::Enter)) == "select ind, fly to 20 20");
}

TEST_CASE("filters are picked from lists and say what they leave") {
    const auto panels = fresh();
    panels->click(kCountries);
    CHECK(line(panels->click({1710, 103 + 28 + 28 + 20})) == "units |India||hidden");  // any, India, Italy, …
    panels->click(kCountries);
    CHECK(line(panels->click({1710, 103 + 28 + 10})) == "units |||hidden");
    panels->click(kEchelons);
    panels->type("bb");  // battalion, brigade
    CHECK(line(panels->key(sf::Keyboard::Enter)).starts_with("units brigade"));
}

TEST_CASE("units of other dates are listed where one asks for them") {
    const auto panels = fresh();
    panels->click(kOthers);
    CHECK(rows(*panels) == 4);
    panels->click(kOthers);
    CHECK(rows(*panels) == 3);
}

TEST_CASE("the list follows the date") {
    const auto panels = fresh();
    panels->stage.date = "2018-10-01";  // the Kazakh company is not there yet, the old unit is
    panels->rest();
    CHECK(line(panels->click(kKazakhs)) == "select old, fly to 40 40");
    panels->stage.date = "2018-10-20";
    panels->rest();
    CHECK(rows(*panels) == 2);
}

TEST_CASE("the row under the cursor is told, and that none is") {
    const auto panels = fresh();
    panels->moveTo(kIndia);
    CHECK(panels->stage.hoveredUnit == "ind");
    panels->moveTo({600, 600});
    CHECK(panels->stage.hoveredUnit.empty());
}

TEST_CASE("faults of the tables are one line more, which answers to the cursor") {
    const auto panels = fresh();
    const std::size_t before = panels->spots(kPanel).size();
    panels->codeFaults = {"Row 3 of \"units\": \"S*\" is no symbol code."};
    panels->rest();
    CHECK(panels->spots(kPanel).size() == before + 1);
}

TEST_CASE("an area without units has an empty list") {
    const auto panels = fresh();
    panels->orbats.clear();
    panels->rest();
    CHECK(rows(*panels) == 0);
    CHECK(panels->isCovered(kSearch));
}

TEST_CASE("of thousands of units the list draws those in sight, and the wheel reaches the last") {
    const auto panels = fresh();
    std::vector<layers::Unit> many;
    for (int i = 0; i < 3000; ++i) {
        layers::Unit unit;
        unit.id = "u" + std::to_string(i);
        unit.position = geodata::MapPoint{static_cast<double>(i), 0};
        many.push_back(unit);
    }
    const auto orbat = std::make_shared<layers::Orbat>(layers::linkUnits(many, "many"));
    panels->orbats = {{"units", "Units", orbat, false, {orbat}}};
    panels->rest();
    CHECK(line(panels->click(kHq)) == "select u0, fly to 0 0");
    panels->wheel({1710, 400}, -100000);
    panels->rest();
    const auto seen = panels->spots({1700, 160, 1740, 1060});
    REQUIRE_FALSE(seen.empty());
    CHECK(line(panels->click(seen.back().middle)) == "select u2999, fly to 2999 0");
}
