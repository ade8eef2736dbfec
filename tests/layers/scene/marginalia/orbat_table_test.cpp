// SPDX-License-Identifier: Apache-2.0
// Classes of the legend and rows of the order of battle, from units that stand on the map.
#include "layers/scene/marginalia/orbat_table.hpp"

#include <doctest/doctest.h>

#include "layers/scene/units/unit_classes.hpp"
#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

struct Row {
    const char *id, *parent, *sidc, *type, *echelon, *legend = "";
};

struct Table {
    std::shared_ptr<Orbat> orbat;
    std::vector<RosterUnit> roster;
    explicit Table(const std::vector<Row>& rows) {
        std::vector<Unit> units;
        for (const Row& row : rows) {
            Unit unit;
            unit.id = row.id, unit.name = row.id, unit.parent = row.parent, unit.sidc = row.sidc, unit.type = row.type,
            unit.echelon = row.echelon, unit.symbol.legend = row.legend;
            units.push_back(unit);
        }
        orbat = std::make_shared<Orbat>(linkUnits(std::move(units), "units"));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            RosterUnit unit;
            unit.orbat = orbat;
            unit.unit = i;
            roster.push_back(unit);
        }
    }
    std::vector<const RosterUnit*> seen(const std::vector<std::size_t>& which = {}) const {
        std::vector<const RosterUnit*> units;
        for (std::size_t i = 0; i < roster.size(); ++i)
            if (which.empty() || std::ranges::find(which, i) != which.end()) units.push_back(&roster[i]);
        return units;
    }
};

constexpr const char *kInfantry = "10031000161211000000", *kHostile = "10061000161211000000",
                     *kBrigadeHq = "10031002181100003900", *kCompany = "10031000151211000000";

std::string classesOf(const std::vector<const RosterUnit*>& units) {
    std::string text;
    for (const UnitClass& one : unitClassesOf(units, SymbolColors::light))
        text += std::to_string(one.count) + " " + one.name + "\n";
    return text;
}

std::string rowsOf(const std::vector<const RosterUnit*>& units) {
    std::string text;
    for (const OrbatTableRow& row : orbatTableOf(units, "2018-11-06"))
        text += std::string(row.depth, '-') + row.name + " ";
    return text;
}

}  // namespace

TEST_CASE("the table's noun for the legend takes the place of type and echelon") {
    CHECK(classesOf(Table({{"a", "", kBrigadeHq, "headquarters", "brigade", "mission headquarters"}}).seen()) ==
          "1 Mission headquarters\n");
    CHECK(classesOf(Table({{"a", "", kCompany, "observers", "company", "team site (UN)"},
                           {"b", "", kCompany, "observers", "company", "team site (UN)"},
                           {"c", "", kCompany, "infantry", "company"}})
                        .seen()) == "1 Infantry company\n2 Team site (UN)\n");
    CHECK(classesOf(Table({{"a", "", kInfantry, "", "", "patrol base"}, {"b", "", kHostile, "", ""}}).seen()) ==
          "1 Patrol base, friend\n1 Infantry battalion, hostile\n");
}

TEST_CASE("units drawn alike are one class, the largest formations first") {
    const Table table({{"a", "", kCompany, "infantry", "company"},
                       {"b", "", kInfantry, "infantry", "battalion"},
                       {"c", "", kBrigadeHq, "headquarters", "brigade"},
                       {"d", "", kInfantry, "infantry", "battalion"}});
    CHECK(classesOf(table.seen()) == "1 Brigade headquarters\n2 Infantry battalion\n1 Infantry company\n");
}

TEST_CASE("a class is called what its table says most often, without the bracket in which they differ") {
    CHECK(classesOf(Table({{"a", "", kCompany, "engineer (EOD)", "company"},
                           {"b", "", kCompany, "engineer (EOD / marking)", "company"}})
                        .seen()) == "2 Engineer company\n");
    CHECK(classesOf(Table({{"a", "", kCompany, "engineer (EOD)", "company"}}).seen()) == "1 Engineer company (EOD)\n");
}

TEST_CASE("without words in the table the code's own are taken, and sides are named where there are several") {
    CHECK(classesOf(Table({{"a", "", kInfantry, "", ""}}).seen()) == "1 Infantry battalion\n");
    CHECK(classesOf(Table({{"a", "", kInfantry, "", ""}, {"b", "", kHostile, "", ""}}).seen()) ==
          "1 Infantry battalion, friend\n1 Infantry battalion, hostile\n");
    CHECK(classesOf(Table({{"a", "", "SFGPUCI----E---", "", "company"}}).seen()) == "1 Unit company\n");
    CHECK(classesOf(Table({{"a", "", "", "", ""}}).seen()) == "1 Unit\n");
}

TEST_CASE("two classes of one name say that one is multinational") {
    CHECK(classesOf(Table({{"a", "", kInfantry, "infantry", "battalion"},
                           {"b", "", "10031000161211003900", "infantry", "battalion"}})
                        .seen()) == "1 Infantry battalion\n1 Infantry battalion, multinational\n");
}

TEST_CASE("the table of units is a tree of those that are seen") {
    const Table table({{"bat", "bde", kInfantry, "", ""},
                       {"bde", "div", kInfantry, "", ""},
                       {"coy", "bat", kInfantry, "", ""},
                       {"div", "", kInfantry, "", ""},
                       {"sole", "", kInfantry, "", ""}});
    CHECK(rowsOf(table.seen()) == "div -bde --bat ---coy sole ");
    CHECK(rowsOf(table.seen({2, 3})) == "div -coy ");
}

TEST_CASE("the tree goes over several tables of one force") {
    const Table sites({{"smara", "hq", kInfantry, "", ""}, {"mahbas", "hq", kInfantry, "", ""}}),
        headquarters({{"hq", "", kBrigadeHq, "", ""}});
    std::vector<const RosterUnit*> all = sites.seen();
    for (const RosterUnit* unit : headquarters.seen()) all.push_back(unit);
    CHECK(rowsOf(all) == "hq -smara -mahbas ");
}

TEST_CASE("a ring of parents over several tables leaves nobody out") {
    const Table one({{"a", "b", kInfantry, "", ""}}), other({{"b", "a", kInfantry, "", ""}});
    std::vector<const RosterUnit*> all = one.seen();
    for (const RosterUnit* unit : other.seen()) all.push_back(unit);
    CHECK(rowsOf(all) == "a -b ");
}

TEST_CASE("a table longer than the picture says how many more there are") {
    FullFrame frame;
    frame.content.unitTable.resize(300, {0, "Unit", "ITA", "850", "Tyre"});
    const PlacedMarginalia decoration = frame.placedMarginalia();
    CHECK(frame.count(decoration, "Order of battle", FontFace::bold) == 1);
    std::ptrdiff_t shown = 0;
    for (int i = 0; i < 40; ++i) shown += frame.count(decoration, "Unit with a long name " + std::to_string(i));
    shown += frame.count(decoration, "Unit");
    CHECK(shown > 20);
    CHECK(frame.count(decoration, "and " + std::to_string(300 - shown) + " more") == 1);
}
