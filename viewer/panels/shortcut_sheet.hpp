// SPDX-License-Identifier: Apache-2.0
#pragma once
// The sheet of all keys, from the same table that answers them, and the actions of the mouse. Main thread.

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

void drawShortcutSheet(Ui& ui);

}  // namespace viewer
