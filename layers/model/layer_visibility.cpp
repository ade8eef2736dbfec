// SPDX-License-Identifier: Apache-2.0
#include "layers/model/layer_visibility.hpp"

namespace layers {

bool isDrawn(const LayerSpec& layer, const Stage& stage) {
    const double n = stage.scale();
    if (!stage.date.empty() &&
        (stage.date < layer.validFrom || (!layer.validTo.empty() && stage.date >= layer.validTo)))
        return false;
    return layer.visible && layer.opacity > 0 && (layer.minScale == 0 || n >= layer.minScale) &&
           (layer.maxScale == 0 || n <= layer.maxScale);
}

}  // namespace layers
