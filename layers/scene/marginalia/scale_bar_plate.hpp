// SPDX-License-Identifier: Apache-2.0
#pragma once
// The plate with the scale bar and the scale number. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addScaleBar(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
