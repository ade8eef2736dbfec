// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/time_table.hpp"

#include <doctest/doctest.h>

#include "geodata/store/store.hpp"

using namespace viewer;

namespace {

using Days = std::vector<std::string>;

layers::Unit unit(std::string id, std::string from, std::string to) {
    layers::Unit u;
    u.id = std::move(id);
    u.validFrom = std::move(from);
    u.validTo = std::move(to);
    return u;
}

std::vector<LoadedOrbat> units() {
    const auto orbat = std::make_shared<const layers::Orbat>(
        layers::linkUnits({unit("a", "2018-10-31", ""), unit("b", "2018-01-01", "2018-10-31")}, "t"));
    return {{"units", "Units", orbat, false, {orbat}}};
}

layers::Document timedLayer(std::string from, std::string to) {
    layers::Document document;
    document.layers.emplace_back();
    document.layers[0].id = "line";
    document.layers[0].validFrom = std::move(from);
    document.layers[0].validTo = std::move(to);
    return document;
}

layers::Contents events(const std::vector<std::pair<std::string, std::string>>& rows) {
    geodata::StoreInfo info{.layerName = "timeline",
                            .driver = "CSV",
                            .sourceCrs = "EPSG:4326",
                            .mapCrs = "EPSG:4326",
                            .preview = false,
                            .extent = {},
                            .columns = {{"date", geodata::ColumnType::text}, {"event", geodata::ColumnType::text}},
                            .warnings = {}};
    geodata::FeatureSet set;
    set.columns = info.columns;
    for (const auto& [date, text] : rows) {
        set.features.emplace_back();
        set.features.back().values = {date, text};
    }
    const auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, set));
    auto store = geodata::Store::open({*bytes, bytes});
    REQUIRE_MESSAGE(store, store.error().text);
    layers::Contents contents;
    contents[kTimelineSource].stores = {*store};
    return contents;
}

}  // namespace

TEST_CASE("an area without events asks for nothing, one with events for a table") {
    layers::Document document;
    document.crs = "EPSG:32636";
    CHECK(timelineDocument(document).layers.empty());
    document.timeline = "/area/timeline.csv";
    const layers::Document asked = timelineDocument(document);
    REQUIRE(asked.layers.size() == 1);
    CHECK(asked.layers[0].source == "/area/timeline.csv");
    CHECK(asked.layers[0].id == kTimelineSource);
    CHECK(asked.crs == "EPSG:32636");
}

TEST_CASE("days of change are those of units, events and layers, each once and rising") {
    TimeTable table;
    table.follow(units(), events({{"2019-03-01", "left"}, {"2018-10-31", "came"}}),
                 timedLayer("2017-05-05", "2018-10-31"));
    CHECK(table.days() == Days{"2017-05-05", "2018-01-01", "2018-10-31", "2019-03-01"});
    REQUIRE(table.events().size() == 2);
    CHECK(table.events()[0].text == "came");
}

TEST_CASE("the table follows what changes") {
    TimeTable table;
    table.follow({}, {}, {});
    CHECK(table.days().empty());
    table.follow(units(), {}, {});
    CHECK(table.days() == Days{"2018-01-01", "2018-10-31"});
    table.follow(units(), events({{"2020-01-01", "x"}}), {});
    CHECK(table.days().back() == "2020-01-01");
    table.follow(units(), {}, timedLayer("2021-01-01", ""));
    CHECK(table.events().empty());
    CHECK(table.days() == Days{"2018-01-01", "2018-10-31", "2021-01-01"});
}

TEST_CASE("the next and the previous day of change lie strictly after and before") {
    const Days days{"2018-01-01", "2018-10-31", "2019-01-01"};
    CHECK(nextDay(days, "2018-01-01") == "2018-10-31");
    CHECK(nextDay(days, "2018-05-05") == "2018-10-31");
    CHECK(nextDay(days, "1900-01-01") == "2018-01-01");
    CHECK_FALSE(nextDay(days, "2019-01-01"));
    CHECK(previousDay(days, "2019-01-01") == "2018-10-31");
    CHECK(previousDay(days, "2018-10-31") == "2018-01-01");
    CHECK(previousDay(days, "2100-01-01") == "2019-01-01");
    CHECK_FALSE(previousDay(days, "2018-01-01"));
    CHECK_FALSE(nextDay({}, "2018-01-01"));
    CHECK_FALSE(previousDay({}, "2018-01-01"));
}
