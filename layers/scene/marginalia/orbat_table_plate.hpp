#pragma once
// The plate of the printed order of battle. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addOrbatTable(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
