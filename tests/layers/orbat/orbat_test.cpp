// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/orbat.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace layers;

namespace {

Unit unit(std::string id, std::string parent = {}, std::string from = {}, std::string to = {}) {
    Unit u;
    u.id = std::move(id);
    u.parent = std::move(parent);
    u.validFrom = std::move(from);
    u.validTo = std::move(to);
    return u;
}

std::string warningsOf(const Orbat& orbat) {
    std::string text;
    for (const auto& warning : orbat.warnings) text += warning.text + "\n";
    return text;
}

using Indices = std::vector<std::size_t>;

}  // namespace

TEST_CASE("units stand below their parents in the table's order") {
    const Orbat orbat = linkUnits({unit("hq"), unit("b", "hq"), unit("a", "hq"), unit("c", "a")}, "t");
    CHECK(orbat.roots == Indices{0});
    CHECK(orbat.units[0].tree.children == Indices{1, 2});
    CHECK(orbat.units[2].tree.children == Indices{3});
    CHECK(orbat.units[3].tree.parentIndex == 2U);
    CHECK(orbat.warnings.empty());
}

TEST_CASE("an empty table is an empty order of battle") {
    CHECK(linkUnits({}, "t").roots.empty());
    CHECK(linkUnits({unit("")}, "t").roots == Indices{0});
}

TEST_CASE("units whose parents are unknown stand at the top") {
    const Orbat orbat = linkUnits({unit("a", "x"), unit("b", "y"), unit("c", "a")}, "units");
    CHECK(orbat.roots == Indices{0, 1});
    CHECK(orbat.warnings.empty());
}

TEST_CASE("rings of parents are opened at their first row") {
    const Orbat orbat =
        linkUnits({unit("in", "b"), unit("c", "a"), unit("b", "c"), unit("a", "b"), unit("self", "self")}, "t");
    CHECK(orbat.roots == Indices{1, 4});
    CHECK(orbat.units[1].tree.children == Indices{2});
    CHECK(orbat.units[2].tree.children == Indices{0, 3});
    CHECK(warningsOf(orbat) ==
          "Units of \"t\" that are below themselves and were put at the top: 2 (first: \"self\").\n");
}

TEST_CASE("rows of one id whose times do not overlap are one unit that moves") {
    const Orbat orbat = linkUnits({unit("a", "", "2018-01-01", "2018-06-01"), unit("a", "", "2018-06-01", ""),
                                   unit("early", "a", "2018-02-01", "2018-03-01"), unit("late", "a", "2018-07-01", "")},
                                  "t");
    CHECK(orbat.warnings.empty());
    CHECK(orbat.units[2].tree.parentIndex == 0U);
    CHECK(orbat.units[3].tree.parentIndex == 1U);
}

TEST_CASE("rows of one id at the same time are named") {
    const Orbat orbat = linkUnits({unit("a", "", "2018-01-01", "2018-06-02"), unit("a", "", "2018-06-01", ""),
                                   unit("b"), unit("b"), unit("b"), unit(""), unit("")},
                                  "t");
    CHECK(warningsOf(orbat) == "Units of \"t\" with an id that another unit has at the same time: 3 (first: \"a\").\n");
}

TEST_CASE("dates are read in every spelling with one reading, and others count as open and are named") {
    const Orbat orbat = linkUnits({unit("a", "", "2018/11/06", "2018-12-01T00:00:00Z"),
                                   unit("b", "", "Nov 2018", "2018-13-01"), unit("c", "", "2018-11-06", "2018-11-05")},
                                  "t");
    CHECK(orbat.units[0].validFrom == "2018-11-06");
    CHECK(orbat.units[0].validTo == "2018-12-01");
    CHECK(orbat.units[1].validFrom.empty());
    CHECK(orbat.units[1].validTo.empty());
    CHECK(warningsOf(orbat) ==
          "Units of \"t\" with dates that are not understood, which count as open; write them as YYYY-MM-DD: 2 (first: "
          "\"Nov 2018\" of \"b\").\n"
          "Units of \"t\" that end before they begin and are never shown: 1 (first: \"c\").\n");
}

TEST_CASE("a table's dates may be written as people and spreadsheets do") {
    const Orbat orbat = linkUnits({unit("a", "", "06.11.2018", "6 Dec 2018"), unit("b", "", "061200ZNOV18", "20181206"),
                                   unit("c", "", "43410", "2018-12-6")},
                                  "t");
    for (const Unit& read : orbat.units) {
        CAPTURE(read.id);
        CHECK(read.validFrom == "2018-11-06");
        CHECK(read.validTo == "2018-12-06");
        CHECK_FALSE(validOn(read, "2018-01-01"));
    }
    CHECK(warningsOf(orbat) == "");
}

TEST_CASE("a date whose day and month may be either way round counts as open and is named as that") {
    const Orbat orbat = linkUnits({unit("a", "", "06/11/2018", ""), unit("b", "", "13/11/2018", "")}, "t");
    CHECK(orbat.units[0].validFrom.empty());
    CHECK(orbat.units[1].validFrom == "2018-11-13");
    CHECK(warningsOf(orbat) ==
          "Units of \"t\" with dates whose day and month may be either way round, which count as open; write them as "
          "YYYY-MM-DD: 1 (first: \"06/11/2018\" of \"a\").\n");
}

TEST_CASE("validOn counts the first day and not the last") {
    const Unit u = unit("a", "", "2018-10-31", "2018-11-30");
    CHECK_FALSE(validOn(u, "2018-10-30"));
    CHECK(validOn(u, "2018-10-31"));
    CHECK(validOn(u, "2018-11-29"));
    CHECK_FALSE(validOn(u, "2018-11-30"));
}

TEST_CASE("validOn takes an empty end as open and equal ends as that day") {
    CHECK(validOn(unit("a"), "2018-11-06"));
    CHECK(validOn(unit("a", "", "2018-11-06", ""), "9999-12-31"));
    CHECK(validOn(unit("a", "", "", "2018-11-06"), "0001-01-01"));
    CHECK_FALSE(validOn(unit("a", "", "", "2018-11-06"), "2018-11-06"));
    const Unit day = unit("a", "", "2018-11-06", "2018-11-06");
    CHECK_FALSE(validOn(day, "2018-11-05"));
    CHECK(validOn(day, "2018-11-06"));
    CHECK_FALSE(validOn(day, "2018-11-07"));
    CHECK_FALSE(validOn(unit("a", "", "2018-11-06", "2018-11-01"), "2018-11-03"));
}

TEST_CASE("whatever the parents are, every unit stands in the tree exactly once") {
    std::mt19937 random(9);
    for (int round = 0; round < 300; ++round) {
        const std::size_t n = random() % 40;
        std::vector<Unit> units;
        for (std::size_t i = 0; i < n; ++i)
            units.push_back(
                unit(std::to_string(random() % (n + 3)), random() % 3 ? std::to_string(random() % (n + 3)) : ""));
        const Orbat orbat = linkUnits(units, "t");
        std::set<std::size_t> seen;
        Indices open = orbat.roots;
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            CHECK(seen.insert(i).second);
            open.insert(open.end(), orbat.units[i].tree.children.begin(), orbat.units[i].tree.children.end());
        }
        CHECK(seen.size() == n);
    }
}
