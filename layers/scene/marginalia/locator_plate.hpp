#pragma once
// The plate of the small map that shows where the area lies. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addLocator(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
