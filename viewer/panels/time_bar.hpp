// SPDX-License-Identifier: Apache-2.0
#pragma once
// The time bar at the bottom: the date, a slider over the span of the data with events as ticks, steps and play. Main
// thread.

#include <string>

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

struct TimeBarState {
    std::string typed;  // in the date field
    std::string date;   // of the stage, as the field was last filled with it
};

// `footY`: where it ends. Returns how high it is.
float drawTimeBar(TimeBarState& state, const PanelInput& input, Ui& ui, float footY);

}  // namespace viewer
