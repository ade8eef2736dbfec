// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decides whether a layer is shown, by its switch, its scale range and its dates. Pure; any thread.

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"

namespace layers {

// Drawn at the stage's scale on its date: visible, within the layer's scale range and time.
bool isDrawn(const LayerSpec& layer, const Stage& stage);

}  // namespace layers
