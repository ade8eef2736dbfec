#include "layers/model/document.hpp"

#include <algorithm>

namespace layers {

const LayerSpec* Document::layer(std::string_view wanted) const {
    const auto found = std::ranges::find(layers, wanted, &LayerSpec::id);
    return found == layers.end() ? nullptr : &*found;
}

}  // namespace layers
