// SPDX-License-Identifier: Apache-2.0
#pragma once
// The plate with the ORBAT table: the order of battle of the units on the map. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addOrbatTable(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
