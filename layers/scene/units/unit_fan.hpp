// SPDX-License-Identifier: Apache-2.0
#pragma once
// What depends on the picture and not on the map: symbols move out of the way of plates, and an open stack fans out
// into free space. Pure functions of the marks. Main thread.

#include <span>
#include <vector>

#include "layers/model/stage.hpp"
#include "layers/scene/units/unit_mark.hpp"
#include "layers/scene/units/unit_roster.hpp"

namespace layers {

UnitMark markOf(const RosterUnit& unit, ScreenPoint nominalOffset, const Stage& stage);
// Pixels; its position stays where it is.
void moveSymbol(UnitMark& mark, ScreenPoint by);

// A mark under a plate moves to the plate's edge and gets a leader. Where there is no space the nearest mark counts it.
void clearOfPlates(std::vector<UnitMark>& marks, const std::vector<ScreenRect>& plates, const Stage& stage);

// The stack of Stage.openStack, or of the unit under the mouse, becomes marks of their own.
// All of its marks are `fanned` then.
void fanOut(std::vector<UnitMark>& marks, const std::vector<RosterUnit>& roster, const std::vector<ScreenRect>& plates,
            const Stage& stage);

// On the way from the fanned stack's own symbol to one that came out of it.
bool isInFan(std::span<const UnitMark> marks, ScreenPoint at);

}  // namespace layers
