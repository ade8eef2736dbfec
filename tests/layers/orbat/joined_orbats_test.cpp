// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/joined_orbats.hpp"

#include <doctest/doctest.h>

#include "layers/orbat/roll_up.hpp"

using namespace layers;

namespace {

Unit unit(std::string id, std::string parent = {}, std::string strength = {}, std::string from = {}) {
    Unit u;
    u.id = std::move(id);
    u.parent = std::move(parent);
    u.strength = std::move(strength);
    u.validFrom = std::move(from);
    return u;
}

OrbatPtr table(std::vector<Unit> units) { return std::make_shared<const Orbat>(linkUnits(std::move(units), "t")); }

using Groups = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("tables belong together where a parent stands in another one") {
    const std::vector<OrbatPtr> orbats{table({unit("camp", "hq")}), table({unit("ship"), unit("boat", "ship")}),
                                       table({unit("hq")}), table({unit("engineers", "hq")}),
                                       table({unit("lost", "nobody")})};
    CHECK(joinedGroups(orbats) == Groups{{0, 2, 3}, {1}, {4}});
    CHECK(joinedGroups({}).empty());
}

TEST_CASE("a joined order of battle is one tree, and the roll-up counts through it") {
    const std::vector<OrbatPtr> orbats{table({unit("engineers", "brigade", "27"), unit("team", "engineers")}),
                                       table({unit("hq"), unit("brigade", "hq"), unit("other", "hq", "100")})};
    const Orbat all = joined(orbats, "all");
    REQUIRE(all.units.size() == 5);
    CHECK(all.roots == std::vector<std::size_t>{2});
    CHECK(all.units[0].tree.parentIndex == 3U);
    const auto sums = rollUp(all, "2018-11-06");
    CHECK(sums[2].units == 4);
    CHECK(sums[2].strength == 127);
    CHECK_FALSE(orphansOf(all));
}

TEST_CASE("a row that two tables have is there once, rows that one table has twice stay two") {
    const std::vector<OrbatPtr> orbats{
        table({unit("a", "", "", "2018-01-01"), unit("a", "", "", "2018-01-01"), unit("")}),
        table({unit("a", "", "", "2018-01-01"), unit("a", "", "", "2019-01-01"), unit("")})};
    CHECK(joined(orbats, "all").units.size() == 5);
    CHECK(joined(orbats, "all").warnings.size() == 2);  // each table's own
}

TEST_CASE("a parent of its own table is nearer than one of the same id elsewhere") {
    const std::vector<OrbatPtr> orbats{table({unit("hq", "", "", "2018-01-01"), unit("a", "far")}),
                                       table({unit("hq"), unit("b", "hq"), unit("far", "hq")})};
    const Orbat all = joined(orbats, "all");
    REQUIRE(all.units.size() == 5);
    CHECK(all.units[3].tree.parentIndex == 2U);
    CHECK(all.units[1].tree.parentIndex == 4U);
}

TEST_CASE("units whose parent no table has are named and counted") {
    const auto units = table({unit("a", "x"), unit("b", "y"), unit("c", "a"), unit("self", "self")});
    const auto warning = orphansOf(*units);
    REQUIRE(warning);
    CHECK(warning->text ==
          "Units of \"t\" whose parent is not there and that stand at the top: 2 (first: \"a\" under \"x\").");
    CHECK(warning->count == 2);
    const std::vector<OrbatPtr> others{table({unit("x")})};
    CHECK(orphansOf(*units, others)->count == 1);
    CHECK_FALSE(orphansOf(*table({unit("a"), unit("b", "a")})));
}
