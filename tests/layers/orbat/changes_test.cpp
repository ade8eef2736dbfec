// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/changes.hpp"

#include <doctest/doctest.h>

using namespace layers;

namespace {

Unit unit(std::string id, std::string from, std::string to, double x = 0) {
    Unit made;
    made.id = std::move(id);
    made.name = "unit " + made.id;
    made.validFrom = std::move(from);
    made.validTo = std::move(to);
    made.position = geodata::MapPoint{x, 0};
    return made;
}

// The Indian battalion stays, a company arrives on 31 October, a battalion rotates out, a post moves.
Orbat october() {
    return linkUnits({unit("indbatt", "2018-01-01", ""), unit("kazcoy", "2018-10-31", "2019-05-01"),
                      unit("finbatt", "2018-05-01", "2018-11-01"), unit("post", "2018-01-01", "2018-10-15", 0),
                      unit("post", "2018-10-15", "", 5000)},
                     "units");
}

}  // namespace

TEST_CASE("between two days units arrive, leave and move") {
    const Orbat orbat = october();
    const auto changes = changesBetween(orbat, "2018-10-01", "2018-11-06");
    REQUIRE(changes.size() == 3);
    CHECK(changes[0] == UnitChange{ChangeKind::arrived, 1, 1});
    CHECK(changes[1] == UnitChange{ChangeKind::left, 2, 2});
    CHECK(changes[2] == UnitChange{ChangeKind::moved, 4, 3});
    CHECK(changesBetween(orbat, "2018-11-06", "2018-10-01") == changes);
}

TEST_CASE("a day's arrivals are there on that day, its departures are not") {
    const Orbat orbat = october();
    CHECK(changesBetween(orbat, "2018-10-30", "2018-10-31") == std::vector<UnitChange>{{ChangeKind::arrived, 1, 1}});
    CHECK(changesBetween(orbat, "2018-10-31", "2018-11-01") == std::vector<UnitChange>{{ChangeKind::left, 2, 2}});
    CHECK(changesBetween(orbat, "2018-10-31", "2018-10-31").empty());
}

TEST_CASE("a rotation at one place is no change, losing the position is") {
    const Orbat rotated =
        linkUnits({unit("batt", "2018-01-01", "2018-06-01"), unit("batt", "2018-06-01", "")}, "units");
    CHECK(changesBetween(rotated, "2018-01-02", "2018-07-01").empty());
    std::vector<Unit> rows{unit("batt", "2018-01-01", "2018-06-01"), unit("batt", "2018-06-01", "")};
    rows[1].position.reset();
    CHECK(changesBetween(linkUnits(rows, "units"), "2018-01-02", "2018-07-01") ==
          std::vector<UnitChange>{{ChangeKind::moved, 1, 0}});
}

TEST_CASE("units without ids are told apart by their rows") {
    const Orbat orbat = linkUnits({unit("", "2018-01-01", "2018-06-01"), unit("", "2018-06-01", "")}, "units");
    CHECK(changesBetween(orbat, "2018-01-02", "2018-07-01").size() == 2);
}

TEST_CASE("a unit that takes over another's place is one change, over several rotations too") {
    std::vector<Unit> rows{unit("first", "2018-10-31", "2019-05-15"), unit("second", "2019-05-15", "2019-11-27"),
                           unit("third", "2019-11-27", "")};
    rows[1].relieves = "first";
    rows[2].relieves = "second";
    const Orbat orbat = linkUnits(rows, "units");
    CHECK(changesBetween(orbat, "2019-01-01", "2019-06-01") == std::vector<UnitChange>{{ChangeKind::relieved, 1, 0}});
    CHECK(changesBetween(orbat, "2019-01-01", "2020-01-01") == std::vector<UnitChange>{{ChangeKind::relieved, 2, 0}});
    CHECK(changesBetween(orbat, "2018-01-01", "2019-06-01") == std::vector<UnitChange>{{ChangeKind::arrived, 1, 1}});
}

TEST_CASE("a unit that is still there, or was relieved already, is not relieved") {
    std::vector<Unit> rows{unit("first", "2018-10-31", "2019-07-01"), unit("second", "2019-05-15", ""),
                           unit("other", "2019-05-15", "")};
    rows[1].relieves = "first";
    rows[2].relieves = "first";
    const Orbat orbat = linkUnits(rows, "units");
    CHECK(changesBetween(orbat, "2019-01-01", "2019-06-01") ==
          std::vector<UnitChange>{{ChangeKind::arrived, 1, 1}, {ChangeKind::arrived, 2, 2}});
    CHECK(changesBetween(orbat, "2019-01-01", "2019-08-01") ==
          std::vector<UnitChange>{{ChangeKind::relieved, 1, 0}, {ChangeKind::arrived, 2, 2}});
}

TEST_CASE("units that relieve each other in a ring end the search") {
    std::vector<Unit> rows{unit("a", "2018-01-01", "2018-02-01"), unit("b", "2018-02-01", "2018-03-01"),
                           unit("c", "2018-05-01", "")};
    rows[0].relieves = "b";
    rows[1].relieves = "a";
    rows[2].relieves = "b";
    CHECK(changesBetween(linkUnits(rows, "units"), "2018-04-01", "2018-06-01") ==
          std::vector<UnitChange>{{ChangeKind::arrived, 2, 2}});
}
