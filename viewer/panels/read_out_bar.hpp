// SPDX-License-Identifier: Apache-2.0
#pragma once
// The status bar at the bottom: the cursor position and the scale. Main thread.

#include <array>

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

struct ReadOutBarState {
    std::array<float, 4> widestPx{};  // per part: a bar that breathes with every digit would be unrest
    float scale = 0;                  // for which they hold
};

void drawReadOutBar(ReadOutBarState& state, const PanelInput& input, Ui& ui);

}  // namespace viewer
