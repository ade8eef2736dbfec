// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/session_keeping.hpp"

#include <doctest/doctest.h>

#include "tests/temporary_folder.hpp"

using namespace viewer;

namespace {

layers::DocumentPtr area() {
    layers::Document document;
    document.crs = "EPSG:32636";
    document.date = "2018-11-06";
    document.layers.emplace_back().id = "roads";
    return std::make_shared<const layers::Document>(std::move(document));
}

}  // namespace

TEST_CASE("what the window showed is there at the next start: view, date, panels and changed layers") {
    const TemporaryFolder folder;
    const layers::DocumentPtr document = area();
    {
        SessionKeeping keeping(SessionKeeper(folder.path()), Opened{.area = document, .document = document});
        CHECK_FALSE(keeping.last());
        ViewerState state(document);
        state.stage.view = {{1, 2}, 3, {1920, 1080}};
        state.motion = resting(state.stage.view);
        state.stage.date = "2019-01-01";
        state.stage.selectedUnit = "indbatt";
        state.show.layers = false;
        state.history.run(layers::command::SetVisible{"roads", false});
        keeping.startedWell(true, false, 1);
        CHECK_FALSE(
            keeping.end(state, {.files = {"/a.toml"}, .place = WindowPlace{5, 6, {1920, 1080}}, .preset = "wall"}));
    }
    const SessionKeeper keeper(folder.path());
    REQUIRE(keeper.last());
    const Session& last = *keeper.last();
    CHECK(last.stage.view == layers::MapView{{1, 2}, 3, {1920, 1080}});
    CHECK(last.stage.date == "2019-01-01");
    CHECK(last.stage.selectedUnit.empty());
    CHECK(last.preset == "wall");
    CHECK(last.differences.layers.at("roads").visible.has_value());

    const SessionKeeping again(SessionKeeper(TemporaryFolder().path()),
                               Opened{.area = document, .document = document, .session = last});
    ViewerState state(document);
    state.stage.view = {{0, 0}, 100, {1920, 1080}};
    again.restore(state, {});
    CHECK(state.stage.view.center == layers::MapPoint{1, 2});
    CHECK_FALSE(state.show.layers);
}

TEST_CASE("the area's own date is not kept, and what was saved to the area is no difference any more") {
    const TemporaryFolder folder;
    const layers::DocumentPtr document = area();
    std::optional<SessionKeeping> keeping;
    keeping.emplace(SessionKeeper(folder.path()), Opened{.area = document, .document = document});
    ViewerState state(document);
    state.stage.view = {{1, 2}, 3, {1920, 1080}};
    state.motion = resting(state.stage.view);
    state.stage.date = "2018-11-06";
    state.history.run(layers::command::SetVisible{"roads", false});
    keeping->savedToArea(state.history.now());
    keeping->startedWell(true, false, 1);
    CHECK_FALSE(keeping->end(state, {.files = {"/a.toml"}}));
    keeping.reset();  // its folder is locked until then
    const SessionKeeper keeper(folder.path());
    REQUIRE(keeper.last());
    CHECK(keeper.last()->stage.date.empty());
    CHECK(keeper.last()->differences.layers.empty());
}
