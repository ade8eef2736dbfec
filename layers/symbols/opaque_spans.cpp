// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/opaque_spans.hpp"

#include <algorithm>

namespace layers {
namespace {

constexpr int kRectangleCostsPx = 400;  // empty pixels that take as long to draw as one rectangle more

// Of one row; empty where it has none.
PixelRect opaqueSpanOf(const SymbolImage& image, int row) {
    const auto isOpaque = [&](int x) {
        return image.rgba[(static_cast<std::size_t>(row) * image.width + x) * 4 + 3] != 0;
    };
    int left = 0, right = image.width;
    while (left < right && !isOpaque(left)) ++left;
    while (right > left && !isOpaque(right - 1)) --right;
    return {left, row, right, row + 1};
}

}  // namespace

std::vector<PixelRect> opaqueSpansOf(const SymbolImage& image) {
    std::vector<PixelRect> bands;
    int opaquePx = 0;  // of the last band's rows, each from its first to its last
    for (int row = 0; row < image.height; ++row) {
        const PixelRect span = opaqueSpanOf(image, row);
        if (span.width() == 0) continue;
        const PixelRect both = bands.empty() ? span : joined(bands.back(), span);
        if (bands.empty() || both.area() - opaquePx - span.width() > kRectangleCostsPx) {
            bands.push_back(span);
            opaquePx = span.width();
        } else {
            bands.back() = both;
            opaquePx += span.width();
        }
    }
    return bands;
}

}  // namespace layers
