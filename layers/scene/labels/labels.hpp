// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "label": decides which texts of the visible layers are shown where, for one view. A worker's job and a
// pure function of its input; any thread. The result keeps map anchors, so that it can be drawn while the view moves
// and the next one is being solved.

#include <optional>
#include <vector>

#include "layers/scene/draw/draw_list.hpp"
#include "layers/scene/labels/label_input.hpp"

namespace layers {

struct SolvedLabel {
    draw::Text text;                            // as placed in the solved view
    MapPoint anchor;                            // what it belongs to, so that it moves with the map
    std::string layer = {};                     // id
    std::optional<draw::Polyline> leader = {};  // from there to a text that found no room beside it
};

struct SolvedLabels {
    MapView view;  // they were solved for
    std::vector<SolvedLabel> labels;
};

SolvedLabels solveLabels(const LabelInput& input, const FontSet& fonts);

// The label in another view: moved with its anchor, with the same size.
SolvedLabel movedTo(const SolvedLabel& label, const MapView& solved, const MapView& now);

}  // namespace layers
