// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/marginalia.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "layers/model/date.hpp"
#include "layers/model/layer_visibility.hpp"
#include "layers/scene/marginalia/graticule.hpp"
#include "layers/scene/marginalia/legend.hpp"
#include "layers/scene/marginalia/locator_plate.hpp"
#include "layers/scene/marginalia/marking.hpp"
#include "layers/scene/marginalia/military_grid.hpp"
#include "layers/scene/marginalia/north_plate.hpp"
#include "layers/scene/marginalia/orbat_table_plate.hpp"
#include "layers/scene/marginalia/scale_bar_plate.hpp"

namespace layers {
namespace {

constexpr Rgba kInk{24, 32, 44, 255};
constexpr double kEdgePt = 9;  // of plates from the picture's edge
constexpr double kPaddingPt = 5, kGapPt = 5;

constexpr PlateText kTitle{15, FontFace::bold, kInk}, kSubtitle{10, FontFace::regular, {60, 70, 84, 255}};
constexpr PlateText kSmall{7.5, FontFace::regular, {50, 58, 70, 255}}, kNote{9, FontFace::regular, kInk};

struct Line {
    std::string text;
    PlateText look;
};

double leading(const Stage& stage, const PlateText& look) { return sizePx(stage, look) * 1.35; }

// Lines of text on a plate of that side.
bool addTextPlate(PlacedMarginalia& out, const MarginaliaInput& in, const std::vector<Line>& lines, PlateSide side) {
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
        addText(out.over, in, line.text,
                {plate->left + padding + (isCentred ? free / 2 : 0), y + sizePx(stage, line.look) * 1.02}, line.look);
        y += leading(stage, line.look);
    }
    return true;
}

void addWrapped(std::vector<Line>& lines, const MarginaliaInput& in, std::string_view text, const PlateText& look,
                double widthPx) {
    for (std::string& line : wrapped(in, text, look, widthPx)) lines.push_back({std::move(line), look});
}

// Texts that no picture may lack are written even where there is no space for a plate.
void forceText(PlacedMarginalia& out, const MarginaliaInput& in, const Line& line) {
    addText(out.over, in, line.text, {0, sizePx(in.stage, line.look)}, line.look);
}

double textRoomPx(const PlacedMarginalia& out, const MarginaliaInput& in) {
    return out.layout.widestPx() - 2 * in.stage.px(kPaddingPt);
}

PlateText markingLook(const std::string& marking) {
    return {9, FontFace::bold, markingColorOf(markingLevelOf(marking))};
}

// Once more at the bottom, as every marked sheet has it.
void addBottomMarking(PlacedMarginalia& out, const MarginaliaInput& in) {
    const std::string marking = markingOf(in.document, in.stage);
    std::vector<Line> lines;
    addWrapped(lines, in, marking, markingLook(marking), textRoomPx(out, in));
    if (!lines.empty()) addTextPlate(out, in, lines, PlateSide::bottom);
}

// The day that the picture shows, which need not be the area's own; only where something on the map depends on it.
std::string dayInForce(const MarginaliaInput& in) {
    const bool hasUnits =
        std::ranges::any_of(in.document.layers, [](const LayerSpec& layer) { return layer.kind == LayerKind::units; });
    if (!hasUnits && in.document.date.empty()) return {};
    if (in.stage.compareDate.empty() || in.stage.compareDate == in.stage.date) return dayGroup(in.stage.date);
    return dayGroup(in.stage.date) + ", changes since " + dayGroup(in.stage.compareDate);
}

void addTitle(PlacedMarginalia& out, const MarginaliaInput& in) {
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
std::string attributionOf(const MarginaliaInput& in) {
    std::string text;
    std::set<std::string> seen;
    for (const LayerSpec& layer : in.document.layers)
        if (!layer.attribution.empty() && isDrawn(layer, in.stage) && seen.insert(layer.attribution).second)
            text += (text.empty() ? "" : "; ") + layer.attribution;
    return text.empty() ? text : "Sources: " + text;
}

// The title without what its "as of" says too.
std::string titleBeside(const std::string& asOf, std::string title) {
    constexpr std::string_view kEnd = " (approximate)";
    if (title.ends_with(kEnd) && asOf.find("approximate") != std::string::npos) title.erase(title.size() - kEnd.size());
    return title;
}

// Layers of one "as of" together, in the layers' order: "Sector West, Sector East – approximate; Roads – as of
// 2018-05-01".
std::string asOfLayers(const MarginaliaInput& in) {
    std::vector<std::pair<std::string, std::string>> groups;
    for (const LayerSpec& layer : in.document.layers) {
        if (layer.asOf.empty() || !isDrawn(layer, in.stage)) continue;
        const auto group = std::ranges::find(groups, layer.asOf, &std::pair<std::string, std::string>::first);
        if (group == groups.end()) groups.emplace_back(layer.asOf, titleBeside(layer.asOf, layer.title));
        else group->second += ", " + titleBeside(layer.asOf, layer.title);
    }
    std::string text;
    for (const auto& [asOf, titles] : groups)
        text += (text.empty() ? "Accuracy: " : "; ") + titles + (isDate(asOf) ? " – as of " : " – ") + asOf;
    return text;
}

void addSources(PlacedMarginalia& out, const MarginaliaInput& in) {
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

// Required lines come first; lines that can be shorter take the remaining space.
PlacedMarginalia layOutMarginalia(const MarginaliaInput& in) {
    const Stage& stage = in.stage;
    const Marginalia& shown = stage.marginalia;
    PlacedMarginalia out{.under = {},
                         .over = {},
                         .keepOut = {},
                         .gridLabels = {},
                         .layout = {stage.view.size, stage.px(kEdgePt), std::max(2.0, stage.px(kGapPt))}};
    addTitle(out, in);
    addBottomMarking(out, in);
    if (in.math != nullptr && shown.scaleBar) addScaleBar(out, in);
    addSources(out, in);
    if (in.math != nullptr && shown.north) addNorth(out, in);
    if (shown.locator) addLocator(out, in);
    addLegend(out, in);
    if (shown.unitTable) addOrbatTable(out, in);
    out.plates = out.keepOut.size();
    if (stage.grid && in.math != nullptr)
        stage.gridKind == GridKind::geo ? addGraticule(out, in) : addMilitaryGrid(out, in);
    return out;
}

}  // namespace layers
