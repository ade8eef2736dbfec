// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tests/viewer/panels/driven_panels.hpp"

using namespace panels_test;

namespace {

const layers::ScreenRect kPanel{12, 12, 372, 420};
// Rows of the list, the topmost layer first, and what lies on them.
const layers::ScreenPoint kGrid{120, 115}, kForce{120, 151}, kZones{120, 178}, kLost{120, 246}, kTowns{120, 318};
constexpr double kZoomX = 264, kSoloX = 291, kOpenX = 340;

layers::ScreenPoint on(layers::ScreenPoint row, double x) { return {x, row.y}; }

std::unique_ptr<DrivenPanels> fresh() {
    auto panels = std::make_unique<DrivenPanels>();
    panels->canUndo = panels->canRedo = true;
    panels->rest();
    return panels;
}

}  // namespace

TEST_CASE("every button of the layer panel does what it says") {
    CHECK(everyButton(fresh, kPanel) ==
          "save, settings, undo, redo, theme brief, theme all, hide grid, only grid, hide zones, zoom to zones, "
          "only zones, hide lost, zoom to lost, only lost, hide towns, zoom to towns, only towns");
}

TEST_CASE("what cannot be undone or redone has a button that does nothing") {
    const auto make = [] { return std::make_unique<DrivenPanels>(); };
    CHECK(everyButton(make, {12, 12, 372, 50}) == "save, settings");
}

TEST_CASE("a click on a row switches its layer, and another one back") {
    DrivenPanels panels;
    CHECK(line(panels.click(kZones)) == "hide zones");
    CHECK_FALSE(panels.document.layer("zones")->visible);
    CHECK(line(panels.click(kZones)) == "show zones");
    CHECK(panels.document.layer("zones")->visible);
}

TEST_CASE("the buttons of a row leave its layer as visible as it was") {
    DrivenPanels panels;
    CHECK(line(panels.click(on(kZones, kZoomX))) == "zoom to zones");
    CHECK(panels.click(on(kZones, kOpenX)).empty());
    CHECK(panels.document.layer("zones")->visible);
    CHECK(line(panels.click(on(kZones, kSoloX))) == "only zones");
    CHECK(panels.document.layer("zones")->visible);
    CHECK_FALSE(panels.document.layer("towns")->visible);
}

TEST_CASE("a group's head folds its rows away and brings them back") {
    DrivenPanels panels;
    CHECK(panels.click(kForce).empty());
    CHECK(panels.spots(kPanel).size() == fresh()->spots(kPanel).size() - 4);
    CHECK(line(panels.click({120, 214})) == "hide lost");  // it came up by one row
    CHECK(panels.click(kForce).empty());
    CHECK(line(panels.click(kZones)) == "hide zones");
}

TEST_CASE("the details of an opened row have a slider for its opacity") {
    DrivenPanels panels;
    panels.click(on(kZones, kOpenX));
    const layers::ScreenPoint slider{200, 207};
    const Words asked = panels.drag(slider, {100, 207});
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.back() == "opacity zones 0.05");
    CHECK(panels.document.layer("zones")->opacity == doctest::Approx(0.05));
    SUBCASE("it ends at nothing and at the whole, however far the cursor goes") {
        CHECK(panels.drag(slider, {5, 207}).back() == "opacity zones 0");
        CHECK(panels.drag(slider, {1500, 400}).back() == "opacity zones 1");
    }
    SUBCASE("closed again, the slider is gone") {
        panels.click(on(kZones, kOpenX));
        panels.drag(slider, {100, 207});
        CHECK(panels.document.layer("zones")->opacity == doctest::Approx(0.05));
    }
}

TEST_CASE("a row that is dragged moves its layer in the drawing order") {
    DrivenPanels panels;
    const Words asked = panels.drag(kTowns, {120, 240});  // above the lost one
    REQUIRE(asked.size() == 1);
    CHECK(asked.front() == "move towns to 1");
    CHECK(panels.document.layers[0].id == "lost");
    CHECK(panels.document.layers[1].id == "towns");
    SUBCASE("and dropped beside the list, nothing moves and nothing is switched") {
        CHECK(panels.drag(kZones, {900, 700}).empty());
        CHECK(panels.document.layer("zones")->visible);
    }
    SUBCASE("and dropped where it was, nothing moves") { CHECK(panels.drag(kZones, {140, 178}).empty()); }
}

TEST_CASE("after a click the arrow keys walk through the rows, and Enter switches the layer") {
    DrivenPanels panels;
    panels.click(kZones);
    REQUIRE_FALSE(panels.document.layer("zones")->visible);
    CHECK(line(panels.key(sf::Keyboard::Enter)) == "show zones");
    panels.key(sf::Keyboard::Up);  // the head of its group
    panels.key(sf::Keyboard::Up);
    CHECK(line(panels.key(sf::Keyboard::Enter)) == "hide grid");
    for (int i = 0; i < 20; ++i) panels.key(sf::Keyboard::Down);  // the last row is the end
    CHECK(line(panels.key(sf::Keyboard::Enter)) == "hide towns");
    SUBCASE("Right opens the details and Left closes them") {
        panels.key(sf::Keyboard::Right);
        const std::size_t open = panels.spots(kPanel).size();
        panels.key(sf::Keyboard::Left);
        CHECK(panels.spots(kPanel).size() == open - 1);  // the slider
    }
    SUBCASE("a click on the map takes the keys away") {
        panels.click({1200, 600});
        CHECK(panels.key(sf::Keyboard::Enter).empty());
    }
    SUBCASE("Esc takes them away") {
        panels.key(sf::Keyboard::Escape);
        CHECK(panels.key(sf::Keyboard::Enter).empty());
    }
}

TEST_CASE("without a click in the list no key is the panel's") {
    DrivenPanels panels;
    CHECK(panels.key(sf::Keyboard::Down).empty());
    CHECK(panels.key(sf::Keyboard::Enter).empty());
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key.code = sf::Keyboard::Down;
    CHECK_FALSE(panels.handle(event));
}

TEST_CASE("a list that is longer than the window scrolls with the wheel, and only over it") {
    DrivenPanels panels({1280, 720});
    for (int i = 0; i < 40; ++i) {
        layers::LayerSpec more = panels.document.layers[0];
        more.id = "more" + std::to_string(i);
        panels.document.layers.push_back(more);
    }
    panels.rest();
    const Words before = panels.click({120, 200});
    REQUIRE(before.size() == 1);
    panels.wheel({120, 300}, -5);
    const Words after = panels.click({120, 200});
    REQUIRE(after.size() == 1);
    CHECK(before != after);
    CHECK(before.front().starts_with("hide more"));
    panels.wheel({900, 300}, 5);  // the map's
    CHECK(panels.click({120, 200}) == Words{"show" + after.front().substr(4)});
    panels.wheel({120, 300}, 50);
    CHECK(panels.click({120, 200}) == Words{"show" + before.front().substr(4)});
}

TEST_CASE("the theme that is shown is the one whose layers are visible, and a theme's button shows it") {
    DrivenPanels panels;
    CHECK(line(panels.clickSpot(kPanel, 4)) == "theme brief");
    CHECK(panels.document.layer("zones")->visible);
    CHECK_FALSE(panels.document.layer("towns")->visible);
    CHECK_FALSE(panels.document.layer("grid")->visible);
    CHECK(line(panels.clickSpot(kPanel, 5)) == "theme all");
    CHECK(panels.document.layer("towns")->visible);
}
