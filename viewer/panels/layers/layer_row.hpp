// SPDX-License-Identifier: Apache-2.0
#pragma once
// One row of the layer panel: check box, sample, title, state and key; below it any error and, when open, opacity and
// details. Main thread.

#include <optional>

#include "viewer/panels/kit/ui.hpp"
#include "viewer/panels/layers/layer_groups.hpp"

namespace viewer {

struct LayerRow {
    const layers::LayerSpec& layer;
    std::size_t index = 0;               // in Document::layers
    const SourceState* state = nullptr;  // null: nothing is read for it
    bool atThisScale = true;             // within its scale range and time
    bool open = false;
};

struct LayerRowResult {
    bool clicked = false, flipsOpen = false;
    std::optional<RowDrop> drop;  // another layer was dropped on it
};

// Draws at the window's cursor, as wide as its content region, and moves the cursor below.
LayerRowResult drawLayerRow(Ui& ui, const layers::Document& document, const LayerRow& row);

}  // namespace viewer
