#pragma once
// What texts better not cover: markers and thick lines of the layers that are drawn, as rectangles. Part of the step "label".

#include "layers/scene/labels/label_input.hpp"

namespace layers {

struct LabelObstacles {
    std::vector<ScreenRect> markers, thickLines;
};

// In the pixels of `nominalView`, at factor 1. A layer that has too many to be kept clear of gives none.
LabelObstacles obstaclesOf(const LabelInput& input, const MapView& nominalView);

}  // namespace layers
