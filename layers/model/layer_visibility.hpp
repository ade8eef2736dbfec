#pragma once
// Whether a layer is shown: its own switch, its scale range and its time. Pure; any thread.

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"

namespace layers {

// Drawn at the stage's scale on its date: visible, within the layer's scale range and time.
bool isDrawn(const LayerSpec& layer, const Stage& stage);

}  // namespace layers
