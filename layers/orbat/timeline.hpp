// SPDX-License-Identifier: Apache-2.0
#pragma once
// Events in time, from a table's attributes alone, and the days on which something changes. Pure; any thread.

#include <span>
#include <string>
#include <vector>

#include "layers/orbat/orbat.hpp"

namespace layers {

struct TimelineEvent {
    std::string date, text, category, place, unit;  // date: YYYY-MM-DD
};

struct Timeline {
    std::vector<TimelineEvent> events;       // by date
    std::vector<geodata::Warning> warnings;  // rows without a date: counted, first named
};

// Columns by their names in any case: date, event, category, place, unit_id. Dates are read in every
// spelling that has one reading.
Timeline readTimeline(const geodata::Store& store);

// Days on which an event happens or a unit arrives or leaves; ascending, each once.
std::vector<std::string> changeDays(std::span<const Orbat* const> orbats, std::span<const TimelineEvent> events);

}  // namespace layers
