// SPDX-License-Identifier: Apache-2.0
#pragma once
// Days as the files write them: YYYY-MM-DD. Such texts sort as their days do. Any thread.

#include <optional>
#include <string>
#include <string_view>

namespace layers {

// A date of that form that the calendar has.
bool isDate(std::string_view text);

// Days since 1970-01-01, and back; none where the text is no date or the day has no such text (years 1 to 9999).
std::optional<long> dayNumber(std::string_view date);
std::optional<std::string> dateOfDay(long day);

// The day as a year with its fraction: 2018.85 for 2018-11-06.
std::optional<double> decimalYear(std::string_view date);

// "06 NOV 18", the date part of a date-time group; the text itself where it is no date.
std::string dayGroup(std::string_view date);

}  // namespace layers
