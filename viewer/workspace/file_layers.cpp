// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/file_layers.hpp"

#include <algorithm>

namespace viewer {

using layers::Document;
using layers::LayerSpec;

bool isFileLayer(const LayerSpec& layer) { return layer.group == kFileGroup && layer.id.rfind("file-", 0) == 0; }

std::vector<const LayerSpec*> readingOrder(const Document& document) {
    std::vector<const LayerSpec*> order;
    for (const LayerSpec& layer : document.layers)
        if (!layer.source.empty()) order.push_back(&layer);
    std::stable_partition(order.begin(), order.end(), [](const LayerSpec* layer) { return isFileLayer(*layer); });
    return order;
}

}  // namespace viewer
