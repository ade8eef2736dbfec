// SPDX-License-Identifier: Apache-2.0
#include "layers/model/layer_visibility.hpp"

namespace layers {

bool isDrawn(const LayerSpec& layer, const Stage& stage) {
    const double n = stage.scale();
    if (!stage.date.empty() &&
        (stage.date < layer.validFrom || (!layer.validTo.empty() && stage.date >= layer.validTo)))
        return false;
    return layer.visible && layer.opacity > 0 && (layer.scales.least == 0 || n >= layer.scales.least) &&
           (layer.scales.most == 0 || n <= layer.scales.most);
}

}  // namespace layers
