// SPDX-License-Identifier: Apache-2.0
#pragma once
// Plays time: which date the stage shows at a moment while it plays. A value; any thread.

#include <optional>
#include <string>
#include <vector>

namespace viewer {

struct DatePlayer {
    bool playing = false;
    double daysPerS = 30;
    double partOfDay = 0;  // what was played since the date began

    // Plays from this date on, or from the first of `days` where it lies at their end; the date to show.
    std::string start(const std::string& date, const std::vector<std::string>& days);
    // The date after so many seconds, where it is another one; stops at the last of `days`.
    std::optional<std::string> after(double seconds, const std::string& date, const std::vector<std::string>& days);
};

}  // namespace viewer
