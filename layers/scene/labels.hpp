#pragma once
// The step "label": which texts of the visible layers stand where, for one view. A worker's job, a pure function of its
// input; the result keeps map anchors so that it can be drawn while the view moves and the next is being solved.

#include <optional>
#include <vector>

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/scene/boundaries.hpp"
#include "layers/scene/content.hpp"
#include "layers/scene/draw_list.hpp"

namespace layers {

// A text beside a symbol that is already placed.
struct SymbolLabel {
    std::uint64_t key = 0;
    std::string text;
    ScreenPoint anchor;
    double offsetPx = 0;
    double priority = 0;
    std::string layer = {};  // id
    int farSteps = 2;        // how far off it may go, in steps of about a symbol's height

    bool operator==(const SymbolLabel&) const = default;
};

struct LabelInput {
    DocumentPtr document;
    Stage stage;
    Contents contents;
    std::vector<SymbolLabel> symbolLabels;
    std::vector<ScreenRect> keepOut;
    ScreenRect bounds;
    std::vector<BoundaryName> boundaryNames = {};
    std::vector<ScreenRect> boundaryMarks = {};
    std::vector<ScreenRect> symbols = {};  // rooms of the units' symbols

    bool operator==(const LabelInput&) const = default;
};

struct SolvedLabel {
    draw::Text text;        // as placed in the solved view
    MapPoint anchor;        // what it belongs to, so that it moves with the map
    std::string layer = {};  // id
    std::optional<draw::Polyline> leader = {};  // from there to a text that found no room beside it
};

struct SolvedLabels {
    MapView view;           // they were solved for
    std::vector<SolvedLabel> labels;
};

SolvedLabels solveLabels(const LabelInput& input, const FontSet& fonts);

// The label as it stands in another view: moved with its anchor, its size kept.
SolvedLabel movedTo(const SolvedLabel& label, const MapView& solved, const MapView& now);

// Drawn at this scale on this date: visible, within the layer's scale range and time.
bool isDrawn(const LayerSpec& layer, const Stage& stage);

}  // namespace layers
