// SPDX-License-Identifier: Apache-2.0
#include "layers/model/date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace layers {
namespace {

// Digits only: a sign would compare wrongly as text.
std::optional<unsigned> numberOf(std::string_view digits) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return number;
}

std::optional<std::chrono::year_month_day> read(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto year = numberOf(text.substr(0, 4)), month = numberOf(text.substr(5, 2)),
               day = numberOf(text.substr(8, 2));
    if (!year || !month || !day) return {};
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                           std::chrono::day(*day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

bool isDate(std::string_view text) { return read(text).has_value(); }

std::optional<long> dayNumber(std::string_view date) {
    const auto known = read(date);
    if (!known) return {};
    return std::chrono::sys_days(*known).time_since_epoch().count();
}

std::optional<std::string> dateOfDay(long day) {
    constexpr long kFirst = -719'162, kLast = 2'932'896;  // 0001-01-01 and 9999-12-31
    if (day < kFirst || day > kLast) return {};
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::optional<double> decimalYear(std::string_view date) {
    const auto known = read(date);
    if (!known) return {};
    const auto firstDay = [](std::chrono::year year) {
        return std::chrono::sys_days(year / std::chrono::January / 1).time_since_epoch().count();
    };
    const auto first = firstDay(known->year()), next = firstDay(known->year() + std::chrono::years(1));
    const auto day = std::chrono::sys_days(*known).time_since_epoch().count();
    return static_cast<int>(known->year()) + static_cast<double>(day - first) / static_cast<double>(next - first);
}

std::string dayGroup(std::string_view date) {
    constexpr std::string_view kMonths = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    const auto known = read(date);
    if (!known) return std::string(date);
    const std::size_t month = static_cast<unsigned>(known->month()) - 1;
    return std::string(date.substr(8, 2)) + " " + std::string(kMonths.substr(month * 3, 3)) + " " +
           std::string(date.substr(2, 2));
}

}  // namespace layers
