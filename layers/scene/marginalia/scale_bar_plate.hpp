#pragma once
// The scale bar's plate. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

void addScaleBar(PlacedMarginalia& out, const MarginaliaInput& input);

}  // namespace layers
