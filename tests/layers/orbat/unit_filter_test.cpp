// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/unit_filter.hpp"

#include <doctest/doctest.h>

using namespace layers;

namespace {

Unit coded(std::string sidc, std::string echelon = {}) {
    Unit u;
    u.id = "u";
    u.sidc = std::move(sidc);
    u.echelon = std::move(echelon);
    return u;
}

Unit child(std::string id, std::string parent) {
    Unit u;
    u.id = std::move(id);
    u.parent = std::move(parent);
    return u;
}

UnitFilter atLeast(std::string echelon) { return {{}, std::move(echelon), {}, {}}; }

}  // namespace

TEST_CASE("an echelon comes from the table, otherwise from either kind of code") {
    CHECK(echelonOf(coded("10031000161211040000", "company")) == "company");
    CHECK(echelonOf(coded("10031000161211040000")) == "battalion");
    CHECK(echelonOf(coded("10031000161211040000", "task_force")) == "battalion");
    CHECK(echelonOf(coded("SFGPUCI----E---")) == "company");
    CHECK(echelonOf(coded("1003")).empty());
    CHECK(echelonOf(coded("")).empty());
}

TEST_CASE("a status comes from either kind of code") {
    CHECK(statusOf(coded("10031000161211040000")) == "present");
    CHECK(statusOf(coded("10031010161211040000")) == "planned");
    CHECK(statusOf(coded("SFGAUCI----E---")) == "planned");
    CHECK(statusOf(coded("x")).empty());
}

TEST_CASE("battalion and above leaves out companies and what says no echelon") {
    CHECK(passes(coded("", "battalion"), atLeast("battalion")));
    CHECK(passes(coded("", "brigade"), atLeast("battalion")));
    CHECK_FALSE(passes(coded("", "company"), atLeast("battalion")));
    CHECK_FALSE(passes(coded("", ""), atLeast("battalion")));
    CHECK(passes(coded("", ""), atLeast("")));
}

TEST_CASE("country and status must be equal") {
    Unit unit = coded("10031010161211040000");
    unit.country = "KAZ";
    CHECK(passes(unit, {{}, {}, "KAZ", "planned"}));
    CHECK_FALSE(passes(unit, {{}, {}, "IND", {}}));
    CHECK_FALSE(passes(unit, {{}, {}, {}, "present"}));
}

TEST_CASE("a hidden unit hides those below it, and only those") {
    const Orbat orbat = linkUnits({child("b1", "b"), child("a", ""), child("b", "a"), child("c", "a")}, "t");
    CHECK(hiddenUnits(orbat, {{"b"}, {}, {}, {}}) == std::vector<bool>{true, false, true, false});
    CHECK(hiddenUnits(orbat, {{"a"}, {}, {}, {}}) == std::vector<bool>{true, true, true, true});
    CHECK(hiddenUnits(orbat, {}) == std::vector<bool>(4, false));
}

TEST_CASE("every echelon of a number code has the name that its letter has") {
    const std::pair<const char*, char> same[] = {{"11", 'A'}, {"12", 'B'}, {"13", 'C'}, {"14", 'D'}, {"15", 'E'},
                                                 {"16", 'F'}, {"17", 'G'}, {"18", 'H'}, {"21", 'I'}, {"22", 'J'},
                                                 {"23", 'K'}, {"24", 'L'}, {"25", 'M'}};
    std::size_t level = 0;
    for (const auto& [digits, letter] : same) {
        const std::string_view byNumber = echelonOf(coded(std::string("10031000") + digits + "1211000000"));
        CHECK(byNumber == echelonOf(coded(std::string("SFGPUCI----") + letter + "---")));
        CHECK(byNumber == kEchelons[level++]);  // from the smallest to the largest
    }
    CHECK(echelonOf(coded("10031000991211000000")).empty());
    CHECK(echelonOf(coded("SFGPUCI----Z---")).empty());
}

TEST_CASE("every status of a number code has the name that its letter has") {
    const std::pair<char, char> same[] = {{'0', 'P'}, {'1', 'A'}, {'2', 'C'}, {'3', 'D'}, {'4', 'X'}, {'5', 'F'}};
    for (const auto& [digit, letter] : same) {
        const std::string_view byNumber = statusOf(coded(std::string("100310") + digit + "0161211000000"));
        CHECK_FALSE(byNumber.empty());
        CHECK(byNumber == statusOf(coded(std::string("SFG") + letter + "UCI----E---")));
    }
    CHECK(statusOf(coded("10031090161211000000")).empty());
    CHECK(statusOf(coded("SFG-UCI----E---")).empty());
}

TEST_CASE("a filter asks for all that it names") {
    Unit unit = coded("10031010161211040000");  // a planned battalion
    unit.country = "KAZ";
    CHECK(passes(unit, {}));
    CHECK(passes(unit, {{}, "battalion", "KAZ", "planned"}));
    CHECK_FALSE(passes(unit, {{}, "brigade", "KAZ", "planned"}));
    CHECK_FALSE(passes(unit, {{}, "battalion", "IND", "planned"}));
    CHECK_FALSE(passes(unit, {{}, "battalion", "KAZ", "present"}));
    CHECK_FALSE(passes(coded(""), atLeast("team")));  // of unknown size
}

TEST_CASE("what can be chosen from stands once each, in order, and empty texts do not") {
    Orbat orbat;
    for (const char* country : {"KAZ", "", "IND", "KAZ", "FIN"}) {
        orbat.units.push_back(coded("10031010161211040000"));
        orbat.units.back().country = country;
    }
    orbat.units.push_back(coded("SFGPUCI----E---"));
    orbat.units.push_back(coded("no code"));
    CHECK(countriesOf(orbat) == std::vector<std::string>{"FIN", "IND", "KAZ"});
    CHECK(statusesOf(orbat) == std::vector<std::string>{"planned", "present"});
    CHECK(countriesOf({}).empty());
    CHECK(statusesOf({}).empty());
}

TEST_CASE("echelon and status of a code of 30 digits are read") {
    Unit unit;
    unit.sidc = "100310301612110400000000000398";
    CHECK(echelonOf(unit) == "battalion");
    CHECK(statusOf(unit) == "damaged");
    unit.sidc = "1003103016121104000000000";
    CHECK(echelonOf(unit).empty());
    CHECK(statusOf(unit).empty());
}
