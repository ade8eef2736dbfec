// SPDX-License-Identifier: Apache-2.0
// The classes of a legend, from units that no table was read for.
#include "layers/scene/units/unit_classes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace layers;

namespace {

const std::string kInfantryBattalion = "10031000161211000000", kInfantryCompany = "10031000151211000000",
                  kEngineerCompany = "10031000151407000000", kHostileCompany = "10061000151211000000",
                  kDivisionHq = "10031002211100000000", kDivision = "10031000211211000000",
                  kMultinationalCompany = "10031000151211003900";

struct Roster {
    void add(const std::string& sidc, const std::string& type = {}) {
        auto orbat = std::make_shared<Orbat>();
        Unit unit;
        unit.id = "u" + std::to_string(units.size());
        unit.sidc = sidc;
        unit.type = type;
        orbat->units.push_back(unit);
        RosterUnit one;
        one.orbat = orbat;
        units.push_back(one);
    }
    std::vector<UnitClass> classes(SymbolColors colors = SymbolColors::light) const {
        std::vector<const RosterUnit*> all;
        for (const RosterUnit& unit : units) all.push_back(&unit);
        return unitClassesOf(all, colors);
    }
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const UnitClass& one : classes()) names.push_back(one.name);
        return names;
    }
    std::vector<RosterUnit> units;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a map without units has no classes") { CHECK(Roster().classes().empty()); }

TEST_CASE("units of one code are one class and are counted") {
    Roster roster;
    roster.add(kInfantryCompany, "infantry");
    roster.add(kInfantryBattalion, "infantry");
    roster.add(kInfantryCompany, "infantry");
    const auto classes = roster.classes();
    REQUIRE(classes.size() == 2);
    CHECK(classes[0].name == "Infantry battalion");
    CHECK(classes[0].count == 1);
    CHECK(classes[0].request.sidc == kInfantryBattalion);
    CHECK(classes[1].name == "Infantry company");
    CHECK(classes[1].count == 2);
    CHECK_FALSE(classes[1].drawing);
}

TEST_CASE("a class is drawn without the texts of any of its units") {
    Roster roster;
    roster.add(kInfantryCompany);
    auto named = std::make_shared<Orbat>(*roster.units[0].orbat);
    named->units[0].name = "KAZCOY";
    named->units[0].country = "KAZ";
    named->units[0].symbol.higher = "INDBATT";
    roster.units[0].orbat = named;
    const SymbolRequest request = roster.classes()[0].request;
    CHECK(request == requestOf(kInfantryCompany, SymbolColors::light));
    CHECK_FALSE(roster.classes(SymbolColors::dark)[0].request == request);
}

TEST_CASE("larger formations come first, and headquarters before others") {
    Roster roster;
    roster.add(kInfantryCompany, "infantry");
    roster.add(kDivision, "infantry");
    roster.add(kInfantryBattalion, "infantry");
    roster.add(kDivisionHq, "headquarters");
    CHECK(roster.names() ==
          Names{"Division headquarters", "Infantry division", "Infantry battalion", "Infantry company"});
}

TEST_CASE("the order of units decides neither names nor order of the classes") {
    Roster roster;
    for (const std::string& sidc : {kInfantryBattalion, kInfantryCompany, kEngineerCompany, kDivisionHq, kDivision})
        for (int i = 0; i < 3; ++i) roster.add(sidc);
    const auto first = roster.classes();
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(roster.units, random);
        const auto again = roster.classes();
        REQUIRE(again.size() == first.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            CHECK(again[i].name == first[i].name);
            CHECK(again[i].count == 3);
        }
    }
}

TEST_CASE("a table's own type is the name, and the code's meaning where it has none") {
    Roster roster;
    roster.add(kInfantryBattalion, "motorized infantry");
    roster.add(kEngineerCompany);
    CHECK(roster.names() == Names{"Motorized infantry battalion", "Engineer company"});
}

TEST_CASE("of several types the most frequent is the name, without what is in brackets") {
    Roster roster;
    roster.add(kEngineerCompany, "engineer (construction)");
    CHECK(roster.names() == Names{"Engineer company (construction)"});
    roster.add(kEngineerCompany, "engineer (bridging)");
    roster.add(kEngineerCompany, "engineer (construction)");
    CHECK(roster.names() == Names{"Engineer company"});
    CHECK(roster.classes()[0].count == 3);
}

TEST_CASE("sides are named where there are several") {
    Roster roster;
    roster.add(kInfantryCompany, "infantry");
    CHECK(roster.names() == Names{"Infantry company"});
    roster.add(kHostileCompany, "infantry");
    CHECK(roster.names() == Names{"Infantry company, friend", "Infantry company, hostile"});
}

TEST_CASE("two classes of one name state which of them is multinational") {
    Roster roster;
    roster.add(kMultinationalCompany, "infantry");
    CHECK(roster.names() == Names{"Infantry company"});
    roster.add(kInfantryCompany, "infantry");
    Names names = roster.names();
    std::ranges::sort(names);
    REQUIRE(names.size() == 2);
    CHECK(names[0] == "Infantry company");
    CHECK(names[1] == "Infantry company, multinational");
}

TEST_CASE("a code that says nothing is a class of its own, and the last one") {
    Roster roster;
    roster.add("");
    roster.add(kInfantryCompany, "infantry");
    const auto classes = roster.classes();
    REQUIRE(classes.size() == 2);
    CHECK(classes[1].count == 1);
    CHECK(classes[1].name == "Unit");
}
