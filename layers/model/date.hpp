#pragma once
// Days as the files write them: YYYY-MM-DD. Two such texts compare as their days do. Any thread.

#include <string>
#include <string_view>

namespace layers {

// A date of that form that the calendar has.
bool isDate(std::string_view text);

// "6 November 2018"; the text itself where it is no date.
std::string longDate(std::string_view text);

}  // namespace layers
