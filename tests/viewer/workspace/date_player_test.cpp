// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/date_player.hpp"

#include <doctest/doctest.h>

#include "viewer/workspace/time_table.hpp"

using namespace viewer;

namespace {

const std::vector<std::string> kDays{"2018-01-01", "2018-10-31", "2018-11-06"};

}  // namespace

TEST_CASE("a player runs day by day and stops at the last one") {
    DatePlayer player{.playing = false, .daysPerS = 10, .partOfDay = 0};
    CHECK_FALSE(player.after(1, "2018-10-30", kDays));
    CHECK(player.start("2018-10-30", kDays) == "2018-10-30");
    CHECK_FALSE(player.after(0.05, "2018-10-30", kDays));
    CHECK(player.after(0.05, "2018-10-30", kDays) == "2018-10-31");
    CHECK(player.after(0.5, "2018-10-31", kDays) == "2018-11-05");
    CHECK(player.after(0.5, "2018-11-05", kDays) == "2018-11-06");
    CHECK_FALSE(player.playing);
}

TEST_CASE("a player begins anew at the end and needs days to run over") {
    DatePlayer player;
    CHECK(player.start("2018-11-06", kDays) == "2018-01-01");
    CHECK(player.start("2020-01-01", kDays) == "2018-01-01");
    CHECK(player.start("2018-11-06", {}) == "2018-11-06");
    CHECK_FALSE(player.playing);
}

TEST_CASE("a step goes to the next day of change") {
    CHECK(nextDay(kDays, "2018-01-01") == "2018-10-31");
    CHECK(nextDay(kDays, "2018-02-01") == "2018-10-31");
    CHECK_FALSE(nextDay(kDays, "2018-11-06"));
    CHECK(previousDay(kDays, "2018-10-31") == "2018-01-01");
    CHECK(previousDay(kDays, "2018-11-01") == "2018-10-31");
    CHECK_FALSE(previousDay(kDays, "2018-01-01"));
}

TEST_CASE("an area's events are read under an id that no layer can have") {
    layers::Document document;
    document.crs = "EPSG:32636";
    CHECK(timelineDocument(document).layers.empty());
    document.timeline = "/a/timeline.csv";
    const layers::Document asked = timelineDocument(document);
    REQUIRE(asked.layers.size() == 1);
    CHECK(asked.layers[0].source == "/a/timeline.csv");
    CHECK(asked.layers[0].id == "@timeline");
    CHECK(asked.crs == "EPSG:32636");
}

TEST_CASE("the days on which layers come and go are days of change") {
    layers::Document document;
    document.layers.resize(2);
    document.layers[0].validTo = document.layers[1].validFrom = "2006-01-05";
    document.layers[1].validTo = "2008-10-04";
    TimeTable table;
    table.follow({}, {}, document);
    CHECK(table.days() == std::vector<std::string>{"2006-01-05", "2008-10-04"});
    table.follow({}, {}, layers::Document{});
    CHECK(table.days().empty());
}
