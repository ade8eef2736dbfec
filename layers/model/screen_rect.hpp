// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rectangles on the screen, or in any plane of pixels with y down, and the functions on them. Values; any thread.

#include <cmath>

#include "geodata/geometry/geometry.hpp"

namespace layers {

using geodata::ScreenPoint;

struct ScreenRect {  // pixels, y down
    double left = 0, top = 0, right = 0, bottom = 0;

    bool operator==(const ScreenRect&) const = default;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    bool contains(ScreenPoint p) const { return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom; }
    bool intersects(const ScreenRect& o) const {
        return left < o.right && right > o.left && top < o.bottom && bottom > o.top;
    }
};

inline bool isFinite(const ScreenRect& rect) {
    return std::isfinite(rect.left) && std::isfinite(rect.top) && std::isfinite(rect.right) &&
           std::isfinite(rect.bottom);
}
// Larger by `byPx` on each side; smaller where that is negative.
inline ScreenRect grown(const ScreenRect& rect, double byPx) {
    return {rect.left - byPx, rect.top - byPx, rect.right + byPx, rect.bottom + byPx};
}
inline ScreenRect movedBy(const ScreenRect& rect, ScreenPoint by) {
    return {rect.left + by.x, rect.top + by.y, rect.right + by.x, rect.bottom + by.y};
}
// Whether the straight line from a to b does.
bool crosses(const ScreenRect& rect, ScreenPoint a, ScreenPoint b);

}  // namespace layers
