// SPDX-License-Identifier: Apache-2.0
#pragma once
// Samples for the legend, drawn as on the map. Internal to the legend; pure, any thread.

#include <vector>

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

// In the middle of the box, of one size whatever the box's height.
void addLayerSwatch(std::vector<DrawItem>& items, const Stage& stage, const LayerSpec& layer, const ScreenRect& box);
void addGridSwatch(std::vector<DrawItem>& items, const Stage& stage, const ScreenRect& box);
void addChangeSwatch(std::vector<DrawItem>& items, const Stage& stage, ChangeKind kind, const ScreenRect& box);
// The symbol itself; a plain frame until milsymbol has drawn it.
void addUnitSwatch(std::vector<DrawItem>& items, const Stage& stage, const UnitClass& units, const ScreenRect& box);
double symbolHeightPx(const UnitClass& units, const Stage& stage);

}  // namespace layers
