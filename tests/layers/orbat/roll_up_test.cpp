// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/roll_up.hpp"

#include <doctest/doctest.h>

using namespace layers;

namespace {

Unit unit(std::string id, std::string parent, std::string strength, std::string from = {}, std::string to = {}) {
    Unit u;
    u.id = std::move(id);
    u.parent = std::move(parent);
    u.strength = std::move(strength);
    u.validFrom = std::move(from);
    u.validTo = std::move(to);
    return u;
}

std::optional<std::uint64_t> read(std::string text) { return strengthOf(unit("u", "", std::move(text))); }

}  // namespace

TEST_CASE("strength is the first number of what the table writes") {
    CHECK(read("850") == 850U);
    CHECK(read("~1,200 with support") == 1200U);
    CHECK(read("10 600") == 10600U);
    CHECK(read("120, later 150") == 120U);
    CHECK(read("30 1") == 30U);
    CHECK_FALSE(read(""));
    CHECK_FALSE(read("unknown"));
    CHECK_FALSE(read("99999999999999999999999"));
}

TEST_CASE("a roll-up counts the whole branch and a unit's own figure stands for what is below it") {
    const Orbat orbat = linkUnits({unit("hq", "", "1000"), unit("a", "hq", "400"), unit("a1", "a", "150"),
                                   unit("b", "hq", ""), unit("b1", "b", "70"), unit("b2", "b", "30")},
                                  "t");
    const auto sums = rollUp(orbat, "2018-11-06");
    CHECK(sums[0] == RollUp{5, 500, true});
    CHECK(sums[1] == RollUp{1, 150, true});
    CHECK(sums[3] == RollUp{2, 100, true});
    CHECK(sums[5] == RollUp{0, 0, true});
}

TEST_CASE("a roll-up says when a figure is missing below") {
    const Orbat orbat = linkUnits({unit("hq", "", ""), unit("a", "hq", "400"), unit("b", "hq", "")}, "t");
    CHECK(rollUp(orbat, "2018-11-06")[0] == RollUp{2, 400, false});
}

TEST_CASE("a roll-up counts only what is there on the date") {
    const Orbat orbat = linkUnits(
        {unit("hq", "", ""), unit("a", "hq", "120", "2018-10-31", ""), unit("b", "hq", "50", "", "2018-10-31")}, "t");
    CHECK(rollUp(orbat, "2018-10-30")[0] == RollUp{1, 50, true});
    CHECK(rollUp(orbat, "2018-10-31")[0] == RollUp{1, 120, true});
}

TEST_CASE("the order of a tree puts each unit after its parent, and a long chain does not matter") {
    std::vector<Unit> chain{unit("0", "", "1")};
    for (int i = 1; i < 50'000; ++i) chain.push_back(unit(std::to_string(i), std::to_string(i - 1), ""));
    const Orbat orbat = linkUnits(std::move(chain), "t");
    const auto order = treeOrder(orbat);
    REQUIRE(order.size() == 50'000);
    CHECK(order.back().depth == 49'999);
    CHECK(rollUp(orbat, "2018-11-06")[0].units == 49'999);
}

TEST_CASE("a unit stands below the row of its parent that the date has") {
    const Orbat orbat = linkUnits({unit("b", "", "600", "2018-01-01", "2018-11-01"),
                                   unit("b", "", "700", "2018-11-01", ""), unit("c", "b", "100", "2018-01-01", "")},
                                  "t");
    CHECK(rollUp(orbat, "2018-06-01")[0] == RollUp{1, 100, true});
    CHECK(rollUp(orbat, "2018-12-01")[0] == RollUp{0, 0, true});
    CHECK(rollUp(orbat, "2018-12-01")[1] == RollUp{1, 100, true});
    CHECK(treeOrder(orbat).size() == 3);
}

TEST_CASE("a ring that only one date has loses no unit") {
    const Orbat orbat = linkUnits({unit("a", "b", "", "2018-01-01", ""), unit("b", "", "", "2018-01-01", "2018-06-01"),
                                   unit("b", "a", "", "2018-06-01", "")},
                                  "t");
    CHECK(treeOrder(orbat, "2018-03-01").size() == 3);
    CHECK(treeOrder(orbat, "2018-12-01").size() == 3);
}
