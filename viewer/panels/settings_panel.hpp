#pragma once
// Settings of what is written and drawn on the map: amplifiers and colours of the symbols, language of the names, size of
// text. Main thread.

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

void drawSettingsPanel(const PanelInput& input, Ui& ui);

}  // namespace viewer
