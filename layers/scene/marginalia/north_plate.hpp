#pragma once
// The plate of grid, true and magnetic north with the angles between them. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addNorth(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
