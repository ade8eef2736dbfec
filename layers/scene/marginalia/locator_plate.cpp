// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/locator_plate.hpp"

#include <algorithm>

namespace layers {
namespace {

constexpr Rgba kInk{24, 32, 44, 255}, kFrame{200, 24, 32, 255};
constexpr double kPaddingPt = 3, kLeastFramePt = 5;

// The view's frame; a small one grows to be found.
ScreenRect atLeast(const ScreenRect& frame, double leastPx) {
    const ScreenPoint middle{(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2};
    const double halfW = std::max(frame.width(), leastPx) / 2, halfH = std::max(frame.height(), leastPx) / 2;
    return {middle.x - halfW, middle.y - halfH, middle.x + halfW, middle.y + halfH};
}

}  // namespace

void addLocator(PlacedMarginalia& out, const MarginaliaInput& in) {
    if (!in.content.locator || in.content.locator->shapes.empty()) return;
    const Stage& stage = in.stage;
    const LocatorMap& map = *in.content.locator;
    const double pad = stage.px(kPaddingPt);
    const auto plate = addPlate(out, in, PlateSide::bottomLeft,
                                {stage.px(kLocatorWidthPt) + 2 * pad, stage.px(kLocatorHeightPt) + 2 * pad});
    if (!plate) return;
    const ScreenRect inner{plate->left + pad, plate->top + pad, plate->right - pad, plate->bottom - pad};
    const double mPerPx = std::max(map.region.width() / inner.width(), map.region.height() / inner.height());
    const auto toPicture = [&](MapPoint p) {
        return ScreenPoint{inner.left + (p.x - map.region.min.x) / mPerPx,
                           inner.top + (map.region.max.y - p.y) / mPerPx};
    };
    const ScreenRect shown{inner.left, inner.top, toPicture(map.region.max).x, toPicture(map.region.min).y};
    out.over.push_back(draw::Area{cornersOf(shown), in.document.backgroundColor()});
    for (const LocatorMap::Shape& shape : map.shapes) {
        std::vector<ScreenPoint> points;
        points.reserve(shape.points.size());
        for (const MapPoint p : shape.points) points.push_back(toPicture(p));
        if (shape.area) out.over.push_back(draw::Area{std::move(points), shape.color});
        else
            out.over.push_back(
                draw::Polyline{std::move(points), {shape.color, std::max(1.0, stage.px(0.5)), {}}, false});
    }
    out.over.push_back(draw::Polyline{cornersOf(shown), {kInk, std::max(1.0, stage.px(0.5)), {}}, true});
    const geodata::MapBox seen = stage.view.box();
    const ScreenPoint topLeft = toPicture({seen.min.x, seen.max.y}), bottomRight = toPicture({seen.max.x, seen.min.y});
    const ScreenRect frame = atLeast({topLeft.x, topLeft.y, bottomRight.x, bottomRight.y}, stage.px(kLeastFramePt));
    out.over.push_back(draw::Polyline{cornersOf(frame), {{255, 255, 255, 255}, stage.px(2.6), {}}, true});
    out.over.push_back(draw::Polyline{cornersOf(frame), {kFrame, stage.px(1.4), {}}, true});
}

}  // namespace layers
