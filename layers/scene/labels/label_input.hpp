// SPDX-License-Identifier: Apache-2.0
#pragma once
// The input of the step "label": the layers with their contents, the texts of symbols, and what labels avoid. A value;
// any thread.

#include <cstdint>
#include <string>
#include <vector>

#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/scene/labels/boundaries.hpp"

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

}  // namespace layers
