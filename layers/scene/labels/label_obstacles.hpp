// SPDX-License-Identifier: Apache-2.0
#pragma once
// What texts should avoid covering: markers and thick lines of the drawn layers, as rectangles. Part of the step
// "label"; any thread.

#include "layers/scene/labels/label_input.hpp"

namespace layers {

struct LabelObstacles {
    std::vector<ScreenRect> markers, thickLines;
};

// In the pixels of `nominalView`, at factor 1. A layer that has too many to be kept clear of gives none.
LabelObstacles obstaclesOf(const LabelInput& input, const MapView& nominalView);

}  // namespace layers
