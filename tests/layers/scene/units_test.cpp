// What is drawn of units that stand already.
#include "layers/scene/units.hpp"

#include <doctest/doctest.h>

#include <variant>

#include "layers/scene/unit_room.hpp"

using namespace layers;

namespace {

FontSet loadedFonts() {
    auto fonts = FontSet::load({});
    REQUIRE(fonts);
    return std::move(*fonts);
}

struct Setup {
    std::vector<RosterUnit> roster;
    Stage stage;
    FontSet fonts = loadedFonts();

    Setup() {
        auto orbat = std::make_shared<Orbat>();
        for (const char* id : {"indbatt", "kazcoy"}) {
            Unit unit;
            unit.id = id;
            unit.position = geodata::MapPoint{static_cast<double>(orbat->units.size()) * 1000, 0};
            unit.uncertaintyM = 5000;
            orbat->units.push_back(unit);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            RosterUnit unit;
            unit.orbat = orbat;
            unit.unit = i;
            unit.unitPx = 0.3;
            roster.push_back(unit);
        }
        stage.view = {{500, 0}, 10, {1920, 1080}};
    }

    std::vector<UnitMark> marks() const { return {markOf(roster[0], {}, stage), markOf(roster[1], {30, 0}, stage)}; }
    // Closed lines: rings and circles of uncertainty.
    std::vector<draw::Polyline> closedLines() const {
        DrawList list;
        addMarks(list, marks(), stage, fonts);
        std::vector<draw::Polyline> closed;
        for (const DrawItem& item : list.items)
            if (const auto* line = std::get_if<draw::Polyline>(&item); line != nullptr && line->closed) closed.push_back(*line);
        return closed;
    }
};

}  // namespace

TEST_CASE("a unit under the cursor or selected has a ring and its circle of uncertainty, others have none") {
    Setup setup;
    CHECK(setup.closedLines().empty());
    setup.stage.hoveredUnit = "kazcoy";
    const auto hovered = setup.closedLines();
    REQUIRE(hovered.size() == 2);
    CHECK(hovered[0].points.size() > 8);
    CHECK(hovered[0].points[0].x - setup.marks()[1].position.x == doctest::Approx(500));  // 5 km at 10 m a pixel
    REQUIRE(hovered[1].points.size() == 4);
    CHECK(hovered[1].points[0].x < setup.marks()[1].rect.left);
    setup.stage.selectedUnit = "indbatt";
    CHECK(setup.closedLines().size() == 4);
}

TEST_CASE("a unit whose position is a square has its square drawn, asked for or not") {
    Setup setup;
    auto orbat = std::make_shared<Orbat>(*setup.roster[0].orbat);
    orbat->units[1].square = {{500, -500}, {1500, -500}, {1500, 500}, {500, 500}};
    for (RosterUnit& unit : setup.roster) unit.orbat = orbat;
    const auto lines = setup.closedLines();
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].points.size() == 4);
    CHECK(lines[0].points[1].x - lines[0].points[0].x == doctest::Approx(100));  // 1 km at 10 m a pixel
}

TEST_CASE("units with counts are drawn kind by kind") {
    Setup setup;
    auto marks = setup.marks();
    marks[0].stack = {1, 1};
    marks[1].collapsed = 7;
    DrawList list;
    addMarks(list, marks, setup.stage, setup.fonts);
    std::vector<std::size_t> kinds;
    for (const DrawItem& item : list.items)
        if (kinds.empty() || kinds.back() != item.index()) kinds.push_back(item.index());
    CHECK(kinds.size() == 3);  // the one leader, its dot with the plates of the counts, the counts
}
