// SPDX-License-Identifier: Apache-2.0
#pragma once
// The card of the selected unit, at the right: its symbol, all that its table says, and links to its higher and
// subordinate units. Main thread.

#include "viewer/panels/kit/symbol_textures.hpp"
#include "viewer/panels/kit/ui.hpp"

namespace viewer {

struct UnitCardState {
    float contentHeightPx = 0;  // as last laid out
};

// Rings, and circles of uncertainty, where the selected unit and the one under the cursor are, if the map has no
// symbols of them.
void drawPlaces(const PanelInput& input, const Ui& ui);

// `footY`: it ends above that.
void drawUnitCard(UnitCardState& state, SymbolTextures& symbols, const PanelInput& input, Ui& ui, float footY);

}  // namespace viewer
