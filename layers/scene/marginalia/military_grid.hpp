// SPDX-License-Identifier: Apache-2.0
#pragma once
// The MGRS or UTM grid: lines of 1, 10 or 100 km with their labels at the picture's edges, zone borders, and the names
// of squares or zones. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addMilitaryGrid(PlacedMarginalia& out, const MarginaliaInput& input);
geodata::GridRequest militaryGridRequest(const Stage& stage);

}  // namespace layers
