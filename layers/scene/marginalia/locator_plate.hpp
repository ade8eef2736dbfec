// SPDX-License-Identifier: Apache-2.0
#pragma once
// The plate with the locator map. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addLocator(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
