// SPDX-License-Identifier: Apache-2.0
#pragma once
// Places the echelon marks of a boundary and returns the line between their gaps. A pure function of the whole line
// and the zoom step, so that a pan moves no mark. Any thread.

#include <functional>
#include <vector>

#include "layers/placement/line_label.hpp"

namespace layers {

// What of a boundary is looked at, and the whole line's measures on the screen.
struct BoundaryPiece {
    Stretch stretch;
    double startPx = 0;  // of the stretch, from the whole line's start
    double wholePx = 0;  // the whole line
};

struct MarkSpacing {
    double spacingPx = 300;  // from mark to mark, about: the whole line is divided evenly
    double gapPx = 20;       // what a mark needs
};

struct BoundaryMark {
    double alongPx = 0;  // of its middle, from the stretch's start
    ScreenPoint middle;  // of the gap
    double turnRad = 0;  // of the line there, from its first point on
};

// In order along the piece. Where a place is bent, or `isFree` refuses it, its mark moves a little along the line or is
// left out, and the line runs on.
std::vector<BoundaryMark> marksAlong(const BoundaryPiece& piece, const MarkSpacing& spacing,
                                     const std::function<bool(ScreenPoint)>& isFree);

// The stretch without the gaps.
std::vector<std::vector<ScreenPoint>> withoutGaps(const Stretch& stretch, const std::vector<BoundaryMark>& marks,
                                                  double gapPx);

}  // namespace layers
