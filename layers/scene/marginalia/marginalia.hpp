// SPDX-License-Identifier: Apache-2.0
#pragma once
// The marginalia: the grid with its labels, and the plates for title, scale bar, north, sources and disclaimer,
// legend, ORBAT table and locator. They are part of the picture, and the layout keeps plates from overlapping. The
// output depends on the input alone; grid lines are remembered between calls. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

PlacedMarginalia layOutMarginalia(const MarginaliaInput& input);

}  // namespace layers
