// SPDX-License-Identifier: Apache-2.0
#pragma once
// An echelon's mark as shapes of the picture, for boundaries and for the legend. Pure; any thread.

#include <string_view>
#include <vector>

#include "layers/scene/draw/draw_list.hpp"

namespace layers {

struct MarkPlace {
    ScreenPoint middle;
    double turnRad = 0;  // of the line that it interrupts
    double heightPx = 12;
};

struct MarkStyle {
    Rgba color, halo;
    double strokePx = 1.5, haloPx = 1;
};

// What it takes along the line, without the room around it; 0: no echelon.
double echelonWidthPx(std::string_view echelon, double heightPx);
void addEchelonMark(std::vector<DrawItem>& items, std::string_view echelon, const MarkPlace& place,
                    const MarkStyle& look);

}  // namespace layers
