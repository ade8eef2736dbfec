// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "layers/model/date_text.hpp"

namespace layers {
namespace {

constexpr std::array<std::pair<std::string_view, std::string TimelineEvent::*>, 5> kColumns{
    {{"date", &TimelineEvent::date},
     {"event", &TimelineEvent::text},
     {"category", &TimelineEvent::category},
     {"place", &TimelineEvent::place},
     {"unit_id", &TimelineEvent::unit}}};

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

TimelineEvent eventOf(const geodata::FeatureRef& feature, const std::vector<geodata::Column>& columns) {
    TimelineEvent event;
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (const auto& [name, member] : kColumns)
            if (lowered(columns[i].name) == name) event.*member = feature.value(i);
    event.date = parseDateOfTable(event.date).value_or("");
    return event;
}

}  // namespace

Timeline readTimeline(const geodata::Store& store) {
    Timeline timeline;
    std::uint64_t undated = 0;
    std::string first;
    for (std::uint32_t i = 0; i < store.size(); ++i) {
        TimelineEvent event = eventOf(store.feature(i), store.info().columns);
        if (!event.date.empty()) timeline.events.push_back(std::move(event));
        else if (undated++ == 0) first = geodata::quoted(event.text, 60);
    }
    if (undated > 0)
        timeline.warnings.push_back(
            {fmt::format(
                 "Events of {} without a date that is understood, left out: {} (first: {}). Write it as YYYY-MM-DD.",
                 geodata::quoted(store.info().layerName), undated, first),
             undated});
    std::ranges::stable_sort(timeline.events, {}, &TimelineEvent::date);
    return timeline;
}

std::vector<std::string> changeDays(std::span<const Orbat* const> orbats, std::span<const TimelineEvent> events) {
    std::set<std::string> days;
    for (const Orbat* orbat : orbats)
        for (const Unit& unit : orbat->units)
            for (const std::string* day : {&unit.validFrom, &unit.validTo})
                if (!day->empty()) days.insert(*day);
    for (const TimelineEvent& event : events) days.insert(event.date);
    return {days.begin(), days.end()};
}

}  // namespace layers
