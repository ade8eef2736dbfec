// SPDX-License-Identifier: Apache-2.0
#pragma once
// The keyboard focus of a panel's list: whether the list has the keys, which row they are on, and that this row is
// visible. Main thread.

#include <span>

#include "viewer/panels/kit/ui.hpp"

namespace viewer {

// To be asked in the panel's own window, in every frame: the keys that came for its list.
std::span<const ListKey> keysFor(Ui& ui, const char* panel);
// Keys stand in this panel's list.
bool hasKeys(const Ui& ui, const char* panel);
// A rim around the row where they stand.
void drawKeyRim(const Ui& ui, ImVec2 leftTop, ImVec2 size);
// Scrolls the current window as little as needed; from its content's top.
void keepInSight(float topPx, float heightPx);

}  // namespace viewer
