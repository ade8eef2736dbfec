#include "layers/symbols/ink.hpp"

#include <algorithm>

namespace layers {
namespace {

constexpr int kRectangleCostsPx = 400;  // empty pixels that take as long to draw as one rectangle more

// Of one row; empty where it has none.
PixelRect inkOfRow(const SymbolImage& image, int row) {
    const auto hasInk = [&](int x) { return image.rgba[(static_cast<std::size_t>(row) * image.width + x) * 4 + 3] != 0; };
    int left = 0, right = image.width;
    while (left < right && !hasInk(left)) ++left;
    while (right > left && !hasInk(right - 1)) --right;
    return {left, row, right, row + 1};
}

}  // namespace

std::vector<PixelRect> inkOf(const SymbolImage& image) {
    std::vector<PixelRect> bands;
    int inkPx = 0;  // of the last band's rows, each from its first to its last
    for (int row = 0; row < image.height; ++row) {
        const PixelRect ink = inkOfRow(image, row);
        if (ink.width() == 0) continue;
        const PixelRect both = bands.empty() ? ink : joined(bands.back(), ink);
        if (bands.empty() || both.area() - inkPx - ink.width() > kRectangleCostsPx) {
            bands.push_back(ink);
            inkPx = ink.width();
        } else {
            bands.back() = both;
            inkPx += ink.width();
        }
    }
    return bands;
}

}  // namespace layers
