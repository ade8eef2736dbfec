// SPDX-License-Identifier: Apache-2.0
#include "layers/model/screen_rect.hpp"

#include <algorithm>

namespace layers {

// Liang and Barsky: the share of the line from a to b that each pair of sides leaves.
bool crosses(const ScreenRect& rect, ScreenPoint a, ScreenPoint b) {
    double first = 0, last = 1;
    const auto keepBetween = [&](double from, double by, double low, double high) {
        if (by == 0) return from >= low && from <= high;
        const double enters = (low - from) / by, leaves = (high - from) / by;
        first = std::max(first, std::min(enters, leaves));
        last = std::min(last, std::max(enters, leaves));
        return first <= last;
    };
    return keepBetween(a.x, b.x - a.x, rect.left, rect.right) && keepBetween(a.y, b.y - a.y, rect.top, rect.bottom);
}

}  // namespace layers
