// SPDX-License-Identifier: Apache-2.0
#include "layers/model/map_view.hpp"

#include <cmath>

namespace layers {
namespace {

// A millimetre and two hundred kilometres a pixel: beyond either there is nothing to see, and doubles lose their grip.
constexpr double kFinestMPerPx = 0.001, kCoarsestMPerPx = 200'000;
// A single position is shown with its surroundings, about 1:3 600 on a 1920 screen.
constexpr double kMPerPxOfAPoint = 1;

double withinBounds(double mPerPx) { return std::clamp(mPerPx, kFinestMPerPx, kCoarsestMPerPx); }

bool isFinite(const MapBox& box) {
    return std::isfinite(box.min.x) && std::isfinite(box.min.y) && std::isfinite(box.max.x) && std::isfinite(box.max.y);
}

}  // namespace

MapView viewOf(const MapBox& box, ScreenSize size) {
    if (box.empty() || !isFinite(box)) return {{}, kMPerPxOfAPoint, size};
    const double mPerPx = std::max(box.width() / std::max(1, size.width), box.height() / std::max(1, size.height));
    return {box.center(), mPerPx > 0 ? withinBounds(mPerPx) : kMPerPxOfAPoint, size};
}

MapView zoomedAt(const MapView& view, ScreenPoint fixed, double factor) {
    if (!(factor > 0) || !std::isfinite(factor)) return view;
    const double mPerPx = withinBounds(view.mPerPx / factor);
    const double rightPx = fixed.x - view.size.width / 2.0, downPx = fixed.y - view.size.height / 2.0;
    const double closerM = view.mPerPx - mPerPx;  // metres that each pixel of distance to the centre loses
    return {{view.center.x + rightPx * closerM, view.center.y - downPx * closerM}, mPerPx, view.size};
}

}  // namespace layers
