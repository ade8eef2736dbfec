#pragma once
// The card of the unit that was clicked, at the right. Main thread.

#include "viewer/panels/ui.hpp"

namespace viewer {

struct UnitCardState {
    float contentHeightPx = 0;  // as last laid out
};

void drawUnitCard(UnitCardState& state, const layers::UnitMark& mark, Ui& ui);

}  // namespace viewer
