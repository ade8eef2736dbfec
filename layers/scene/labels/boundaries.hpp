// SPDX-License-Identifier: Apache-2.0
#pragma once
// Draws boundaries between formations as control measures: the line with gaps for its echelon marks, dashed where it
// is approximate, and the names on its two sides. Pure; any thread.

#include <memory>
#include <vector>

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

// A name beside a boundary, to be placed with the labels.
struct BoundaryName {
    std::uint64_t key = 0;
    std::string layer;  // id; its style's label says how the name is written
    std::string text;
    LineSide side = LineSide::left;
    std::vector<ScreenPoint> path;  // of the line around its mark
    double middlePx = 0;            // of the mark, from the path's start
    double offsetPx = 0;            // from the line to the text's edge

    bool operator==(const BoundaryName&) const = default;
};

struct BoundaryDrawing {
    std::vector<DrawItem> items;    // lines, then marks
    std::vector<ScreenRect> marks;  // where no other text may be
    std::vector<BoundaryName> names;
};

struct BoundaryInput {
    const LayerSpec& layer;
    const Stage& stage;
    const std::vector<std::shared_ptr<const geodata::Store>>& stores;
    const std::vector<ScreenRect>& symbols;  // of units: marks make room for them
};

bool isBoundary(const LayerSpec& layer);
BoundaryDrawing drawnBoundary(const BoundaryInput& input);

// For a legend: a line, its echelon's mark, and the line again.
void addBoundarySample(std::vector<DrawItem>& items, const LayerSpec& layer, const Stage& stage, const ScreenRect& box);

// How a boundary's line is dashed: as its style says, or by rule where it is approximate. Points on and off.
std::vector<double> boundaryDashesPt(const Style& style, bool approximate);
// How thick a mark's strokes are, with a line of this style.
double markStrokePt(const Style& style);

}  // namespace layers
