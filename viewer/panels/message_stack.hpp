// SPDX-License-Identifier: Apache-2.0
#pragma once
// Messages at the bottom of the window, the newest lowest. A click dismisses one. Main thread.

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

// `footPx`: how much room at the foot is taken.
void drawMessages(const PanelInput& input, Ui& ui, float footPx);

}  // namespace viewer
