// SPDX-License-Identifier: Apache-2.0
#include "layers/model/document.hpp"

#include <algorithm>

namespace layers {

const LayerSpec* Document::layer(std::string_view wanted) const {
    const auto found = std::ranges::find(layers, wanted, &LayerSpec::id);
    return found == layers.end() ? nullptr : &*found;
}

Rgba Document::backgroundColor() const {
    if (background.size() != 7 || background[0] != '#') return {255, 255, 255, 255};
    const auto part = [&](std::size_t at) {
        return static_cast<std::uint8_t>(std::stoi(background.substr(at, 2), nullptr, 16));
    };
    return {part(1), part(3), part(5), 255};
}

}  // namespace layers
