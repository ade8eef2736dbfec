// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/tiles/layer_items.hpp"

#include <cmath>

#include "layers/scene/labels/boundaries.hpp"

namespace layers {
namespace {

constexpr double kHairlinePt = 1;

Rgba faded(Rgba color, double opacity) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * opacity));
    return color;
}

std::vector<float> dashesPx(const Stage& stage, const LineStyle& line) {
    std::vector<float> dashes;
    for (const double pt : line.dashPt) dashes.push_back(static_cast<float>(stage.px(pt)));
    if (dashes.size() % 2 == 1) {  // as in SVG: an odd list is taken twice
        const std::vector<float> once = dashes;
        dashes.insert(dashes.end(), once.begin(), once.end());
    }
    if (dashes.size() > 8) dashes.resize(8);
    return dashes;
}

// A stroke that hides the area's edge makes its feathering needless.
bool hidesEdge(const LineStyle& line, const Stage& stage) {
    return line.color.a == 255 && line.dashPt.empty() && stage.px(line.widthPt) >= 1;
}

}  // namespace

TileSource tileSourceOf(const LayerSpec& layer) {
    TileSource source;
    source.layer = layer.id;
    source.fills = layer.style.fill.has_value() || layer.style.hatch != Hatch::none;
    source.lines = source.fills || (layer.style.line.widthPt > 0 && !isBoundary(layer));
    const LineStyle& line = layer.style.line;
    source.shape = {.mitreJoins = line.join == LineJoin::mitre,
                    .roundCaps = line.cap == LineCap::round,
                    .hairline = line.widthPt + 2 * line.casingPt <= kHairlinePt};
    return source;
}

void addLayer(std::vector<DrawItem>& items, const LayerSpec& layer, const Stage& stage, const TilePieces& pieces) {
    if (pieces->empty()) return;
    const Style& style = layer.style;
    const ScreenPoint anchor = stage.view.toScreen({0, 0});
    if (style.fill && style.fill->a > 0)
        items.push_back(draw::TileFill{
            pieces, {.color = faded(*style.fill, layer.opacity), .anchorPx = anchor}, !hidesEdge(style.line, stage)});
    if (style.hatch != Hatch::none)
        items.push_back(draw::TileFill{pieces,
                                       {.color = faded(style.hatchColor, layer.opacity),
                                        .hatch = style.hatch,
                                        .spacingPx = stage.px(style.hatchSpacingPt),
                                        .widthPx = stage.px(style.hatchWidthPt),
                                        .anchorPx = anchor},
                                       false});
    if (style.line.widthPt <= 0 || isBoundary(layer)) return;  // a boundary's line has gaps: boundaries.cpp draws it
    if (style.line.casingPt > 0)
        items.push_back(draw::TileLine{
            pieces,
            {faded(style.line.casing, layer.opacity), stage.px(style.line.widthPt + 2 * style.line.casingPt), {}}});
    items.push_back(draw::TileLine{
        pieces, {faded(style.line.color, layer.opacity), stage.px(style.line.widthPt), dashesPx(stage, style.line)}});
}

void addMarkers(std::vector<DrawItem>& items, const LayerSpec& layer, const Stage& stage, const TilePieces& pieces) {
    const Style& style = layer.style;
    if (pieces->empty() || style.markerSizePt <= 0) return;
    items.push_back(
        draw::TileMarkers{pieces,
                          {style.marker, stage.px(style.markerSizePt / 2), stage.px(style.markerStrokePt),
                           faded(style.markerColor, layer.opacity), faded(style.markerStroke, layer.opacity)}});
}

}  // namespace layers
