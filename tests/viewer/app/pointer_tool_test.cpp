// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/pointer_tool.hpp"

#include <doctest/doctest.h>

using namespace viewer;
using layers::ScreenPoint;

namespace {

std::shared_ptr<const layers::Orbat> orbatOf(std::initializer_list<const char*> ids) {
    layers::Orbat orbat;
    for (const char* id : ids) orbat.units.emplace_back().id = id;
    return std::make_shared<const layers::Orbat>(std::move(orbat));
}

struct Setup {
    Setup() : state(std::make_shared<const layers::Document>()) {
        state.stage.view = {{0, 0}, 10, {1920, 1080}};
        state.motion = resting(state.stage.view);
        state.views.remember(state.stage.view);
        for (std::size_t i = 0; i < 2; ++i) {
            layers::UnitMark mark;
            mark.orbat = orbat;
            mark.unit = i;
            mark.position = mark.anchor = {100 + 50.0 * static_cast<double>(i), 100};
            mark.rect = {80 + 50.0 * static_cast<double>(i), 90, 120 + 50.0 * static_cast<double>(i), 110};
            marks.push_back(mark);
        }
    }
    void drag(ScreenPoint from, ScreenPoint to, PointerPress press = {}) {
        press.at = from;
        tool.press(press, state, marks);
        tool.move(to, state, marks, 1);
    }
    std::shared_ptr<const layers::Orbat> orbat = orbatOf({"indbatt", "nepbatt"});
    std::vector<layers::UnitMark> marks;
    ViewerState state;
    PointerTool tool;
};

}  // namespace

TEST_CASE("a press that does not move selects the unit under it, and on empty ground nothing") {
    Setup setup;
    setup.drag({100, 100}, {102, 101});
    setup.tool.release({102, 101}, setup.state, setup.marks);
    CHECK(setup.state.stage.selectedUnit == "indbatt");
    CHECK(setup.state.stage.openStack == "indbatt");
    setup.drag({500, 500}, {500, 500});
    setup.tool.release({500, 500}, setup.state, setup.marks);
    CHECK(setup.state.stage.selectedUnit.empty());
}

TEST_CASE("a drag pans the map by as many pixels, and its end is a view to come back to") {
    Setup setup;
    setup.drag({100, 100}, {200, 60});
    CHECK(setup.state.motion.target().center == layers::MapPoint{-1000, -400});
    CHECK(setup.tool.pans(1.1));
    CHECK_FALSE(setup.tool.pans(2));
    setup.tool.release({200, 60}, setup.state, setup.marks);
    CHECK(setup.state.views.back({1920, 1080})->center == layers::MapPoint{0, 0});
    CHECK(setup.state.stage.selectedUnit.empty());
}

TEST_CASE("a drag with Shift zooms to the rectangle") {
    Setup setup;
    setup.drag({860, 440}, {1060, 640}, {.at = {}, .shift = true});
    REQUIRE(setup.tool.band());
    CHECK(setup.tool.band()->width() == 200);
    setup.tool.release({1060, 640}, setup.state, setup.marks);
    CHECK_FALSE(setup.tool.band());
    CHECK(setup.state.motion.target().mPerPx == doctest::Approx(2000.0 / 1080));
    CHECK(setup.state.motion.target().center == layers::MapPoint{0, 0});
}

TEST_CASE("a drag with Alt moves a symbol, and Alt and a click lets it go") {
    Setup setup;
    setup.drag({150, 100}, {180, 100}, {.at = {}, .alt = true});
    setup.tool.release({180, 100}, setup.state, setup.marks);
    const auto& offsets = setup.state.document().unitOffsets;
    REQUIRE(offsets.contains("nepbatt"));
    CHECK(offsets.at("nepbatt").rightPt == doctest::Approx(30 / setup.state.stage.px(1)));
    CHECK(setup.state.motion.target().center == layers::MapPoint{0, 0});
    setup.drag({150, 100}, {150, 100}, {.at = {}, .alt = true});
    setup.tool.release({150, 100}, setup.state, setup.marks);
    CHECK(setup.state.document().unitOffsets.empty());
}

TEST_CASE("the picture's frame is dragged in metres of the map, and the map stays") {
    Setup setup;
    setup.tool.press({.at = {10, 10}, .onPictureFrame = true}, setup.state, setup.marks);
    const auto shift = setup.tool.move({40, 30}, setup.state, setup.marks, 1);
    REQUIRE(shift);
    CHECK(shift->rightM == 300);
    CHECK(shift->upM == -200);
    CHECK(setup.state.motion.target().center == layers::MapPoint{0, 0});
}

TEST_CASE("a drag that is cancelled does nothing more") {
    Setup setup;
    setup.tool.press({.at = {100, 100}}, setup.state, setup.marks);
    CHECK(setup.tool.cancel());
    CHECK_FALSE(setup.tool.cancel());
    setup.tool.move({300, 300}, setup.state, setup.marks, 1);
    setup.tool.release({300, 300}, setup.state, setup.marks);
    CHECK(setup.state.motion.target().center == layers::MapPoint{0, 0});
    CHECK(setup.state.stage.selectedUnit.empty());
}

TEST_CASE("the cursor hovers the unit under it, but not below a panel") {
    Setup setup;
    setup.tool.move({100, 100}, setup.state, setup.marks, 1);
    CHECK(setup.state.stage.hoveredUnit == "indbatt");
    setup.tool.setOnPanel(true);
    setup.tool.move({150, 100}, setup.state, setup.marks, 1);
    CHECK(setup.state.stage.hoveredUnit == "indbatt");
}

TEST_CASE("a stack that is fanned out closes a moment after the cursor has left it") {
    Setup setup;
    for (auto& mark : setup.marks) mark.fanned = true;
    setup.state.stage.hoveredUnit = "indbatt";
    setup.tool.move({1500, 900}, setup.state, setup.marks, 1);
    CHECK(setup.state.stage.hoveredUnit == "indbatt");
    CHECK(setup.tool.awaitsDeadline());
    setup.tool.advance(setup.state, setup.marks, 1.2);
    CHECK(setup.state.stage.hoveredUnit == "indbatt");
    setup.tool.advance(setup.state, setup.marks, 1.4);
    CHECK(setup.state.stage.hoveredUnit.empty());
    CHECK_FALSE(setup.tool.awaitsDeadline());
}

TEST_CASE("the wheel zooms about the point under the cursor") {
    Setup setup;
    const ScreenPoint at{300, 200};
    const layers::MapPoint fixed = setup.state.stage.view.toMap(at);
    setup.tool.wheel(2, at, setup.state, 1);
    setup.state.advance(5);
    CHECK(setup.state.stage.view.mPerPx == doctest::Approx(5));
    CHECK(setup.state.stage.view.toMap(at).x == doctest::Approx(fixed.x));
    CHECK(setup.state.stage.view.toMap(at).y == doctest::Approx(fixed.y));
}
