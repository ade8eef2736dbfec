#pragma once
// The step "marginalia": what frames the map. Grid with its labels, and the plates: title, scale bar, north, sources and
// disclaimer, legend, order of battle, locator. All of it is part of the picture; no plate lies on another. The result
// depends on the input alone. Main thread.

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

PlacedMarginalia layOutMarginalia(const MarginaliaInput& input);

}  // namespace layers
