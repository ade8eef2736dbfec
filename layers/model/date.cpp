#include "layers/model/date.hpp"

#include <charconv>
#include <chrono>
#include <optional>

namespace layers {
namespace {

// Digits only: a sign would compare wrongly as text.
std::optional<unsigned> numberOf(std::string_view digits) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return number;
}

}  // namespace

bool isDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto year = numberOf(text.substr(0, 4)), month = numberOf(text.substr(5, 2)), day = numberOf(text.substr(8, 2));
    if (!year || !month || !day) return false;
    return std::chrono::year_month_day{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                       std::chrono::day(*day)}.ok();
}

std::string longDate(std::string_view text) {
    constexpr const char* kMonths[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    if (!isDate(text)) return std::string(text);
    return std::to_string(*numberOf(text.substr(8, 2))) + " " + kMonths[*numberOf(text.substr(5, 2)) - 1] + " " + std::to_string(*numberOf(text.substr(0, 4)));
}

}  // namespace layers
