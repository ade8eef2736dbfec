// SPDX-License-Identifier: Apache-2.0
#pragma once
// The legend: the layers in sight, the classes of units and the marks of changes, in as many columns as fit on one
// plate. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addLegend(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
