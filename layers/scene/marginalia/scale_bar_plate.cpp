// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/scale_bar_plate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

constexpr Rgba kInk{24, 32, 44, 255}, kWhite{255, 255, 255, 255};
constexpr double kPaddingPt = 5, kLongestPt = 150, kHeightPt = 38;
constexpr PlateText kBar{9, FontFace::bold, kInk}, kScale{8.5, FontFace::regular, kInk};
constexpr int kParts = 4;

std::string grouped(double n) {
    const double step = n >= 100000 ? 1000 : n >= 10000 ? 100 : 10;
    std::string digits = fmt::format("{:.0f}", std::round(n / step) * step);
    for (int i = static_cast<int>(digits.size()) - 3; i > 0; i -= 3)
        digits.insert(static_cast<std::size_t>(i), "\u2009");
    return digits;
}

}  // namespace

void addScaleBar(PlacedMarginalia& out, const MarginaliaInput& map) {
    const Stage stage = grownWith(map.stage, kScale);
    const MarginaliaInput in = map.on(stage);
    const double pad = stage.px(kPaddingPt), longestPx = std::min(map.stage.px(kLongestPt), out.layout.widestPx() / 2);
    const auto bar = geodata::scaleBar({stage.view.center, stage.view.mPerPx, longestPx}, *in.math);
    if (!(bar.lengthPx > 0)) return;
    const std::string scale = "1:" + grouped(map.stage.scale());
    const double zeroPx = textWidth(in, "0", kBar),
                 wide = std::max(bar.lengthPx + textWidth(in, bar.label, kBar) / 2, textWidth(in, scale, kScale));
    const auto plate = addPlate(out, in, PlateSide::bottomLeft, {wide + zeroPx / 2 + 2 * pad, stage.px(kHeightPt)});
    if (!plate) return;
    const double x = plate->left + pad + zeroPx / 2, y = std::round(plate->top + stage.px(19)),
                 thick = std::max(2.0, std::round(stage.px(3.2)));
    for (int i = 0; i < kParts; ++i) {
        const ScreenRect part{x + bar.lengthPx * i / kParts, y, x + bar.lengthPx * (i + 1) / kParts, y + thick};
        out.over.push_back(draw::Area{cornersOf(part), i % 2 == 0 ? kInk : kWhite});
    }
    out.over.push_back(draw::Polyline{cornersOf({x, y, x + bar.lengthPx, y + thick}), {kInk, stage.px(0.6), {}}, true});
    addText(out.over, in, "0", {x - zeroPx / 2, y - stage.px(3)}, kBar);
    addText(out.over, in, bar.label, {x + bar.lengthPx - textWidth(in, bar.label, kBar) / 2, y - stage.px(3)}, kBar);
    addText(out.over, in, scale, {x - zeroPx / 2, y + thick + stage.px(10)}, kScale);
}

}  // namespace layers
