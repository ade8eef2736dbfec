// SPDX-License-Identifier: Apache-2.0
#pragma once
// A rectangle of whole pixels: its upper left corner and the first pixel beyond its lower right corner. Any thread.

#include <algorithm>
#include <cstdint>

namespace layers {

struct PixelRect {
    int left = 0, top = 0, right = 0, bottom = 0;

    bool operator==(const PixelRect&) const = default;
    int width() const { return right - left; }
    int height() const { return bottom - top; }
    std::int64_t area() const { return static_cast<std::int64_t>(width()) * height(); }
    bool empty() const { return left >= right || top >= bottom; }
};

inline PixelRect joined(const PixelRect& a, const PixelRect& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}
inline PixelRect common(const PixelRect& a, const PixelRect& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

}  // namespace layers
