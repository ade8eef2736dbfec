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
