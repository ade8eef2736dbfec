// SPDX-License-Identifier: Apache-2.0
#pragma once
// The labels of grid lines at the picture's edges. Internal to the grids; main thread.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layers/scene/marginalia/plate.hpp"

namespace layers {

struct LabelPart {
    std::string text;
    double sizePt = 9;
    FontFace face = FontFace::regular;
    double raisePt = 0;  // above the baseline
    bool hangs = false;  // does not count where the label is centred on its line
};

enum class PictureEdge : std::uint8_t { left, top, right, bottom };

// Where a line first crosses that edge of the picture.
std::optional<ScreenPoint> crossingOf(const std::vector<ScreenPoint>& line, PictureEdge edge, ScreenSize size);

// The parts one after the other, beside the place where their line meets the edge; false: there is no room left.
bool addEdgeLabel(PlacedMarginalia& out, const MarginaliaInput& input, std::span<const LabelPart> parts, ScreenPoint at,
                  PictureEdge edge);
// The same around a point of the map, below labels and symbols.
bool addMiddleLabel(PlacedMarginalia& out, const MarginaliaInput& input, std::span<const LabelPart> parts,
                    ScreenPoint middle);

}  // namespace layers
