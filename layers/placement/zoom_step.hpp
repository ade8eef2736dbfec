// SPDX-License-Identifier: Apache-2.0
#pragma once
// Zoom in quarter steps: symbols are placed for a step and keep their places until the next. Any thread.

#include <cmath>

namespace layers {

inline constexpr double kStepRatio =
    1.189207115002721;  // fourth root of 2: from one step's metres per pixel to the next

struct ZoomStep {
    int step = 0;       // the coarser neighbour: its metres per pixel are at least the view's
    double closer = 1;  // how many times closer the view is, from 1 to kStepRatio
};

// Metres per nominal pixel. The powers are put together from exact ones so that every machine has the same.
inline double mPerPxOf(int step) {
    constexpr double kQuarters[4] = {1, kStepRatio, 1.4142135623730951, 1.681792830507429};
    return std::ldexp(kQuarters[step & 3], step >> 2);  // of negative steps too: both round down
}

inline ZoomStep zoomStepOf(double mPerPx) {
    int step = static_cast<int>(std::ceil(std::log2(mPerPx) * 4));
    while (mPerPxOf(step) < mPerPx) ++step;
    while (mPerPxOf(step - 1) >= mPerPx) --step;
    return {step, mPerPxOf(step) / mPerPx};
}

}  // namespace layers
