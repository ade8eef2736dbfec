// SPDX-License-Identifier: Apache-2.0
#pragma once
// The groups of the layer panel: which layers belong to which group, the topmost first, and what a drop between two
// rows means for the document. Pure; any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/command.hpp"

namespace viewer {

// Layers that lie on one another and share a group. A group whose layers lie apart has several of these: the panel
// shows the true order.
struct RowGroup {
    std::string title;                // as in the document; may be empty
    std::vector<std::size_t> layers;  // indices into Document::layers, the topmost first

    bool operator==(const RowGroup&) const = default;
};

std::vector<RowGroup> rowGroups(const layers::Document& document);

// What a drop of a layer into a gap asks for; gap n has n rows above it, so there is one gap more than rows.
// Nothing where the layer stays where it is.
struct RowDrop {
    std::size_t layer = 0;  // index into Document::layers
    std::size_t gap = 0;
};
std::optional<layers::command::MoveLayer> moveOf(const layers::Document& document, const RowDrop& drop);

// The gap above the row of a layer.
std::size_t gapAbove(const layers::Document& document, std::size_t layer);

// The theme whose layers are exactly the visible ones; the first of several.
const layers::Theme* themeShown(const layers::Document& document);

}  // namespace viewer
