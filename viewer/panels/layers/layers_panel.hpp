// SPDX-License-Identifier: Apache-2.0
#pragma once
// The layer panel at the left: undo and redo, themes, and the layers in their groups, the topmost first. Main thread.

#include <optional>
#include <set>
#include <string>

#include "viewer/panels/kit/ui.hpp"
#include "viewer/panels/layers/layer_groups.hpp"

namespace viewer {

struct LayersPanelState {
    struct Place {
        std::string layer;         // id
        bool isGroupHead = false;  // the one above this layer

        bool operator==(const Place&) const = default;
    };
    std::set<std::string> closedGroups, openLayers;
    std::optional<Place> keyAt;  // where keys stand
    bool keyMoved = false;       // it is to come into sight
    float listHeightPx = 0;      // of all rows, as last laid out
};

void drawLayersPanel(LayersPanelState& state, const PanelInput& input, Ui& ui);

}  // namespace viewer
