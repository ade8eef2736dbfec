// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/viewer_state.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

layers::DocumentPtr documentWithLayers() {
    layers::Document document;
    document.layers.resize(2);
    document.layers[0].id = "roads";
    document.layers[0].title = "Roads";
    document.layers[0].key = 1;
    document.layers[1].id = "towns";
    document.themes.push_back({.name = "brief", .title = "Briefing", .layers = {"towns"}});
    return std::make_shared<const layers::Document>(std::move(document));
}

struct Setup {
    Setup() {
        state.stage.view = {{1000, 2000}, 10, {1920, 1080}};
        state.motion = resting(state.stage.view);
        state.views.remember(state.stage.view);
        state.stage.date = "2018-11-06";
    }
    ViewerState state{documentWithLayers()};
};

}  // namespace

TEST_CASE("the key that toggles the legend toggles the legend") {
    Setup setup;
    const auto action = actionFor({.key = Key::character, .character = U'e'}, false);
    REQUIRE(action);
    CHECK(apply(setup.state, *action, 0).handled);
    CHECK(setup.state.stage.legend);
    apply(setup.state, *action, 0);
    CHECK_FALSE(setup.state.stage.legend);
}

TEST_CASE("a layer's key switches it and says so, and can be undone") {
    Setup setup;
    CHECK(apply(setup.state, action::ToggleLayer{1}, 0).notice == "Roads: off");
    CHECK_FALSE(setup.state.document().layers[0].visible);
    CHECK(apply(setup.state, action::ToggleLayer{9}, 0).notice == "No layer has the key 9.");
    CHECK(apply(setup.state, action::Plain::undo, 0).notice == "Undone.");
    CHECK(setup.state.document().layers[0].visible);
    CHECK(apply(setup.state, action::Plain::undo, 0).notice == "Nothing to undo.");
}

TEST_CASE("a theme is chosen by its number") {
    Setup setup;
    CHECK(apply(setup.state, action::ApplyTheme{1}, 0).notice == "Theme: Briefing");
    CHECK_FALSE(setup.state.document().layers[0].visible);
    CHECK(setup.state.document().layers[1].visible);
    CHECK(apply(setup.state, action::ApplyTheme{2}, 0).notice == "There is no theme 2.");
}

TEST_CASE("a view that was left is come back to, and forward again") {
    Setup setup;
    const layers::MapView first = setup.state.stage.view;
    apply(setup.state, action::Pan{0.5, 0}, 1);
    setup.state.advance(1);
    CHECK(setup.state.stage.view.center.x == doctest::Approx(1000 + 960 * 10));
    apply(setup.state, action::Plain::previousView, 2);
    setup.state.advance(2);
    CHECK(setup.state.stage.view == first);
    apply(setup.state, action::Plain::nextView, 3);
    setup.state.advance(3);
    CHECK(setup.state.stage.view.center.x == doctest::Approx(1000 + 960 * 10));
}

TEST_CASE("one turn of the wheel is one view to come back to, when it has come to rest") {
    Setup setup;
    const layers::MapView first = setup.state.stage.view;
    for (double s = 0; s < 0.3; s += 0.05) setup.state.zoomBy(2, {100, 100}, s);
    CHECK(setup.state.rememberViewAtS);
    setup.state.advance(5);
    CHECK_FALSE(setup.state.rememberViewAtS);
    CHECK(setup.state.stage.view.mPerPx < first.mPerPx / 30);
    apply(setup.state, action::Plain::previousView, 6);
    setup.state.advance(6);
    CHECK(setup.state.stage.view == first);
}

TEST_CASE("text grows and shrinks within limits") {
    Setup setup;
    for (int i = 0; i < 50; ++i) apply(setup.state, action::Plain::largerText, 0);
    CHECK(setup.state.stage.userFactor == 3);
    for (int i = 0; i < 50; ++i) apply(setup.state, action::Plain::smallerText, 0);
    CHECK(setup.state.stage.userFactor == 0.5);
}

TEST_CASE("what needs files, the desktop or a picture is not handled here") {
    Setup setup;
    for (const auto plain :
         {action::Plain::home, action::Plain::picture, action::Plain::quit, action::Plain::fullScreen})
        CHECK_FALSE(apply(setup.state, plain, 0).handled);
}

TEST_CASE("the grid goes round, panels open and close") {
    Setup setup;
    setup.state.stage.grid = false;
    apply(setup.state, action::Plain::grid, 0);
    CHECK(setup.state.stage.grid);
    CHECK(setup.state.stage.gridKind == layers::GridKind::geo);
    apply(setup.state, action::Plain::orbatPanel, 0);
    CHECK(setup.state.show.orbat);
    apply(setup.state, action::Plain::allPanels, 0);
    CHECK(setup.state.show.hideAll);
}

TEST_CASE("time steps to days of change, and says the day where no time bar shows it") {
    Setup setup;
    const std::vector<std::string> days{"2018-10-31", "2018-11-06", "2019-01-01"};
    CHECK(stepTime(setup.state, 1, days) == "01 JAN 19");
    CHECK(setup.state.stage.date == "2019-01-01");
    CHECK(stepTime(setup.state, 1, days) == "Nothing changes after this date.");
    setup.state.show.time = true;
    CHECK(stepTime(setup.state, -1, days).empty());
    CHECK(setup.state.stage.date == "2018-11-06");
}

TEST_CASE("time that plays goes on with the clock, and a pause of the program is no leap") {
    Setup setup;
    const std::vector<std::string> days{"2018-11-06", "2019-11-06"};
    CHECK(togglePlay(setup.state, {}) == "Nothing in this area changes with time.");
    CHECK(togglePlay(setup.state, days).empty());
    CHECK(setup.state.player.playing);
    playTime(setup.state, 10, days);
    const std::string before = setup.state.stage.date;
    CHECK(playTime(setup.state, 1000, days));
    CHECK(setup.state.stage.date > before);
    CHECK(setup.state.stage.date < "2018-12-01");
    togglePlay(setup.state, days);
    CHECK_FALSE(playTime(setup.state, 1001, days));
}

TEST_CASE("a window of another size shows the same place at the same scale") {
    Setup setup;
    const double scale = setup.state.stage.scale();
    setup.state.resize({3840, 2160});
    CHECK(setup.state.stage.scale() == doctest::Approx(scale));
    CHECK(setup.state.stage.view.center == layers::MapPoint{1000, 2000});
    setup.state.resize({0, 0});
    CHECK(setup.state.stage.view.size == layers::ScreenSize{3840, 2160});
}
