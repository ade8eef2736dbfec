// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/change_marks.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace layers;

namespace {

const Rgba kGreen{0, 122, 61, 255}, kRed{190, 30, 45, 255}, kPurple{106, 61, 154, 255};

Unit unit(std::string id, std::string from, std::string to, double x) {
    Unit made;
    made.id = std::move(id);
    made.validFrom = std::move(from);
    made.validTo = std::move(to);
    made.position = geodata::MapPoint{x, 0};
    return made;
}

struct Setup {
    std::shared_ptr<const Orbat> orbat = std::make_shared<const Orbat>(linkUnits(
        {unit("stays", "", "", -300), unit("comes", "2018-10-31", "", -100), unit("goes", "", "2018-10-31", 100),
         unit("moves", "", "2018-10-31", 200), unit("moves", "2018-10-31", "", 400)},
        "units"));
    Stage stage;
    std::vector<UnitMark> marks;
    Setup() {
        stage.view = {{0, 0}, 1, {1920, 1080}};
        stage.date = "2018-11-06";
        for (const std::size_t i : {0, 1, 4}) {
            UnitMark mark;
            mark.orbat = orbat;
            mark.unit = i;
            mark.position = stage.view.toScreen(*orbat->units[i].position);
            mark.rect = {mark.position.x - 30, mark.position.y - 20, mark.position.x + 30, mark.position.y + 20};
            marks.push_back(mark);
        }
    }
    DrawList list() {
        DrawList made;
        ChangeMarks().addTo(made, marks, stage);
        return made;
    }
};

// Whether something of this colour is drawn around the place.
bool has(const DrawList& list, Rgba color, ScreenPoint near) {
    const auto close = [&](ScreenPoint p) { return std::abs(p.x - near.x) < 45 && std::abs(p.y - near.y) < 45; };
    return std::ranges::any_of(list.items, [&](const DrawItem& item) {
        if (const auto* line = std::get_if<draw::Polyline>(&item))
            return line->paint.color == color && std::ranges::any_of(line->points, close);
        const auto* area = std::get_if<draw::Area>(&item);
        return area != nullptr && area->color == color && std::ranges::any_of(area->ring, close);
    });
}

}  // namespace

TEST_CASE("without a date of comparison nothing is marked") { CHECK(Setup().list().items.empty()); }

TEST_CASE("arrivals, departures and moves are marked where they are, each in its colour") {
    Setup setup;
    setup.stage.compareDate = "2018-10-01";
    const DrawList list = setup.list();
    const double middleY = 540;
    CHECK(has(list, kGreen, {860, middleY}));
    CHECK(has(list, kRed, {1060, middleY}));     // the place it left
    CHECK(has(list, kPurple, {1160, middleY}));  // the arrow's beginning
    CHECK(has(list, kPurple, {1360, middleY}));
    for (const Rgba color : {kGreen, kRed, kPurple}) CHECK_FALSE(has(list, color, {660, middleY}));
}

TEST_CASE("the kinds of change for the legend are those that have a mark in the picture") {
    Setup setup;
    std::vector<RosterUnit> roster;
    for (const UnitMark& mark : setup.marks) {
        RosterUnit unit;
        unit.orbat = mark.orbat;
        unit.unit = mark.unit;
        roster.push_back(unit);
    }
    std::vector<const RosterUnit*> seen;
    for (const RosterUnit& unit : roster) seen.push_back(&unit);
    CHECK(ChangeMarks().kindsIn(seen, setup.stage).empty());  // no date to compare with
    setup.stage.compareDate = "2018-10-01";
    CHECK(ChangeMarks().kindsIn(seen, setup.stage) ==
          std::set{ChangeKind::arrived, ChangeKind::left, ChangeKind::moved});
    setup.stage.view.center = {-100000, 0};
    seen = {&roster[0]};
    CHECK(ChangeMarks().kindsIn(seen, setup.stage).empty());
}

TEST_CASE("a place that another unit has taken is marked at its corner") {
    Setup setup;
    setup.stage.compareDate = "2018-10-01";
    setup.marks[1].rect = {1000, 500, 1120, 580};  // over the one that left
    CHECK(has(setup.list(), kRed, {1120, 580}));
}

TEST_CASE("a caption keeps clear of the ring around a unit that changed, and so does every other label") {
    Setup setup;
    for (UnitMark& mark : setup.marks) {
        mark.caption = "unit";
        mark.room = {mark.rect.left, mark.rect.top - 12, mark.rect.right, mark.rect.bottom};  // its echelon above
    }
    const double before = captionsOf(setup.marks, setup.stage)[1].offsetPx;
    CHECK(labelRoomOf(setup.marks[1], setup.stage) == setup.marks[1].room);
    setup.stage.compareDate = "2018-10-01";
    const ScreenRect ring = changeRingOf(setup.marks[1], setup.stage), room = labelRoomOf(setup.marks[1], setup.stage);
    CHECK(ring.top < setup.marks[1].room.top);
    CHECK(room.left < ring.left);
    CHECK(room.bottom > ring.bottom);
    CHECK(captionsOf(setup.marks, setup.stage)[1].offsetPx > before + setup.marks[1].rect.left - ring.left);
}
