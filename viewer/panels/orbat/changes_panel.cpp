// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/changes_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/model/date.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/list_focus.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"
#include "viewer/panels/orbat/orbat_panel.hpp"

namespace viewer {
namespace {

constexpr double kWidth = 420, kPadding = 12, kRowHeight = 26, kSignWidth = 22;
constexpr std::size_t kMostInSight = 9;
constexpr const char* kId = "changes";

struct KindStyle {
    const char *sign, *word;
    ImU32 color;
};
// By ChangeKind; the colours are those of the marks on the map (layers/scene).
constexpr std::array<KindStyle, 4> kKindStyles{{{"+", "arrived", IM_COL32(0, 122, 61, 255)},
                                                {"−", "left", IM_COL32(190, 30, 45, 255)},
                                                {"→", "moved", IM_COL32(106, 61, 154, 255)},
                                                {"=", "relieved", IM_COL32(0, 90, 160, 255)}}};

const KindStyle& lookOf(layers::ChangeKind kind) { return kKindStyles[static_cast<std::size_t>(kind)]; }

void makeList(ChangesPanelState& state, const PanelInput& input) {
    if (state.units == input.units.orbats && state.from == input.stage.compareDate && state.to == input.stage.date)
        return;
    state = {.units = input.units.orbats,
             .from = input.stage.compareDate,
             .to = input.stage.date,
             .changes = {},
             .keyAt = {}};
    for (std::size_t table = 0; table < input.units.orbats.size(); ++table)
        for (const layers::UnitChange& change :
             layers::changesBetween(*input.units.orbats[table].orbat, state.from, state.to))
            state.changes.emplace_back(table, change);
}

std::string headOf(const ChangesPanelState& state) {
    std::array<std::size_t, 4> counts{};
    for (const auto& [table, change] : state.changes) ++counts[static_cast<std::size_t>(change.kind)];
    std::string text;
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
        if (counts[kind] > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts[kind], kKindStyles[kind].word);
    return text;
}

void drawHead(const ChangesPanelState& state, Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = ui.px(26), width = ImGui::GetContentRegionAvail().x;
    const auto [earlier, later] = std::minmax(state.from, state.to);
    drawText(ui.faces.bold, at, tone::kInk, layers::dayGroup(earlier) + " to " + layers::dayGroup(later));
    drawText(ui.faces.small, {at.x, at.y + ui.px(20)}, tone::kInkSoft, headOf(state));
    const ImVec2 cross{at.x + width - side + ui.px(4), at.y - ui.px(2)};
    if (buttonAt(ui, "close", cross, {side, side}).clicked) ui.out.stage.compareDate = "";
    tooltip(ui, "End the comparison");
    drawCross({{cross.x + side / 2, cross.y + side / 2}, ui.px(15)}, tone::kInkSoft);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(42)});
}

void pick(const layers::Unit& unit, Ui& ui) {
    ui.out.stage.selectedUnit = unit.id;
    ui.out.flyTo = unit.position;
}

// True: it was clicked.
bool drawRow(const layers::Orbat& orbat, const layers::UnitChange& change, bool keyed, Ui& ui) {
    const layers::Unit& unit = orbat.units[change.unit];
    const KindStyle& look = lookOf(change.kind);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.px(kRowHeight), sign = ui.px(kSignWidth);
    const bool clicked = buttonAt(ui, "row", at, {width, height}).clicked;
    if (clicked) pick(unit, ui);
    const std::string whom = change.kind == layers::ChangeKind::relieved
                                 ? " " + shownText(orbat.units[change.before].name, 120)
                                 : std::string();
    tooltip(ui, fmt::format("{} {}{}{}", shownText(unit.name, 120), look.word, whom,
                            unit.place.empty() ? "" : ", " + shownText(unit.place, 80)));
    drawText(ui.faces.bold, {at.x + ui.px(4), middleTop(ui.faces.bold, at.y, height)}, look.color, look.sign);
    const float countryWidth = textSize(ui.faces.small, unit.country).x;
    drawText(ui.faces.text, {at.x + sign, middleTop(ui.faces.text, at.y, height)}, tone::kInk,
             cutText(ui.faces.text, shownText(unit.name, 120), width - sign - countryWidth - ui.px(12)));
    drawText(ui.faces.small, {at.x + width - countryWidth - ui.px(4), middleTop(ui.faces.small, at.y, height)},
             tone::kInkSoft, shownText(unit.country, 20));
    if (keyed) drawKeyRim(ui, at, {width, height});
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    return clicked;
}

void takeKey(ChangesPanelState& state, ListKey key, Ui& ui) {
    const auto step = stepOf(std::vector<ListRow>(state.changes.size()), state.keyAt, key);
    if (!step) return;
    state.keyAt = step->row;
    keepInSight(static_cast<float>(step->row) * ui.px(kRowHeight), ui.px(kRowHeight));
    const auto& [table, change] = state.changes[step->row];
    if (step->picks) pick(state.units[table].orbat->units[change.unit], ui);
}

}  // namespace

void drawChangesPanel(ChangesPanelState& state, const PanelInput& input, Ui& ui, float footY) {
    if (!layers::isDate(input.stage.compareDate) || !layers::isDate(input.stage.date)) return;
    makeList(state, input);
    const float width = std::min(ui.px(kWidth), ui.size.x - 2 * ui.px(kPanelEdgePx));
    const float right = ui.size.x - ui.px(kPanelEdgePx) - (input.show.orbat ? ui.px(kOrbatWidthPx + kPanelEdgePx) : 0);
    beginPanel({kId, {std::round(right), footY}, {width, 0}, {1, 1}, ui.px(kPadding)});
    const auto keys = keysFor(ui, kId);
    drawHead(state, ui);
    const float rows = static_cast<float>(std::clamp<std::size_t>(state.changes.size(), 1, kMostInSight));
    ImGui::BeginChild("list", {width - 2 * ui.px(kPadding), rows * ui.px(kRowHeight)}, false, ImGuiWindowFlags_NoNav);
    if (state.changes.empty())
        wrappedText(ui.faces.text, tone::kInkSoft, "No unit arrived, left, moved or was relieved.",
                    width - 2 * ui.px(kPadding));
    for (const ListKey key : keys) takeKey(state, key, ui);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(state.changes.size()), ui.px(kRowHeight));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const auto& [table, change] = state.changes[at];
            ImGui::PushID(i);
            if (drawRow(*state.units[table].orbat, change, hasKeys(ui, kId) && state.keyAt == at, ui)) state.keyAt = at;
            ImGui::PopID();
        }
    ImGui::EndChild();
    endPanel(ui);
}

}  // namespace viewer
