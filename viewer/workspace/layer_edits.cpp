// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/layer_edits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace viewer {
namespace {

using geodata::Result;
using How = LayerEdit::How;

LayerEdit editOf(std::string_view piece) {
    if (piece.starts_with('+')) return {How::show, std::string(piece.substr(1))};
    if (piece.starts_with('-')) return {How::hide, std::string(piece.substr(1))};
    return {How::only, std::string(piece)};
}

geodata::Error refused(std::string_view text, std::string_view reason, std::string_view advice = {}) {
    return geodata::failure("Cannot use the list of layers", geodata::quoted(text, 200), reason, advice);
}

// The layers that there are, as many as fit into a sentence.
std::string choice(const layers::Document& document) {
    constexpr std::size_t kMost = 30;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(kMost, document.layers.size()); ++i) ids.push_back(document.layers[i].id);
    if (ids.empty()) return "The map has no layers.";
    return fmt::format("The layers are {}{}.", fmt::join(ids, ", "), document.layers.size() > kMost ? ", …" : "");
}

}  // namespace

Result<std::vector<LayerEdit>> parseLayerEdits(std::string_view text) {
    std::vector<LayerEdit> edits;
    for (std::string_view rest = text;;) {
        const std::size_t comma = rest.find(',');
        edits.push_back(editOf(rest.substr(0, comma)));
        if (edits.back().layer.empty()) return refused(text, "it names an empty layer", "Write a,b or -a,+b.");
        if (comma == rest.npos) break;
        rest.remove_prefix(comma + 1);
    }
    const auto exact = std::ranges::count(edits, How::only, &LayerEdit::how);
    if (exact != 0 && exact != std::ssize(edits))
        return refused(text, "it mixes layers with and without a sign",
                       "Write a,b to show exactly these, or -a,+b to change what is shown.");
    return edits;
}

Result<layers::Document> applyLayerEdits(layers::Document document, std::span<const LayerEdit> edits) {
    if (!edits.empty() && edits.front().how == How::only)
        for (layers::LayerSpec& layer : document.layers) layer.visible = false;
    for (const LayerEdit& edit : edits) {
        const auto layer = std::ranges::find(document.layers, edit.layer, &layers::LayerSpec::id);
        if (layer == document.layers.end())
            return geodata::failure("Cannot find the layer", geodata::quoted(edit.layer, 60),
                                    "the map has none of that id", choice(document));
        layer->visible = edit.how != How::hide;
    }
    return document;
}

}  // namespace viewer
