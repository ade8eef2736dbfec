// SPDX-License-Identifier: Apache-2.0
// Where the units of a roster stand at any zoom: complete, apart, and the same at each screen size.
#include "layers/scene/units/unit_zoom_placement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "layers/orbat/orbat.hpp"
#include "layers/placement/free_space.hpp"
#include "layers/placement/zoom_step.hpp"
#include "layers/scene/units/unit_fan.hpp"

using namespace layers;

namespace {

std::vector<RosterUnit> rosterOf(std::size_t count, double extentM, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> at(0, extentM);
    auto orbat = std::make_shared<Orbat>();
    std::vector<RosterUnit> roster;
    for (std::size_t i = 0; i < count; ++i) {
        Unit unit;
        unit.id = std::to_string(i);
        unit.position = geodata::MapPoint{at(random), at(random)};
        orbat->units.push_back(unit);
    }
    for (std::size_t i = 0; i < count; ++i) {
        RosterUnit unit;
        unit.orbat = orbat;
        unit.unit = i;
        unit.unitPx = 0.3;
        unit.key = i;
        if (i > 0) unit.above = i / 5;
        roster.push_back(unit);
    }
    return roster;
}

Stage stageOf(ScreenSize size, double mPerNominalPx, MapPoint center) {
    Stage stage;
    stage.view = {center, 1, size};
    stage.view.mPerPx = mPerNominalPx / stage.factor();
    return stage;
}

std::vector<UnitMark> marksOf(const std::vector<RosterUnit>& roster, const std::vector<ZoomedUnit>& zoomed,
                              const Stage& stage) {
    std::vector<UnitMark> marks;
    for (std::size_t i = 0; i < roster.size(); ++i)
        if (zoomed[i].own) marks.push_back(markOf(roster[i], zoomed[i].offset, stage));
    return marks;
}

std::size_t overlaps(const std::vector<UnitMark>& marks) {
    FreeSpace room(60);
    std::size_t found = 0;
    for (const UnitMark& mark : marks) {
        found += room.coveredBy(mark.room).size();
        room.add(mark.room);
    }
    return found;
}

}  // namespace

TEST_CASE("at rest symbols keep apart at every scale, on each screen") {
    const auto roster = rosterOf(300, 50'000);
    UnitZoomPlacement steps;
    for (double mPerPx = 5; mPerPx < 2000; mPerPx *= kStepRatio)
        for (const double closer : {1.0, 1.06, 1.13, 1.16, 1.18, 1.189}) {
            const double at = mPerPxOf(zoomStepOf(mPerPx).step) / closer;
            const auto zoomed = steps.at(at, roster);
            CHECK(overlaps(marksOf(roster, zoomed, stageOf({1920, 1080}, at, {25'000, 25'000}))) == 0);
            CHECK(overlaps(marksOf(roster, zoomed, stageOf({3840, 2160}, at, {25'000, 25'000}))) == 0);
        }
}

TEST_CASE("each unit is drawn or found at one that is drawn, at every zoom") {
    const auto roster = rosterOf(2000, 50'000);
    UnitZoomPlacement steps;
    std::size_t lost = 0, hidden = 0;
    for (double mPerPx = 5; mPerPx < 2000; mPerPx *= 1.071) {
        const auto zoomed = steps.at(mPerPx, roster);
        for (const ZoomedUnit& unit : zoomed) {
            hidden += !unit.own;
            lost += !unit.own && !zoomed[unit.place.host].own;
        }
    }
    CHECK(hidden > 0);
    CHECK(lost == 0);
}

TEST_CASE("panning asks for nothing anew: what stands at a scale is kept until the units are others") {
    const auto before = rosterOf(300, 5'000, 1), after = rosterOf(300, 5'000, 2);
    const auto isSame = [](const auto& a, const auto& b) {
        return std::ranges::equal(a, b, [](const ZoomedUnit& x, const ZoomedUnit& y) {
            return x.own == y.own && x.offset.x == y.offset.x && x.offset.y == y.offset.y;
        });
    };
    UnitZoomPlacement steps, fresh;
    const std::vector<ZoomedUnit> first = steps.at(20, before);
    CHECK(isSame(steps.at(20, after), first));
    CHECK_FALSE(isSame(steps.at(21, after), first));
    steps.clear();
    CHECK(isSame(steps.at(20, after), fresh.at(20, after)));
}

TEST_CASE("symbols move without a leap while the map is zoomed") {
    const auto roster = rosterOf(120, 50'000);
    UnitZoomPlacement steps;
    auto before = steps.at(400, roster, 1);
    double farthestPx = 0;
    for (double mPerPx = 400; mPerPx > 100; mPerPx /= 1.0005) {
        const auto now = steps.at(mPerPx, roster, 1);
        for (std::size_t i = 0; i < now.size(); ++i)
            farthestPx = std::max(
                farthestPx, std::hypot(now[i].offset.x - before[i].offset.x, now[i].offset.y - before[i].offset.y));
        before = now;
    }
    CHECK(farthestPx > 0);
    CHECK(farthestPx < 12);
}

TEST_CASE("symbols move without a leap when the map comes to rest inside a step") {
    const auto roster = rosterOf(120, 50'000);
    UnitZoomPlacement steps;
    const double mPerPx = mPerPxOf(30) / 1.18;  // late in the step
    auto before = steps.at(mPerPx, roster, 1);
    double farthestPx = 0, wholePx = 0;
    for (double zooming = 1; zooming >= 0; zooming -= 1.0 / 256) {
        const auto now = steps.at(mPerPx, roster, zooming);
        for (std::size_t i = 0; i < now.size(); ++i)
            farthestPx = std::max(
                farthestPx, std::hypot(now[i].offset.x - before[i].offset.x, now[i].offset.y - before[i].offset.y));
        before = now;
    }
    const auto moved = steps.at(mPerPx, roster, 1);
    for (std::size_t i = 0; i < moved.size(); ++i)
        wholePx = std::max(wholePx,
                           std::hypot(moved[i].offset.x - before[i].offset.x, moved[i].offset.y - before[i].offset.y));
    CHECK(wholePx > 10);
    CHECK(farthestPx < wholePx / 100);
}

TEST_CASE("panning leaves every symbol at its place on the map") {
    const auto roster = rosterOf(300, 50'000);
    UnitZoomPlacement steps;
    const auto zoomed = steps.at(150, roster);
    const auto a = marksOf(roster, zoomed, stageOf({1920, 1080}, 150, {25'000, 25'000})),
               b = marksOf(roster, zoomed, stageOf({1920, 1080}, 150, {25'750, 25'000}));
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].anchor.x - b[i].anchor.x == doctest::Approx(5));
}

TEST_CASE("no symbol stays under a plate, none is lost, and no symbol covers another") {
    const auto roster = rosterOf(200, 60'000);
    UnitZoomPlacement steps;
    const Stage stage = stageOf({1920, 1080}, 60, {30'000, 30'000});
    auto marks = marksOf(roster, steps.at(60, roster), stage);
    const std::vector<ScreenRect> plates{{800, 400, 1200, 700}, {0, 0, 300, 200}};
    const std::size_t before = marks.size();
    clearOfPlates(marks, plates, stage);
    std::size_t counted = 0, under = 0;
    for (const UnitMark& mark : marks) {
        counted += 1 + mark.collapsed;
        for (const ScreenRect& plate : plates)
            under += movedBy(mark.room, {1e-6, 1e-6}).intersects(plate) &&
                     movedBy(mark.room, {-1e-6, -1e-6}).intersects(plate);
    }
    CHECK(counted == before);
    CHECK(under == 0);
}

TEST_CASE("an open stack fans out, and what finds no room stays counted") {
    const auto roster = rosterOf(6, 100);
    Stage stage = stageOf({1920, 1080}, 60, {50, 50});
    std::vector<UnitMark> marks{markOf(roster[0], {}, stage)};
    marks[0].stack = {1, 2, 3, 4, 5};
    fanOut(marks, roster, {}, stage);
    CHECK(marks.size() == 1);
    stage.openStack = "3";
    fanOut(marks, roster, {}, stage);
    CHECK(marks.size() == 6);
    CHECK(marks[0].stack.empty());
    for (const UnitMark& mark : marks) {
        CHECK(mark.fanned);
        CHECK(
            isInFan(marks, {(marks[0].anchor.x + 2 * mark.anchor.x) / 3, (marks[0].anchor.y + 2 * mark.anchor.y) / 3}));
    }
    CHECK_FALSE(isInFan(marks, {marks[0].anchor.x + 900, marks[0].anchor.y}));
}

TEST_CASE("without an open stack nothing is on the way to one") {
    const auto roster = rosterOf(1, 100);
    const std::vector<UnitMark> marks{markOf(roster[0], {}, stageOf({1920, 1080}, 60, {50, 50}))};
    CHECK_FALSE(isInFan(marks, marks[0].anchor));
    CHECK_FALSE(isInFan({}, {0, 0}));
}

TEST_CASE("a hand-made offset keeps its length at every zoom") {
    auto roster = rosterOf(50, 50'000);
    roster[7].byHand = ScreenPoint{40, -30};
    UnitZoomPlacement steps;
    for (double mPerPx = 100; mPerPx < 1000; mPerPx *= 1.05) {
        const ZoomedUnit unit = steps.at(mPerPx, roster)[7];
        CHECK(unit.own);
        CHECK(unit.offset.x == doctest::Approx(40));
        CHECK(unit.offset.y == doctest::Approx(-30));
    }
}
