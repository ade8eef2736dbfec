#include <algorithm>
#include <cmath>

#include "layers/scene/decoration.hpp"
#include "layers/scene/labels.hpp"

namespace layers {
namespace {

constexpr TextLook kHeading{10, FontFace::bold}, kEntry{9, FontFace::regular};
constexpr double kSwatchWidthPt = 22, kSwatchHeightPt = 10, kRowPt = 14, kPaddingPt = 6, kEdgePt = 9;

std::vector<ScreenPoint> cornersOf(const ScreenRect& r) { return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}}; }

std::vector<float> dashesPx(const Stage& stage, const LineStyle& line) {
    std::vector<float> dashes;
    for (const double pt : line.dashPt) dashes.push_back(static_cast<float>(stage.px(pt)));
    return dashes;
}

Rgba faded(Rgba color, double opacity) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * opacity));
    return color;
}

void addMarker(std::vector<DrawItem>& items, const Stage& stage, const Style& style, ScreenPoint middle) {
    const double r = stage.px(std::min(style.markerSizePt, kSwatchHeightPt) / 2);
    std::vector<ScreenPoint> ring;
    const int corners = style.marker == Marker::circle ? 24 : style.marker == Marker::triangle ? 3 : 4;
    const double turn0 = style.marker == Marker::square ? 0.7853981633974483 : -1.5707963267948966;
    for (int i = 0; i < corners; ++i) {
        const double turn = turn0 + 6.283185307179586 * i / corners;
        ring.push_back({middle.x + std::cos(turn) * r, middle.y + std::sin(turn) * r});
    }
    items.push_back(draw::Area{ring, style.markerColor});
    items.push_back(draw::Polyline{std::move(ring), {style.markerStroke, stage.px(style.markerStrokePt), {}}, true});
}

// A sample of the layer as the map draws it.
void addSwatch(std::vector<DrawItem>& items, const Stage& stage, const LayerSpec& layer, const ScreenRect& box) {
    const Style& style = layer.style;
    const double midY = (box.top + box.bottom) / 2;
    if (layer.kind == LayerKind::units) {
        items.push_back(draw::Area{cornersOf(box), {128, 224, 255, 255}});  // a friend's frame in milsymbol's light colours
        items.push_back(draw::Polyline{cornersOf(box), {{0, 0, 0, 255}, stage.px(1), {}}, true});
        return;
    }
    const bool area = style.fill.has_value();
    if (area) items.push_back(draw::Area{cornersOf(box), faded(*style.fill, layer.opacity)});
    const std::vector<ScreenPoint> path = area ? cornersOf(box) : std::vector<ScreenPoint>{{box.left, midY}, {box.right, midY}};
    if (isBoundary(layer)) {
        addBoundarySample(items, layer, stage, box);
    } else if (style.line.widthPt > 0) {
        if (style.line.casingPt > 0)
            items.push_back(draw::Polyline{path, {faded(style.line.casing, layer.opacity), stage.px(style.line.widthPt + 2 * style.line.casingPt), {}}, area});
        items.push_back(draw::Polyline{path, {faded(style.line.color, layer.opacity), stage.px(style.line.widthPt), dashesPx(stage, style.line)}, area});
    }
    if (style.markerSizePt > 0) addMarker(items, stage, style, {(box.left + box.right) / 2, midY});
}

bool hasSwatch(const LayerSpec& layer) {
    return layer.kind == LayerKind::units || layer.style.fill || layer.style.line.widthPt > 0 || layer.style.markerSizePt > 0;
}

}  // namespace

void addLegend(Decoration& out, const DecorationInput& in) {
    const Stage& stage = in.stage;
    std::vector<const LayerSpec*> rows;
    for (auto layer = in.document.layers.rbegin(); layer != in.document.layers.rend(); ++layer)  // the top one first, as it lies
        if (isDrawn(*layer, stage) && hasSwatch(*layer) && !layer->title.empty()) rows.push_back(&*layer);
    if (rows.empty()) return;
    double widest = textWidth(in, "Legend", kHeading);
    for (const LayerSpec* row : rows) widest = std::max(widest, textWidth(in, row->title, kEntry) + stage.px(kSwatchWidthPt + 6));
    const double pad = stage.px(kPaddingPt), rowPx = stage.px(kRowPt), width = widest + 2 * pad, height = rowPx * (static_cast<double>(rows.size()) + 1.2) + 2 * pad;
    const double right = stage.view.size.width - stage.px(kEdgePt), top = stage.px(kEdgePt);
    const ScreenRect plate{right - width, top, right, top + height};
    addPlate(out.over, plate, stage);
    out.keepOut.push_back(plate);
    addText(out.over, in, "Legend", {plate.left + pad, plate.top + pad + stage.px(9)}, kHeading);
    double y = plate.top + pad + rowPx * 1.2;
    for (const LayerSpec* row : rows) {
        const double middle = y + rowPx / 2;
        addSwatch(out.over, stage, *row, {plate.left + pad, middle - stage.px(kSwatchHeightPt / 2), plate.left + pad + stage.px(kSwatchWidthPt), middle + stage.px(kSwatchHeightPt / 2)});
        addText(out.over, in, row->title, {plate.left + pad + stage.px(kSwatchWidthPt + 6), middle + stage.px(3.2)}, kEntry);
        y += rowPx;
    }
}

}  // namespace layers
