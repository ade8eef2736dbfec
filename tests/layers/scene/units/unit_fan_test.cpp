// SPDX-License-Identifier: Apache-2.0
// Marks that move in the picture: out from under plates, and out of a stack.
#include "layers/scene/units/unit_fan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace layers;

namespace {

// Units in a row, a kilometre and so a hundred pixels apart, from the picture's middle to the east.
struct Setup {
    explicit Setup(std::size_t count) {
        auto orbat = std::make_shared<Orbat>();
        for (std::size_t i = 0; i < count; ++i) {
            Unit unit;
            unit.id = "u" + std::to_string(i);
            unit.position = geodata::MapPoint{1000.0 * static_cast<double>(i), 0};
            unit.accuracy.uncertaintyM = 250;
            orbat->units.push_back(unit);
        }
        for (std::size_t i = 0; i < count; ++i) {
            RosterUnit unit;
            unit.layer = "units";
            unit.orbat = orbat;
            unit.unit = i;
            unit.unitPx = 0.3;
            unit.key = i;
            roster.push_back(unit);
        }
        stage.view = {{0, 0}, 10, {1920, 1080}};
    }
    std::vector<UnitMark> marks() const {
        std::vector<UnitMark> all;
        for (const RosterUnit& unit : roster) all.push_back(markOf(unit, {}, stage));
        return all;
    }
    // The first unit's mark with all others in its stack.
    std::vector<UnitMark> stacked() const {
        std::vector<UnitMark> one{markOf(roster[0], {}, stage)};
        for (std::size_t i = 1; i < roster.size(); ++i) one[0].stack.push_back(i);
        return one;
    }
    std::vector<RosterUnit> roster;
    Stage stage;
};

bool overlapping(const std::vector<UnitMark>& marks) {
    for (std::size_t i = 0; i < marks.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (marks[i].room.intersects(marks[j].room)) return true;
    return false;
}

ScreenPoint middleOf(const ScreenRect& rect) { return {(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2}; }

}  // namespace

TEST_CASE("a mark has its unit's place and the picture's scale") {
    Setup setup(2);
    const UnitMark mark = markOf(setup.roster[1], {30, -20}, setup.stage);
    CHECK(mark.position == ScreenPoint{1060, 540});
    CHECK(mark.anchor == ScreenPoint{1090, 520});
    CHECK(mark.scalePx == doctest::Approx(0.3));
    CHECK(mark.uncertaintyPx == doctest::Approx(25));
    CHECK(mark.unit == 1);
    CHECK(mark.key == 1);
    CHECK(mark.rect.height() == doctest::Approx(30));  // of a frame 100 units high
    CHECK_FALSE(mark.fanned);
    setup.stage.userFactor = 2;
    const UnitMark twice = markOf(setup.roster[1], {30, -20}, setup.stage);
    CHECK(twice.position == mark.position);
    CHECK(twice.anchor == ScreenPoint{1120, 500});
    CHECK(twice.rect.height() == doctest::Approx(60));
    CHECK(twice.room.width() == doctest::Approx(2 * mark.room.width()));
    CHECK(twice.uncertaintyPx == doctest::Approx(25));  // the ground does not grow with symbols
}

TEST_CASE("a moved symbol takes its frame and room along and leaves its position") {
    const Setup setup(1);
    UnitMark mark = markOf(setup.roster[0], {}, setup.stage);
    const UnitMark before = mark;
    moveSymbol(mark, {5, -7});
    CHECK(mark.position == before.position);
    CHECK(mark.anchor == ScreenPoint{before.anchor.x + 5, before.anchor.y - 7});
    CHECK(mark.rect == movedBy(before.rect, {5, -7}));
    CHECK(mark.room == movedBy(before.room, {5, -7}));
}

TEST_CASE("marks leave plates, by the shortest way, and no other mark moves") {
    const Setup setup(5);
    std::vector<UnitMark> marks = setup.marks();
    const ScreenRect plate{1100, 400, 1300, 560};  // the units at 1160 and 1260; more room below than above
    clearOfPlates(marks, {plate}, setup.stage);
    REQUIRE(marks.size() == 5);
    CHECK_FALSE(overlapping(marks));
    for (const UnitMark& mark : marks) {
        CHECK_FALSE(mark.room.intersects(plate));
        const bool wasUnder = mark.unit == 2 || mark.unit == 3;
        CHECK((mark.anchor == mark.position) == !wasUnder);
        if (wasUnder) CHECK(mark.anchor.y > mark.position.y);
    }
}

TEST_CASE("without plates nothing moves") {
    const Setup setup(3);
    std::vector<UnitMark> marks = setup.marks();
    clearOfPlates(marks, {}, setup.stage);
    REQUIRE(marks.size() == 3);
    for (const UnitMark& mark : marks) CHECK(mark.anchor == mark.position);
}

TEST_CASE("a mark that finds no place beside the plate is counted at the nearest, with all that it counted") {
    const Setup setup(3);
    std::vector<UnitMark> marks = setup.marks();
    marks[1].stack = {0};
    marks[1].collapsed = 4;
    marks[2].collapsed = 1;
    const double left = marks[0].room.right, right = marks[2].room.left + 1;
    // Everything but the first unit's room.
    clearOfPlates(marks,
                  {{left, 0, 1920, 1080},
                   {0, 0, left, marks[0].room.top},
                   {0, marks[0].room.bottom, left, 1080},
                   {0, 0, marks[0].room.left, 1080}},
                  setup.stage);
    CHECK(right > left);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].unit == 0);
    CHECK(marks[0].collapsed == (1 + 1 + 4) + (1 + 1));
}

TEST_CASE("a stack that is asked for fans out into free room") {
    Setup setup(6);
    setup.stage.openStack = "u0";
    std::vector<UnitMark> marks = setup.stacked();
    fanOut(marks, setup.roster, {}, setup.stage);
    REQUIRE(marks.size() == 6);
    CHECK_FALSE(overlapping(marks));
    CHECK(marks[0].stack.empty());
    CHECK(marks[0].anchor == marks[0].position);  // the host stays
    for (const UnitMark& mark : marks) {
        CHECK(mark.fanned);
        CHECK(mark.position == setup.stage.view.toScreen(*setup.roster[mark.unit].data().position));
        CHECK(std::abs(mark.anchor.x - marks[0].anchor.x) <= 8 * mark.room.width());
    }
}

TEST_CASE("a stack opens for any unit in it, and under the mouse") {
    Setup setup(3);
    const auto fannedCount = [&] {
        std::vector<UnitMark> marks = setup.stacked();
        fanOut(marks, setup.roster, {}, setup.stage);
        return std::ranges::count_if(marks, &UnitMark::fanned);
    };
    CHECK(fannedCount() == 0);
    setup.stage.openStack = "u2";
    CHECK(fannedCount() == 3);
    setup.stage.openStack = "elsewhere";
    CHECK(fannedCount() == 0);
    setup.stage.hoveredUnit = "u1";
    CHECK(fannedCount() == 3);
}

TEST_CASE("a stack without ids is not taken for the one that nobody asks for") {
    Setup setup(2);
    auto nameless = std::make_shared<Orbat>(*setup.roster[0].orbat);
    for (Unit& unit : nameless->units) unit.id.clear();
    for (RosterUnit& unit : setup.roster) unit.orbat = nameless;
    std::vector<UnitMark> marks = setup.stacked();
    fanOut(marks, setup.roster, {}, setup.stage);
    CHECK(marks.size() == 1);
    CHECK_FALSE(marks[0].fanned);
}

TEST_CASE("units for which a fan has no room stay in the stack") {
    Setup setup(4);
    setup.stage.openStack = "u0";
    std::vector<UnitMark> marks = setup.stacked();
    const ScreenRect room = marks[0].room;
    const double wide = room.width();
    // One free place to the right of the host.
    const std::vector<ScreenRect> plates{{0, 0, room.left, 1080},
                                         {room.left, 0, 1920, room.top},
                                         {room.left, room.bottom, 1920, 1080},
                                         {room.right + wide + 1, 0, 1920, 1080}};
    fanOut(marks, setup.roster, plates, setup.stage);
    REQUIRE(marks.size() == 2);
    CHECK(marks[0].stack.size() == 2);
    CHECK(marks[1].room.left >= room.right);
}

TEST_CASE("the way from a host to each of its fan belongs to the fan") {
    Setup setup(3);
    setup.stage.openStack = "u0";
    std::vector<UnitMark> marks = setup.stacked();
    CHECK_FALSE(isInFan(marks, middleOf(marks[0].rect)));  // not open yet
    fanOut(marks, setup.roster, {}, setup.stage);
    REQUIRE(marks.size() == 3);
    const ScreenPoint host = middleOf(marks[0].rect);
    for (const UnitMark& mark : marks) {
        const ScreenPoint end = middleOf(mark.rect);
        for (const double share : {0.0, 0.3, 0.5, 0.9, 1.0})
            CHECK(isInFan(marks, {host.x + (end.x - host.x) * share, host.y + (end.y - host.y) * share}));
    }
    CHECK_FALSE(isInFan(marks, {host.x, host.y + 20 * marks[0].room.height()}));
    CHECK_FALSE(isInFan({}, host));
}
