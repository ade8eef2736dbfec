// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/layers/layer_groups.hpp"

#include <algorithm>

namespace viewer {

std::vector<RowGroup> rowGroups(const layers::Document& document) {
    std::vector<RowGroup> groups;
    for (std::size_t i = document.layers.size(); i-- > 0;) {
        const std::string& title = document.layers[i].group;
        if (groups.empty() || groups.back().title != title) groups.push_back({title, {}});
        groups.back().layers.push_back(i);
    }
    return groups;
}

std::size_t gapAbove(const layers::Document& document, std::size_t layer) { return document.layers.size() - 1 - layer; }

std::optional<layers::command::MoveLayer> moveOf(const layers::Document& document, const RowDrop& drop) {
    const std::size_t count = document.layers.size();
    if (drop.layer >= count || drop.gap > count) return std::nullopt;
    const std::size_t row = gapAbove(document, drop.layer);
    const std::size_t target = drop.gap > row ? drop.gap - 1 : drop.gap;  // rows above it once it is taken out
    if (target == row) return std::nullopt;
    return layers::command::MoveLayer{document.layers[drop.layer].id, count - 1 - target};
}

const layers::Theme* themeShown(const layers::Document& document) {
    for (const layers::Theme& theme : document.themes) {
        const auto named = [&](const layers::LayerSpec& layer) {
            return std::ranges::find(theme.layers, layer.id) != theme.layers.end();
        };
        if (std::ranges::all_of(document.layers, [&](const auto& layer) { return layer.visible == named(layer); }))
            return &theme;
    }
    return nullptr;
}

}  // namespace viewer
