// SPDX-License-Identifier: Apache-2.0
#pragma once
// The plate with true, grid and magnetic north and the angles between them. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addNorth(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
