// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/grid_labels.hpp"

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

constexpr Rgba kLabelColor{30, 50, 75, 255}, kLabelHalo{255, 255, 255, 220};
constexpr double kInsetPt = 3, kHaloPt = 1.05;

struct ShapedLabel {
    std::vector<TextRun> runs;
    double widthPx = 0, centredPx = 0, ascentPx = 0, descentPx = 0;
};

// All parts grow with the smallest, so that principal figures stay the larger ones.
Stage grownFor(std::span<const LabelPart> parts, const Stage& stage) {
    return grownWith(stage, {std::ranges::min_element(parts, {}, &LabelPart::sizePt)->sizePt});
}

ShapedLabel shaped(const MarginaliaInput& in, std::span<const LabelPart> parts) {
    const Stage stage = grownFor(parts, in.stage);
    ShapedLabel label;
    for (const LabelPart& part : parts) {
        TextRun run = in.fonts.shape(part.text, {part.face, static_cast<float>(stage.px(part.sizePt)), 0});
        label.widthPx += run.widthPx;
        if (!part.hangs) label.centredPx += run.widthPx;
        label.ascentPx = std::max(label.ascentPx, run.ascentPx + stage.px(part.raisePt));
        label.descentPx = std::max(label.descentPx, run.descentPx - stage.px(part.raisePt));
        label.runs.push_back(std::move(run));
    }
    return label;
}

bool isTaken(const ScreenRect& rect, const PlacedMarginalia& out, ScreenSize size) {
    if (rect.left < 0 || rect.top < 0 || rect.right > size.width || rect.bottom > size.height) return true;
    return std::ranges::any_of(out.keepOut, [&](const ScreenRect& other) { return rect.intersects(other); });
}

// The label's texts, which `add` takes; false: another label is there already.
template <class Add>
bool put(PlacedMarginalia& out, const MarginaliaInput& in, std::span<const LabelPart> parts, ShapedLabel label,
         ScreenPoint origin, Add add) {
    const ScreenRect rect{origin.x, origin.y - label.ascentPx, origin.x + label.widthPx, origin.y + label.descentPx};
    if (isTaken(rect, out, in.stage.view.size)) return false;
    out.keepOut.push_back(rect);
    const Stage stage = grownFor(parts, in.stage);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double width = label.runs[i].widthPx;
        add(draw::Text{std::move(label.runs[i]),
                       {origin.x, origin.y - stage.px(parts[i].raisePt)},
                       {},
                       kLabelColor,
                       kLabelHalo,
                       in.stage.px(kHaloPt)});
        origin.x += width;
    }
    return true;
}

}  // namespace

std::optional<ScreenPoint> crossingOf(const std::vector<ScreenPoint>& line, PictureEdge edge, ScreenSize size) {
    const bool isRow = edge == PictureEdge::top || edge == PictureEdge::bottom;
    constexpr double kInside = 0.5;  // lines that end on the very edge still cross
    const double at = edge == PictureEdge::right    ? size.width - kInside
                      : edge == PictureEdge::bottom ? size.height - kInside
                                                    : kInside;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double a = isRow ? line[i - 1].y : line[i - 1].x, b = isRow ? line[i].y : line[i].x;
        if (a == b || (a < at) == (b < at)) continue;
        const double t = (at - a) / (b - a);
        return ScreenPoint{line[i - 1].x + (line[i].x - line[i - 1].x) * t,
                           line[i - 1].y + (line[i].y - line[i - 1].y) * t};
    }
    return {};
}

bool addEdgeLabel(PlacedMarginalia& out, const MarginaliaInput& in, std::span<const LabelPart> parts, ScreenPoint at,
                  PictureEdge edge) {
    ShapedLabel label = shaped(in, parts);
    const double inset = in.stage.px(kInsetPt);
    ScreenPoint origin;
    switch (edge) {
        case PictureEdge::left: origin = {at.x + inset, at.y - in.stage.px(2)}; break;
        case PictureEdge::right: origin = {at.x - inset - label.widthPx, at.y - in.stage.px(2)}; break;
        case PictureEdge::top: origin = {at.x - label.centredPx / 2, at.y + inset + label.ascentPx}; break;
        case PictureEdge::bottom: origin = {at.x - label.centredPx / 2, at.y - inset - label.descentPx}; break;
    }
    return put(out, in, parts, std::move(label), origin,
               [&](draw::Text text) { out.gridLabels.push_back(std::move(text)); });
}

bool addMiddleLabel(PlacedMarginalia& out, const MarginaliaInput& in, std::span<const LabelPart> parts,
                    ScreenPoint middle) {
    ShapedLabel label = shaped(in, parts);
    const ScreenPoint origin{middle.x - label.centredPx / 2, middle.y + (label.ascentPx - label.descentPx) / 2};
    return put(out, in, parts, std::move(label), origin,
               [&](draw::Text text) { out.under.push_back(std::move(text)); });
}

}  // namespace layers
