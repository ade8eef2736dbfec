// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/legend_swatch.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "geodata/tiles/clip.hpp"
#include "layers/scene/labels/boundaries.hpp"
#include "layers/scene/units/change_marks.hpp"

namespace layers {
namespace {

constexpr double kHeightPt = 10, kWidthPt = 24, kSymbolFramePt = 12.5, kSymbolGapPt = 2.5;
constexpr double kUnitsPerFrame = 100;  // milsymbol's units in a land unit's frame height
constexpr double kPlainSymbolUnits = 130;
constexpr Rgba kGridColor{20, 60, 130, 255};

std::vector<float> dashesPx(const Stage& stage, const LineStyle& line) {
    std::vector<float> dashes;
    for (const double pt : line.dashPt) dashes.push_back(static_cast<float>(stage.px(pt)));
    return dashes;
}

Rgba faded(Rgba color, double opacity) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * opacity));
    return color;
}

ScreenRect sampleIn(const ScreenRect& box, const Stage& stage) {
    const double middle = (box.top + box.bottom) / 2, half = stage.px(kHeightPt) / 2;
    return {box.left, std::round(middle - half), box.left + stage.px(kWidthPt), std::round(middle + half)};
}

void addMarker(std::vector<DrawItem>& items, const Stage& stage, const LayerSpec& layer, ScreenPoint middle) {
    const Style& style = layer.style;
    const double r = stage.px(std::min(style.markerSizePt, kHeightPt) / 2);
    std::vector<ScreenPoint> ring;
    const int corners = style.marker == Marker::circle ? 24 : style.marker == Marker::triangle ? 3 : 4;
    const double turn0 = style.marker == Marker::square ? 0.7853981633974483 : -1.5707963267948966;
    for (int i = 0; i < corners; ++i) {
        const double turn = turn0 + 6.283185307179586 * i / corners;
        ring.push_back({middle.x + std::cos(turn) * r, middle.y + std::sin(turn) * r});
    }
    items.push_back(draw::Area{ring, faded(style.markerColor, layer.opacity)});
    items.push_back(draw::Polyline{
        std::move(ring), {faded(style.markerStroke, layer.opacity), stage.px(style.markerStrokePt), {}}, true});
}

// Lines across the sample at 45°, cut at its edges.
void addHatch(std::vector<DrawItem>& items, const Stage& stage, const Style& style, double opacity,
              const ScreenRect& box) {
    const double step = stage.px(std::max(style.hatchSpacingPt, 1.0)) * std::sqrt(2.0), tall = box.height();
    const geodata::MapBox inside{{box.left, box.top}, {box.right, box.bottom}};
    const auto add = [&](bool rising) {
        for (double x = box.left - tall; x < box.right; x += step) {
            const std::vector<MapPoint> line{{rising ? x : x + tall, box.bottom}, {rising ? x + tall : x, box.top}};
            for (const auto& piece : geodata::clipLine(line, false, inside))
                items.push_back(draw::Polyline{
                    {{piece.points.front().x, piece.points.front().y}, {piece.points.back().x, piece.points.back().y}},
                    {faded(style.hatchColor, opacity), stage.px(style.hatchWidthPt), {}},
                    false});
        }
    };
    if (style.hatch != Hatch::backDiagonal) add(true);
    if (style.hatch != Hatch::diagonal) add(false);
}

}  // namespace

void addLayerSwatch(std::vector<DrawItem>& items, const Stage& stage, const LayerSpec& layer, const ScreenRect& box) {
    const Style& style = layer.style;
    const ScreenRect sample = sampleIn(box, stage);
    const double middle = (sample.top + sample.bottom) / 2;
    const bool area = style.fill || style.hatch != Hatch::none;
    if (style.fill) items.push_back(draw::Area{cornersOf(sample), faded(*style.fill, layer.opacity)});
    if (style.hatch != Hatch::none) addHatch(items, stage, style, layer.opacity, sample);
    const std::vector<ScreenPoint> path =
        area ? cornersOf(sample) : std::vector<ScreenPoint>{{sample.left, middle}, {sample.right, middle}};
    if (isBoundary(layer)) {
        addBoundarySample(items, layer, stage, sample);
    } else if (style.line.widthPt > 0) {
        if (style.line.casingPt > 0)
            items.push_back(draw::Polyline{
                path,
                {faded(style.line.casing, layer.opacity), stage.px(style.line.widthPt + 2 * style.line.casingPt), {}},
                area});
        items.push_back(draw::Polyline{
            path,
            {faded(style.line.color, layer.opacity), stage.px(style.line.widthPt), dashesPx(stage, style.line)},
            area});
    }
    if (style.markerSizePt > 0) addMarker(items, stage, layer, {(sample.left + sample.right) / 2, middle});
}

void addGridSwatch(std::vector<DrawItem>& items, const Stage& stage, const ScreenRect& box) {
    const ScreenRect sample = sampleIn(box, stage);
    const double middle = (sample.top + sample.bottom) / 2, width = std::max(1.0, stage.px(0.8));
    items.push_back(draw::Polyline{{{sample.left, middle}, {sample.right, middle}}, {kGridColor, width, {}}, false});
    for (const double share : {0.25, 0.75}) {
        const double x = sample.left + sample.width() * share;
        items.push_back(draw::Polyline{{{x, sample.top}, {x, sample.bottom}}, {kGridColor, width, {}}, false});
    }
}

void addChangeSwatch(std::vector<DrawItem>& items, const Stage& stage, ChangeKind kind, const ScreenRect& box) {
    DrawList sample;
    addChangeSample(sample, kind, box, stage);
    items.insert(items.end(), std::make_move_iterator(sample.items.begin()),
                 std::make_move_iterator(sample.items.end()));
}

double symbolHeightPx(const UnitClass& units, const Stage& stage) {
    const double unitPx = stage.px(kSymbolFramePt) / kUnitsPerFrame;
    return (units.drawing ? units.drawing->height : kPlainSymbolUnits) * unitPx + stage.px(kSymbolGapPt);
}

void addUnitSwatch(std::vector<DrawItem>& items, const Stage& stage, const UnitClass& units, const ScreenRect& box) {
    const double unitPx = stage.px(kSymbolFramePt) / kUnitsPerFrame;
    if (!units.drawing) {
        const ScreenRect plain = sampleIn(box, stage);
        items.push_back(draw::Polyline{cornersOf(plain), {{0, 0, 0, 255}, std::max(1.0, stage.px(0.8)), {}}, true});
        return;
    }
    const SymbolDrawing& drawing = *units.drawing;
    const double left = (box.left + box.right - drawing.width * unitPx) / 2,
                 top = (box.top + box.bottom - drawing.height * unitPx) / 2;
    items.push_back(draw::Symbol{units.drawing,
                                 std::make_shared<const SymbolRequest>(units.request),
                                 {left + drawing.anchorX * unitPx, top + drawing.anchorY * unitPx},
                                 unitPx});
}

}  // namespace layers
