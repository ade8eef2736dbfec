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

constexpr Rgba kInk{24, 32, 44, 255}, kPaper{255, 255, 255, 238}, kRim{24, 32, 44, 90};
constexpr double kEdgePt = 9;      // of plates from the picture's edge
constexpr double kPaddingPt = 5, kGapPt = 5;

constexpr double kReadablePx = 10, kMostGrowth = 1.5;
constexpr TextLook kTitle{15, FontFace::bold, kInk}, kSubtitle{10, FontFace::regular, {60, 70, 84, 255}};
constexpr TextLook kSmall{7.5, FontFace::regular, {50, 58, 70, 255}}, kNote{9, FontFace::regular, kInk};

struct Line {
    std::string text;
    TextLook look;
};

double leading(const Stage& stage, const TextLook& look) { return sizePx(stage, look) * 1.35; }

// Lines of text on a plate of that side.
bool addTextPlate(Decoration& out, const DecorationInput& in, const std::vector<Line>& lines, PlateSide side) {
    const Stage& stage = in.stage;
    const double padding = stage.px(kPaddingPt);
    PlateSize size{0, 2 * padding};
    for (const Line& line : lines) {
        size.widthPx = std::max(size.widthPx, textWidth(in, line.text, line.look) + 2 * padding);
        size.heightPx += leading(stage, line.look);
    }
    const auto plate = addPlate(out, in, side, size);
    if (!plate) return false;
    const bool isCentred = side == PlateSide::top || side == PlateSide::bottom;
    double y = plate->top + padding;
    for (const Line& line : lines) {
        const double free = plate->width() - 2 * padding - textWidth(in, line.text, line.look);
        addText(out.over, in, line.text, {plate->left + padding + (isCentred ? free / 2 : 0), y + sizePx(stage, line.look) * 1.02}, line.look);
        y += leading(stage, line.look);
    }
    return true;
}

void addWrapped(std::vector<Line>& lines, const DecorationInput& in, std::string_view text, const TextLook& look, double widthPx) {
    for (std::string& line : wrapped(in, text, look, widthPx)) lines.push_back({std::move(line), look});
}

// What no picture may be without stands in it even where there is no room for a plate.
void forceText(Decoration& out, const DecorationInput& in, const Line& line) {
    addText(out.over, in, line.text, {0, sizePx(in.stage, line.look)}, line.look);
}

double textRoomPx(const Decoration& out, const DecorationInput& in) { return out.layout.widestPx() - 2 * in.stage.px(kPaddingPt); }

TextLook markingLook(const std::string& marking) { return {9, FontFace::bold, markingColorOf(markingLevelOf(marking))}; }

// Once more at the bottom, as every marked sheet has it.
void addBottomMarking(Decoration& out, const DecorationInput& in) {
    const std::string marking = markingOf(in.document, in.stage);
    std::vector<Line> lines;
    addWrapped(lines, in, marking, markingLook(marking), textRoomPx(out, in));
    if (!lines.empty()) addTextPlate(out, in, lines, PlateSide::bottom);
}

// The day that the picture shows, which need not be the area's own; only where something on the map depends on it.
std::string dayInForce(const DecorationInput& in) {
    const bool hasUnits = std::ranges::any_of(in.document.layers, [](const LayerSpec& layer) { return layer.kind == LayerKind::units; });
    if (!hasUnits && in.document.date.empty()) return {};
    if (in.stage.compareDate.empty() || in.stage.compareDate == in.stage.date) return dayGroup(in.stage.date);
    return dayGroup(in.stage.date) + ", changes since " + dayGroup(in.stage.compareDate);
}

void addTitle(Decoration& out, const DecorationInput& in) {
    const Marginalia& shown = in.stage.marginalia;
    const double widthPx = textRoomPx(out, in);
    std::vector<Line> lines;
    const std::string marking = markingOf(in.document, in.stage);
    addWrapped(lines, in, marking, markingLook(marking), widthPx);
    const std::vector<Line> markingAlone = lines;
    if (shown.title) addWrapped(lines, in, in.document.title, kTitle, widthPx);
    addWrapped(lines, in, shown.subtitle, kSubtitle, widthPx);
    std::string asOf = shown.date ? dayInForce(in) : std::string();
    if (shown.date && !in.document.asOf.empty()) asOf += (asOf.empty() ? "" : "; ") + in.document.asOf;
    addWrapped(lines, in, asOf, kSubtitle, widthPx);
    if (lines.empty() || addTextPlate(out, in, lines, PlateSide::top) || markingAlone.empty()) return;
    if (!addTextPlate(out, in, markingAlone, PlateSide::top)) forceText(out, in, markingAlone.front());
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

// Layers of one "as of" together, in the layers' order: "approximate: Sector West, Sector East; 2018: Roads".
std::string asOfLayers(const DecorationInput& in) {
    std::vector<std::pair<std::string, std::string>> groups;
    for (const LayerSpec& layer : in.document.layers) {
        if (layer.asOf.empty() || !isDrawn(layer, in.stage)) continue;
        const auto group = std::ranges::find(groups, layer.asOf, &std::pair<std::string, std::string>::first);
        if (group == groups.end()) groups.emplace_back(layer.asOf, layer.title);
        else group->second += ", " + layer.title;
    }
    std::string text;
    for (const auto& [asOf, titles] : groups) text += (text.empty() ? "As of: " : "; ") + titles + " – " + asOf;
    return text;
}

void addSources(Decoration& out, const DecorationInput& in) {
    const double widthPx = std::min(std::max(in.stage.view.size.width * 0.42, in.stage.px(230)), textRoomPx(out, in));
    std::vector<Line> lines;
    const Marginalia& shown = in.stage.marginalia;
    addWrapped(lines, in, shown.note, kNote, widthPx);
    if (shown.asOf) addWrapped(lines, in, asOfLayers(in), kSmall, widthPx);
    if (shown.disclaimer) addWrapped(lines, in, in.document.disclaimer, kSmall, widthPx);
    if (shown.sources) addWrapped(lines, in, attributionOf(in), kSmall, widthPx);
    if (!lines.empty()) addTextPlate(out, in, lines, PlateSide::bottomRight);
}

}  // namespace

std::vector<ScreenPoint> cornersOf(const ScreenRect& r) { return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}}; }

std::optional<ScreenRect> addPlate(Decoration& out, const DecorationInput& in, PlateSide side, PlateSize size) {
    const auto plate = out.layout.put(side, size);
    if (!plate) return {};
    out.over.push_back(draw::Area{cornersOf(*plate), kPaper});
    out.over.push_back(draw::Polyline{cornersOf(*plate), {kRim, std::max(1.0, in.stage.px(0.6)), {}}, true});
    out.keepOut.push_back(*plate);
    return plate;
}

double sizePx(const Stage& stage, const TextLook& look) {
    const double own = stage.px(look.sizePt), least = std::min(look.sizePt * kPxPerPt, kReadablePx) * stage.shrunk;
    return stage.dpi > 0 ? own : std::max(own, std::min(kMostGrowth * own, least));
}

Stage grownWith(Stage stage, const TextLook& look) {
    stage.userFactor *= sizePx(stage, look) / stage.px(look.sizePt);
    stage.shrunk = 0;  // no text grows twice
    return stage;
}

double textWidth(const DecorationInput& in, std::string_view text, const TextLook& look) {
    return in.fonts.shape(text, {look.face, static_cast<float>(sizePx(in.stage, look)), 0}).widthPx;
}

double addText(std::vector<DrawItem>& items, const DecorationInput& in, std::string_view text, ScreenPoint origin, const TextLook& look) {
    TextRun run = in.fonts.shape(text, {look.face, static_cast<float>(sizePx(in.stage, look)), 0});
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

std::string shortened(const DecorationInput& in, std::string_view text, const TextLook& look, double widthPx) {
    widthPx += 0.01;  // what was measured for this very text is room enough for it
    if (textWidth(in, text, look) <= widthPx) return std::string(text);
    std::string less(text);
    do {
        bool isHalf = true;  // a character's bytes go together
        while (isHalf && !less.empty()) {
            isHalf = (static_cast<unsigned char>(less.back()) & 0xC0) == 0x80;
            less.pop_back();
        }
    } while (!less.empty() && textWidth(in, less + "…", look) > widthPx);
    while (!less.empty() && less.back() == ' ') less.pop_back();
    return less + "…";
}

// What must stand comes first; what can be shorter takes the room that is left.
Decoration decorate(const DecorationInput& in) {
    const Stage& stage = in.stage;
    const Marginalia& shown = stage.marginalia;
    Decoration out{.under = {}, .over = {}, .keepOut = {}, .gridLabels = {}, .layout = {stage.view.size, stage.px(kEdgePt), std::max(2.0, stage.px(kGapPt))}};
    addTitle(out, in);
    addBottomMarking(out, in);
    if (in.math != nullptr && shown.scaleBar) addScaleBar(out, in);
    addSources(out, in);
    if (in.math != nullptr && shown.north) addNorth(out, in);
    if (shown.locator) addLocator(out, in);
    addLegend(out, in);
    if (shown.unitTable) addUnitTable(out, in);
    out.plates = out.keepOut.size();
    if (stage.grid && in.math != nullptr) stage.gridKind == GridKind::geo ? addGraticule(out, in) : addMilitaryGrid(out, in);
    return out;
}

}  // namespace layers
