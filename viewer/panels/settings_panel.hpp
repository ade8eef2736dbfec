// SPDX-License-Identifier: Apache-2.0
#pragma once
// The settings of what is written and drawn on the map: symbol labels and colours, language of the names, size of
// text. Main thread.

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

void drawSettingsPanel(const PanelInput& input, Ui& ui);

}  // namespace viewer
