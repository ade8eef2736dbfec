#include "layers/scene/decoration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "layers/model/date.hpp"
#include "layers/scene/labels.hpp"
#include "layers/scene/marking.hpp"

namespace layers {
namespace {

constexpr Rgba kInk{24, 32, 44, 255}, kPaper{255, 255, 255, 225}, kRim{24, 32, 44, 90};
constexpr double kEdgePt = 9;      // of plates from the picture's edge
constexpr double kPaddingPt = 5;

constexpr TextLook kTitle{15, FontFace::bold, kInk}, kSubtitle{10, FontFace::regular, {60, 70, 84, 255}};
constexpr TextLook kSmall{7.5, FontFace::regular, {50, 58, 70, 255}}, kBar{9, FontFace::bold, kInk}, kScale{8.5, FontFace::regular, kInk};

std::vector<ScreenPoint> cornersOf(const ScreenRect& r) { return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}}; }

struct Line {
    std::string text;
    TextLook look;
};

double leading(const Stage& stage, const TextLook& look) { return stage.px(look.sizePt) * 1.35; }

// Lines of text on a plate; `alignX` 0 puts the plate's left edge at `at`, 0.5 its middle, 1 its right edge.
ScreenRect addTextPlate(Decoration& out, const DecorationInput& in, const std::vector<Line>& lines, ScreenPoint at, double alignX, bool growsUp) {
    const Stage& stage = in.stage;
    const double padding = stage.px(kPaddingPt);
    double width = 0, height = 2 * padding;
    for (const Line& line : lines) {
        width = std::max(width, textWidth(in, line.text, line.look));
        height += leading(stage, line.look);
    }
    width += 2 * padding;
    const double left = std::round(at.x - width * alignX), top = std::round(growsUp ? at.y - height : at.y);
    const ScreenRect plate{left, top, left + std::ceil(width), top + std::ceil(height)};
    addPlate(out.over, plate, stage);
    double y = plate.top + padding;
    for (const Line& line : lines) {
        const double free = plate.width() - 2 * padding - textWidth(in, line.text, line.look);
        addText(out.over, in, line.text, {plate.left + padding + free * alignX, y + stage.px(line.look.sizePt) * 1.02}, line.look);
        y += leading(stage, line.look);
    }
    out.keepOut.push_back(plate);
    return plate;
}

TextLook markingLook(const std::string& marking) { return {9, FontFace::bold, markingColorOf(markingLevelOf(marking))}; }

// Once more at the bottom, as every marked sheet has it.
void addBottomMarking(Decoration& out, const DecorationInput& in) {
    const std::string marking = markingOf(in.document, in.stage);
    if (marking.empty()) return;
    const ScreenSize size = in.stage.view.size;
    addTextPlate(out, in, {{marking, markingLook(marking)}}, {size.width / 2.0, size.height - in.stage.px(kEdgePt)}, 0.5, true);
}

// The day that the picture shows, which need not be the area's own; only where something on the map depends on it.
std::string dayInForce(const DecorationInput& in) {
    const bool hasUnits = std::ranges::any_of(in.document.layers, [](const LayerSpec& layer) { return layer.kind == LayerKind::units; });
    if (!hasUnits && in.document.date.empty()) return {};
    if (in.stage.compareDate.empty() || in.stage.compareDate == in.stage.date) return dayGroup(in.stage.date);
    return dayGroup(in.stage.date) + ", changes since " + dayGroup(in.stage.compareDate);
}

void addTitle(Decoration& out, const DecorationInput& in) {
    std::vector<Line> lines;
    if (const std::string marking = markingOf(in.document, in.stage); !marking.empty()) lines.push_back({marking, markingLook(marking)});
    const Marginalia& shown = in.stage.marginalia;
    if (shown.title && !in.document.title.empty()) lines.push_back({in.document.title, kTitle});
    if (!shown.subtitle.empty()) lines.push_back({shown.subtitle, kSubtitle});
    std::string asOf = shown.date ? dayInForce(in) : std::string();
    if (shown.date && !in.document.asOf.empty()) asOf += (asOf.empty() ? "" : "; ") + in.document.asOf;
    if (!asOf.empty()) lines.push_back({std::move(asOf), kSubtitle});
    if (!lines.empty()) addTextPlate(out, in, lines, {in.stage.view.size.width / 2.0, in.stage.px(kEdgePt)}, 0.5, false);
}

std::string grouped(double n) {
    const double step = n >= 100000 ? 1000 : n >= 10000 ? 100 : 10;
    std::string digits = fmt::format("{:.0f}", std::round(n / step) * step);
    for (int i = static_cast<int>(digits.size()) - 3; i > 0; i -= 3) digits.insert(static_cast<std::size_t>(i), "\u2009");
    return digits;
}

void addNorthArrow(Decoration& out, const DecorationInput& in, ScreenPoint foot) {
    const double tall = in.stage.px(19), half = in.stage.px(5.5);
    const ScreenPoint tip{foot.x, foot.y - tall}, waist{foot.x, foot.y - tall * 0.26};
    out.over.push_back(draw::Area{{tip, {foot.x - half, foot.y}, waist}, kInk});
    out.over.push_back(draw::Area{{tip, waist, {foot.x + half, foot.y}}, {255, 255, 255, 255}});
    out.over.push_back(draw::Polyline{{tip, {foot.x + half, foot.y}, waist, {foot.x - half, foot.y}}, {kInk, in.stage.px(0.8), {}}, true});
    const TextLook look{9, FontFace::bold, kInk};
    addText(out.over, in, "N", {foot.x - textWidth(in, "N", look) / 2, tip.y - in.stage.px(2)}, look);
}

void addScaleBar(Decoration& out, const DecorationInput& in) {
    const Stage& stage = in.stage;
    const auto bar = geodata::scaleBar({stage.view.center, stage.view.mPerPx, stage.px(150)}, *in.math);
    if (!(bar.lengthPx > 0)) return;
    const double pad = stage.px(kPaddingPt), arrowRoom = stage.px(20), height = stage.px(38);
    const double left = stage.px(kEdgePt), bottom = stage.view.size.height - stage.px(kEdgePt);
    const std::string scale = "1:" + grouped(stage.scale());
    const double wide = std::max(bar.lengthPx + textWidth(in, bar.label, kBar) / 2, textWidth(in, scale, kScale));
    const ScreenRect plate{left, bottom - height, std::ceil(left + pad * 2 + arrowRoom + wide), bottom};
    addPlate(out.over, plate, stage);
    out.keepOut.push_back(plate);
    addNorthArrow(out, in, {plate.left + pad + stage.px(5.5), plate.bottom - pad});

    const double x = plate.left + pad + arrowRoom, y = std::round(plate.top + stage.px(19)), thick = std::max(2.0, std::round(stage.px(3.2)));
    constexpr int kParts = 4;
    for (int i = 0; i < kParts; ++i) {
        const ScreenRect part{x + bar.lengthPx * i / kParts, y, x + bar.lengthPx * (i + 1) / kParts, y + thick};
        out.over.push_back(draw::Area{cornersOf(part), i % 2 == 0 ? kInk : Rgba{255, 255, 255, 255}});
    }
    out.over.push_back(draw::Polyline{cornersOf({x, y, x + bar.lengthPx, y + thick}), {kInk, stage.px(0.6), {}}, true});
    addText(out.over, in, "0", {x, y - stage.px(3)}, kBar);
    addText(out.over, in, bar.label, {x + bar.lengthPx - textWidth(in, bar.label, kBar) / 2, y - stage.px(3)}, kBar);
    addText(out.over, in, scale, {x, y + thick + stage.px(10)}, kScale);
}

// Each source once, in the layers' order, of what is drawn.
std::string attributionOf(const DecorationInput& in) {
    std::string text;
    std::set<std::string> seen;
    for (const LayerSpec& layer : in.document.layers)
        if (!layer.attribution.empty() && isDrawn(layer, in.stage) && seen.insert(layer.attribution).second)
            text += (text.empty() ? "" : "; ") + layer.attribution;
    return text.empty() ? text : "Sources: " + text;
}

void addSources(Decoration& out, const DecorationInput& in) {
    const double widthPx = in.stage.view.size.width * 0.42;
    std::vector<Line> lines;
    const Marginalia& shown = in.stage.marginalia;
    for (const std::string& text : {shown.note, shown.disclaimer ? in.document.disclaimer : std::string(), shown.sources ? attributionOf(in) : std::string()})
        for (std::string& line : wrapped(in, text, kSmall, widthPx)) lines.push_back({std::move(line), kSmall});
    const ScreenSize size = in.stage.view.size;
    if (!lines.empty()) addTextPlate(out, in, lines, {size.width - in.stage.px(kEdgePt), size.height - in.stage.px(kEdgePt)}, 1, true);
}

}  // namespace

void addPlate(std::vector<DrawItem>& items, const ScreenRect& rect, const Stage& stage) {
    items.push_back(draw::Area{cornersOf(rect), kPaper});
    items.push_back(draw::Polyline{cornersOf(rect), {kRim, std::max(1.0, stage.px(0.6)), {}}, true});
}

double textWidth(const DecorationInput& in, std::string_view text, const TextLook& look) {
    return in.fonts.shape(text, {look.face, static_cast<float>(in.stage.px(look.sizePt)), 0}).widthPx;
}

double addText(std::vector<DrawItem>& items, const DecorationInput& in, std::string_view text, ScreenPoint origin, const TextLook& look) {
    TextRun run = in.fonts.shape(text, {look.face, static_cast<float>(in.stage.px(look.sizePt)), 0});
    const double width = run.widthPx;
    items.push_back(draw::Text{std::move(run), origin, {}, look.color, {}, 0});
    return width;
}

std::vector<std::string> wrapped(const DecorationInput& in, std::string_view text, const TextLook& look, double widthPx) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        const std::string word(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
        std::string longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && textWidth(in, longer, look) > widthPx) {
            lines.push_back(std::move(line));
            longer = word;
        }
        line = std::move(longer);
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

Decoration decorate(const DecorationInput& in) {
    Decoration out;
    addTitle(out, in);
    addBottomMarking(out, in);
    if (in.math != nullptr && in.stage.marginalia.scaleBar) addScaleBar(out, in);
    addSources(out, in);
    if (in.stage.legend) addLegend(out, in);
    if (in.stage.grid && in.math != nullptr) in.stage.gridKind == GridKind::geo ? addGraticule(out, in) : addMilitaryGrid(out, in);
    return out;
}

}  // namespace layers
