// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/timeline.hpp"

#include <doctest/doctest.h>

using namespace layers;

namespace {

std::shared_ptr<const geodata::Store> storeOf(const geodata::FeatureSet& features) {
    geodata::StoreInfo info;
    info.layerName = "timeline";
    info.mapCrs = "EPSG:32636";
    info.columns = features.columns;
    auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, features));
    auto store = geodata::Store::open({*bytes, bytes});
    REQUIRE_MESSAGE(store, store.error().text);
    return *store;
}

}  // namespace

TEST_CASE("events come by date, and those without one are counted and the first named") {
    const Timeline timeline = readTimeline(*storeOf({{{"Date"}, {"EVENT"}, {"place"}},
                                                     {{1, {}, {"2018/10/31 00:00:00", "Second", "Khiam"}},
                                                      {2, {}, {"1978-03-23", "First", ""}},
                                                      {3, {}, {"autumn", "Never", ""}}}}));
    REQUIRE(timeline.events.size() == 2);
    CHECK(timeline.events[0].text == "First");
    CHECK(timeline.events[1].date == "2018-10-31");
    CHECK(timeline.events[1].place == "Khiam");
    REQUIRE(timeline.warnings.size() == 1);
    CHECK(timeline.warnings[0].text ==
          "Events of \"timeline\" without a date that is understood, left out: 1 (first: \"Never\"). Write it as "
          "YYYY-MM-DD.");
}

TEST_CASE("events are dated as people write days, and a day with two readings is left out and named") {
    const Timeline timeline = readTimeline(*storeOf({{{"date"}, {"event"}},
                                                     {{1, {}, {"6 Nov 2018", "Named"}},
                                                      {2, {}, {"05.11.2018", "Points"}},
                                                      {3, {}, {"041200ZNOV18", "Group"}},
                                                      {4, {}, {"06/11/2018", "Either"}}}}));
    REQUIRE(timeline.events.size() == 3);
    CHECK(timeline.events[0].date == "2018-11-04");
    CHECK(timeline.events[1].date == "2018-11-05");
    CHECK(timeline.events[2].date == "2018-11-06");
    CHECK(timeline.events[2].text == "Named");
    REQUIRE(timeline.warnings.size() == 1);
    CHECK(timeline.warnings[0].count == 1);
}

TEST_CASE("days of change are those of events and of units that come and go") {
    Unit unit;
    unit.id = "kaz";
    unit.validFrom = "2018-10-31";
    unit.validTo = "2019-05-01";
    const Orbat orbat = linkUnits({unit, Unit{}}, "t");
    const Orbat* orbats[] = {&orbat};
    const TimelineEvent events[] = {{"2018-11-06", "", "", "", ""}, {"2018-10-31", "", "", "", ""}};
    CHECK(changeDays(orbats, events) == std::vector<std::string>{"2018-10-31", "2018-11-06", "2019-05-01"});
    CHECK(changeDays({}, {}).empty());
}

TEST_CASE("events of one day stay in the table's order") {
    const Timeline timeline = readTimeline(
        *storeOf({{{"date"}, {"event"}},
                  {{1, {}, {"2018-11-06", "b"}}, {2, {}, {"2018-11-05", "a"}}, {3, {}, {"2018-11-06", "a"}}}}));
    REQUIRE(timeline.events.size() == 3);
    CHECK(timeline.events[0].text == "a");
    CHECK(timeline.events[1].text == "b");
    CHECK(timeline.events[2].text == "a");
    CHECK(timeline.warnings.empty());
}

TEST_CASE("each column reaches its value, and others are left out") {
    const Timeline timeline =
        readTimeline(*storeOf({{{"Unit_ID"}, {"Category"}, {"remark"}, {"PLACE"}, {"event"}, {"date"}},
                               {{1, {}, {"kazcoy", "rotation", "x", "Naqoura", "Arrives", "2018-10-31"}}}}));
    REQUIRE(timeline.events.size() == 1);
    const TimelineEvent& event = timeline.events[0];
    CHECK(event.unit == "kazcoy");
    CHECK(event.category == "rotation");
    CHECK(event.place == "Naqoura");
    CHECK(event.text == "Arrives");
    CHECK(event.date == "2018-10-31");
}

TEST_CASE("a table without dates has no events and one warning that counts them all") {
    const Timeline timeline = readTimeline(*storeOf({{{"event"}}, {{1, {}, {"First"}}, {2, {}, {"Second"}}}}));
    CHECK(timeline.events.empty());
    REQUIRE(timeline.warnings.size() == 1);
    CHECK(timeline.warnings[0].count == 2);
    CHECK(timeline.warnings[0].text.ends_with("left out: 2 (first: \"First\"). Write it as YYYY-MM-DD."));
}
