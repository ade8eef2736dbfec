// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/marginalia_layout.hpp"

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

constexpr double kMiddleFrom = 0.25, kMiddleTo = 0.75;  // of the picture's height

bool isTop(PlateSide side) {
    return side == PlateSide::topLeft || side == PlateSide::top || side == PlateSide::topRight;
}

}  // namespace

// From the picture's top to its bottom, as wide as the plate.
ScreenRect MarginaliaLayout::column(PlateSide side, double widthPx) const {
    double left = m_edgePx;
    if (side == PlateSide::top || side == PlateSide::bottom) left = (m_picture.width - widthPx) / 2;
    if (side == PlateSide::topRight || side == PlateSide::bottomRight) left = m_picture.width - m_edgePx - widthPx;
    left = std::round(left);
    return {left, m_edgePx, left + widthPx, m_picture.height - m_edgePx};
}

std::vector<MarginaliaLayout::FreeSpan> MarginaliaLayout::freeSpans(const ScreenRect& column) const {
    std::vector<ScreenRect> across;
    for (const ScreenRect& taken : m_taken)
        if (taken.left < column.right + m_gapPx && taken.right > column.left - m_gapPx) across.push_back(taken);
    std::ranges::sort(across, {}, &ScreenRect::top);
    std::vector<FreeSpan> free;
    double top = column.top;
    for (const ScreenRect& taken : across) {
        if (taken.top - m_gapPx > top) free.push_back({top, taken.top - m_gapPx});
        top = std::max(top, taken.bottom + m_gapPx);
    }
    if (column.bottom > top) free.push_back({top, column.bottom});
    return free;
}

std::optional<ScreenRect> MarginaliaLayout::put(PlateSide side, PlateSize size) {
    const auto place = placeFor(side, size);
    if (place) m_taken.push_back(*place);
    return place;
}

std::optional<ScreenRect> MarginaliaLayout::placeFor(PlateSide side, PlateSize size) const {
    const double width = std::ceil(size.widthPx), height = std::ceil(size.heightPx);
    if (width > widestPx()) return {};
    const ScreenRect along = column(side, width);
    std::vector<FreeSpan> free = freeSpans(along);
    if (!isTop(side)) std::ranges::reverse(free);
    const auto fits = std::ranges::find_if(free, [&](const FreeSpan& s) { return s.bottom - s.top >= height; });
    if (fits == free.end()) return {};
    // Rounded inwards: the stretch need not begin on a whole pixel.
    const double top = isTop(side) ? std::ceil(fits->top) : std::floor(fits->bottom - height);
    return ScreenRect{along.left, top, along.right, top + height};
}

PlateSide MarginaliaLayout::better(PlateSide first, PlateSide second, PlateSize size) const {
    const auto a = placeFor(first, size), b = placeFor(second, size);
    if (!b || !a) return b && !a ? second : first;
    const double awayPx = isTop(first) ? a->top : m_picture.height - a->bottom;
    const auto inMiddle = [&](const ScreenRect& rect) {
        return std::max(0.0, std::min(rect.bottom, kMiddleTo * m_picture.height) -
                                 std::max(rect.top, kMiddleFrom * m_picture.height));
    };
    return awayPx > kMiddleFrom * m_picture.height && inMiddle(*b) < inMiddle(*a) ? second : first;
}

double MarginaliaLayout::tallestPx(PlateSide side, double widthPx) const {
    const double width = std::ceil(widthPx);
    if (width > widestPx()) return 0;
    double tallest = 0;
    for (const FreeSpan& s : freeSpans(column(side, width))) tallest = std::max(tallest, std::floor(s.bottom - s.top));
    return tallest;
}

}  // namespace layers
