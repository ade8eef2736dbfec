// SPDX-License-Identifier: Apache-2.0
#pragma once
// The graticule's lines at round degrees, minutes or seconds, and their labels at the picture's edges. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addGraticule(PlacedMarginalia& out, const MarginaliaInput& input);
geodata::GridRequest graticuleRequest(const Stage& stage);

}  // namespace layers
