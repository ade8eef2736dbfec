#pragma once
// The sheet of all keys, from the table that also answers them, and what the mouse does. Main thread.

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

void drawShortcutSheet(Ui& ui);

}  // namespace viewer
