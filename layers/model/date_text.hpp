// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads days as people, spreadsheets and programs write them. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>

namespace layers {

// The day as YYYY-MM-DD, where the text has exactly one reading: 2018-11-6, 2018/11/06 12:00, 2018-11-06T12:00:00Z,
// 20181106, 06.11.2018, 6 Nov 2018, NOV 6, 2018, 061200ZNOV18, 13/11/2018. The day is the one that is written: no time
// zone moves it. Months may be named in English, French, German, Russian or Spanish. None for what is no date and for
// what has two readings, such as 06/11/2018.
std::optional<std::string> parseDate(std::string_view text);

// The same, and the day numbers of spreadsheets (43410 is 2018-11-06), for a column that is known to hold dates.
std::optional<std::string> parseDateOfTable(std::string_view text);

// A date that is the day before the month or the month before the day: 06/11/2018.
bool isAmbiguousDate(std::string_view text);

}  // namespace layers
