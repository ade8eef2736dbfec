// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/orbat_model.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

layers::Unit unit(std::string id, std::string parent, std::string from = {}, std::string to = {}) {
    layers::Unit u;
    u.id = id;
    u.name = "Unit " + id;
    u.parent = std::move(parent);
    u.validFrom = std::move(from);
    u.validTo = std::move(to);
    return u;
}

layers::Orbat small() {
    return layers::linkUnits({unit("hq", ""), unit("kaz", "ind", "2018-10-31"), unit("ind", "hq"),
                              unit("old", "hq", "", "2018-01-01"), unit("nep", "hq")},
                             "t");
}

layers::Stage on(std::string date) {
    layers::Stage stage;
    stage.date = std::move(date);
    return stage;
}

// "hq(ind(kaz)nep)" as "hq 1ind 2kaz 1nep", with marks: - greyed, ! hidden, ~ only a heading, + folded.
std::string text(const layers::Orbat& orbat, const std::vector<OrbatRow>& rows) {
    std::string all;
    for (const OrbatRow& row : rows) {
        all += std::to_string(row.depth) + orbat.units[row.unit].id;
        all += std::string(row.here ? "" : "-") + (row.hidden ? "!" : "") + (row.onlyHeads ? "~" : "") +
               (row.hasRowsBelow && !row.open ? "+" : "") + " ";
    }
    return all;
}

std::string rowsOf(const layers::Stage& stage, const OrbatRequest& wish = {}) {
    const layers::Orbat orbat = small();
    return text(orbat, orbatRows(orbat, stage, wish));
}

}  // namespace

TEST_CASE("the rows are the tree of what the date has") {
    CHECK(rowsOf(on("2018-11-06")) == "0hq 1ind 2kaz 1nep ");
    CHECK(rowsOf(on("2018-10-30")) == "0hq 1ind 1nep ");
}

TEST_CASE("others are greyed where one asks for them") {
    CHECK(rowsOf(on("2018-10-30"), {.search = {}, .alsoOthers = true, .closed = {}}) == "0hq 1ind 2kaz- 1old- 1nep ");
}

TEST_CASE("of a unit that moves only the row of the date stands there") {
    const auto orbat =
        layers::linkUnits({unit("a", "", "2018-01-01", "2018-06-01"), unit("a", "", "2018-06-01", "")}, "t");
    const auto rows = orbatRows(orbat, on("2018-11-06"), {.search = {}, .alsoOthers = true, .closed = {}});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].unit == 1);
    CHECK(unitOn(orbat, "a", "2018-02-01") == 0U);
    CHECK(unitOn(orbat, "a", "2018-11-06") == 1U);
    CHECK(unitOn(orbat, "a", "2017-01-01") == 0U);
    CHECK_FALSE(unitOn(orbat, "b", "2018-02-01"));
}

TEST_CASE("a folded unit hides its branch, and a search opens it") {
    const OrbatRequest folded{.search = {}, .alsoOthers = false, .closed = {"ind"}};
    CHECK(rowsOf(on("2018-11-06"), folded) == "0hq 1ind+ 1nep ");
    OrbatRequest searched = folded;
    searched.search = "unit KAZ";
    CHECK(rowsOf(on("2018-11-06"), searched) == "0hq~ 1ind~ 2kaz ");
    searched.search = "nothing of the kind";
    CHECK(rowsOf(on("2018-11-06"), searched).empty());
}

TEST_CASE("filters leave out, and what is above a fitting unit stays as its heading") {
    layers::Orbat orbat = small();
    orbat.units[1].country = "KAZ";
    layers::Stage stage = on("2018-11-06");
    stage.units.country = "KAZ";
    CHECK(text(orbat, orbatRows(orbat, stage, {})) == "0hq~ 1ind~ 2kaz ");
}

TEST_CASE("a branch that is switched off stays in the list") {
    layers::Stage stage = on("2018-11-06");
    stage.units.hidden = {"ind"};
    CHECK(rowsOf(stage) == "0hq 1ind! 2kaz! 1nep ");
}

TEST_CASE("a unit whose parent the date does not have stands under it") {
    const auto orbat = layers::linkUnits({unit("gone", "", "", "2018-01-01"), unit("a", "gone")}, "t");
    CHECK(text(orbat, orbatRows(orbat, on("2018-11-06"), {})) == "0gone-~ 1a ");
}

TEST_CASE("a roll-up says how many and whether figures are missing") {
    layers::Unit own;
    own.strength = "900";
    CHECK(rollUpText({0, 0, true}).empty());
    CHECK(rollUpText({1, 0, false}) == "1 unit");
    CHECK(rollUpText({6, 960, true}) == "6 units, 960");
    CHECK(rollUpText({6, 960, false}) == "6 units, at least 960");
    CHECK(exceedsOwn({6, 960, true}, own));
    CHECK_FALSE(exceedsOwn({6, 900, true}, own));
    CHECK_FALSE(exceedsOwn({6, 900, true}, {}));
}

TEST_CASE("what is wrong with a table is a sentence, and its rows stay in the list") {
    const auto orbat = std::make_shared<const layers::Orbat>(
        layers::linkUnits({unit("a", "b"), unit("b", "a"), unit("c", "nobody"), unit("c", "")}, "units.csv"));
    const auto good = std::make_shared<const layers::Orbat>(small());
    const LoadedOrbat faulty{"units", "Units", orbat, false, {orbat}}, sound{"small", "Small", good, false, {good}};
    const std::vector<std::string> faults = faultsOf(joinedTables({sound, faulty}));
    REQUIRE(faults.size() == 3);
    CHECK(faults[0] == "Units of \"units.csv\" with an id that another unit has at the same time: 1 (first: \"c\").");
    CHECK(faults[1].find("below themselves") != std::string::npos);
    CHECK(faults[2].find("\"c\" under \"nobody\"") != std::string::npos);
    CHECK(orbatRows(*orbat, on("2018-11-06"), {}).size() == 4);
}
