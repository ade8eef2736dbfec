// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/date_player.hpp"

#include <cmath>

#include "layers/model/date.hpp"

namespace viewer {

std::string DatePlayer::start(const std::string& date, const std::vector<std::string>& days) {
    playing = !days.empty();
    partOfDay = 0;
    return playing && date >= days.back() ? days.front() : date;
}

std::optional<std::string> DatePlayer::after(double seconds, const std::string& date,
                                             const std::vector<std::string>& days) {
    const auto now = layers::dayNumber(date), last = days.empty() ? std::nullopt : layers::dayNumber(days.back());
    playing = playing && now && last;
    if (!playing) return {};
    partOfDay += seconds * daysPerS;
    const long whole = static_cast<long>(std::floor(partOfDay));
    partOfDay -= static_cast<double>(whole);
    if (*now + whole < *last) return whole == 0 ? std::nullopt : layers::dateOfDay(*now + whole);
    playing = false;
    return days.back();
}

}  // namespace viewer
