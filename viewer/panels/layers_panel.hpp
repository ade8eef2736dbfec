#pragma once
// The layer panel at the left: undo and redo, themes, and the layers in their groups, the topmost first. Main thread.

#include <set>
#include <string>

#include "viewer/panels/layer_rows.hpp"
#include "viewer/panels/ui.hpp"

namespace viewer {

struct LayersPanelState {
    std::set<std::string> closedGroups, openLayers;
    float listHeightPx = 0;  // of all rows, as last laid out
};

void drawLayersPanel(LayersPanelState& state, const PanelInput& input, Ui& ui);

}  // namespace viewer
