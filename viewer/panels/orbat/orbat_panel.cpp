// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/orbat_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "layers/orbat/unit_filter.hpp"
#include "viewer/panels/kit/controls.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/list_focus.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"
#include "viewer/panels/orbat/orbat_row.hpp"

namespace viewer {
namespace {

constexpr double kPadding = 10, kHeadHeight = 32, kGap = 6;
constexpr const char* kId = "orbat";

std::vector<std::string> withAny(const std::set<std::string>& values) {
    std::vector<std::string> list{""};
    list.insert(list.end(), values.begin(), values.end());
    return list;
}

void makeChoices(OrbatPanelState& state, const std::vector<LoadedOrbat>& tables) {
    std::set<std::string> countries, statuses;
    for (const LoadedOrbat& table : tables) {
        for (std::string& country : layers::countriesOf(*table.orbat)) countries.insert(std::move(country));
        for (std::string& status : layers::statusesOf(*table.orbat)) statuses.insert(std::move(status));
    }
    state.countries = withAny(countries);
    state.statuses = withAny(statuses);
}

void makeRows(OrbatPanelState& state, const PanelInput& input) {
    OrbatPanelState::Made now{input.units.orbats, input.stage.date, input.stage.units, state.request};
    if (now == state.made) return;
    if (now.units != state.made.units) makeChoices(state, input.units.orbats);
    state.made = std::move(now);
    state.branches.clear();
    for (const LoadedOrbat& table : input.units.orbats)
        state.branches.push_back(
            {orbatRows(*table.orbat, input.stage, state.request), layers::rollUp(*table.orbat, input.stage.date)});
}

std::size_t rowCount(const OrbatPanelState& state) {
    std::size_t count = 0;
    for (const auto& branch : state.branches) count += branch.rows.size();
    return count;
}

std::string countOf(const OrbatPanelState& state, const PanelInput& input) {
    std::size_t shown = 0, all = 0;
    for (std::size_t i = 0; i < state.branches.size(); ++i) {
        shown += std::ranges::count_if(state.branches[i].rows,
                                       [](const OrbatRow& row) { return row.here && !row.onlyHeads; });
        all += input.units.orbats[i].orbat->units.size();
    }
    return fmt::format("{} of {}", countText(shown), countText(all));
}

void drawHead(const OrbatPanelState& state, const PanelInput& input, Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(kHeadHeight), left = at.x + ui.px(6), right = at.x + ImGui::GetContentRegionAvail().x;
    constexpr std::string_view kTitle = "Order of battle";
    drawText(ui.faces.title, {left, middleTop(ui.faces.title, at.y, height)}, tone::kInk, kTitle);
    const ImVec2 cap = keyCapSize(ui, "O");
    drawKeyCap(
        ui, {std::round(left + textSize(ui.faces.title, kTitle).x + ui.px(9)), std::round(at.y + (height - cap.y) / 2)},
        "O");
    const std::string count = countOf(state, input);
    drawText(ui.faces.small,
             {right - ui.px(6) - textSize(ui.faces.small, count).x, middleTop(ui.faces.small, at.y, height)},
             tone::kInkFaint, count);
    ImGui::SetCursorScreenPos({at.x, at.y + height + ui.px(4)});
}

struct Filter {
    const char* id;
    std::string any;  // shown while nothing is chosen
    std::vector<std::string> values;
    std::string ending;
    std::string layers::UnitFilter::* member;
};

std::vector<Filter> filtersOf(const OrbatPanelState& state) {
    std::vector<std::string> echelons{""};
    echelons.insert(echelons.end(), layers::kEchelons.begin(), layers::kEchelons.end());
    return {{"echelon", "Any echelon", std::move(echelons), " and above", &layers::UnitFilter::leastEchelon},
            {"country", "Any country", state.countries, "", &layers::UnitFilter::country},
            {"status", "Any status", state.statuses, "", &layers::UnitFilter::status}};
}

void drawFilters(const OrbatPanelState& state, const PanelInput& input, Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float gap = ui.px(kGap), width = (ImGui::GetContentRegionAvail().x - 2 * gap) / 3;
    float x = at.x;
    for (const Filter& one : filtersOf(state)) {
        const auto wordsOf = [&](const std::string& value) { return value.empty() ? one.any : value + one.ending; };
        std::vector<std::string> words;
        for (const std::string& value : one.values) words.push_back(wordsOf(value));
        if (const auto picked =
                dropDown(ui, {one.id, {x, at.y}, width}, wordsOf(input.stage.units.*one.member), words)) {
            layers::UnitFilter filter = input.stage.units;
            filter.*one.member = one.values[*picked];
            ui.out.stage.units = std::move(filter);
        }
        x += width + gap;
    }
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(kControlHeightPx + kGap)});
}

void drawTools(OrbatPanelState& state, const PanelInput& input, Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    searchField(ui, {"search", at, ImGui::GetContentRegionAvail().x}, state.request.search,
                "Find a unit, country or place");
    state.typing = ImGui::IsItemActive();
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(kControlHeightPx + kGap)});
    drawFilters(state, input, ui);
    const ImVec2 below = ImGui::GetCursorScreenPos();
    if (switchLine(ui, {"others", below, ImGui::GetContentRegionAvail().x}, "Include units of other dates",
                   state.request.alsoOthers))
        state.request.alsoOthers = !state.request.alsoOthers;
    ImGui::SetCursorScreenPos({below.x, below.y + ui.px(kControlHeightPx + 2)});
}

// One line, where something is wrong; the sentences when the cursor asks.
void drawFaults(const PanelInput& input, Ui& ui) {
    std::vector<std::string> faults = faultsOf(input.units.orbats);
    faults.insert(faults.end(), input.units.codeFaults.begin(), input.units.codeFaults.end());
    if (faults.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(kControlHeightPx), left = at.x + ui.px(30);
    std::string all;
    for (const std::string& sentence : faults) all += (all.empty() ? "" : "\n") + shownText(sentence, 300);
    buttonAt(ui, "faults", at, {ImGui::GetContentRegionAvail().x, height});
    tooltip(ui, all);
    drawWarning({{at.x + ui.px(14), at.y + height / 2}, ui.px(15)});
    const std::string line = (faults.size() > 1 ? fmt::format("{} problems. ", faults.size()) : std::string()) +
                             shownText(faults.front(), 300);
    drawText(ui.faces.small, {left, middleTop(ui.faces.small, at.y, height)}, tone::kInkSoft,
             cutText(ui.faces.small, line, at.x + ImGui::GetContentRegionAvail().x - left));
    ImGui::SetCursorScreenPos({at.x, at.y + height + ui.px(2)});
}

void fold(OrbatPanelState& state, const layers::Unit& unit) {
    if (state.request.closed.erase(unit.id) == 0) state.request.closed.insert(unit.id);
}

void pick(OrbatPanelState& state, const layers::Unit& unit, OrbatPanelState::Place place, Ui& ui) {
    state.keyAt = place;
    ui.out.stage.selectedUnit = state.lastSelected = unit.id;
    ui.out.flyTo = unit.position;
}

void answer(OrbatPanelState& state, const PanelInput& input, std::size_t table, const OrbatRow& row,
            const OrbatRowResult& result, Ui& ui) {
    const layers::Unit& unit = input.units.orbats[table].orbat->units[row.unit];
    if (result.hovered) state.hovered = unit.id;
    if (result.folds) fold(state, unit);
    if (result.hides) ui.out.stage.units = withBranch(input.stage.units, unit.id, !row.hidden);
    if (result.clicked && !result.folds && !result.hides) pick(state, unit, {table, row.unit}, ui);
}

// Only the rows in sight: a table may have thousands.
void drawRows(OrbatPanelState& state, SymbolTextures& symbols, const PanelInput& input, std::size_t table, Ui& ui) {
    const layers::Orbat& orbat = *input.units.orbats[table].orbat;
    const OrbatPanelState::Branches& branch = state.branches[table];  // stays: answers are taken with the next frame
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(branch.rows.size()), ui.px(kOrbatRowHeight));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const OrbatRow& row = branch.rows[static_cast<std::size_t>(i)];
            const layers::Unit& unit = orbat.units[row.unit];
            const OrbatRowView view{orbat,
                                    row,
                                    branch.below[row.unit],
                                    row.here && unit.id == input.stage.selectedUnit,
                                    unit.id == input.stage.hoveredUnit,
                                    hasKeys(ui, kId) && state.keyAt == OrbatPanelState::Place{table, row.unit}};
            answer(state, input, table, row, drawOrbatRow(ui, symbols, input.units.symbolOf, view), ui);
        }
    clipper.End();
}

void drawTableTitle(const LoadedOrbat& table, Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(kHeadHeight);
    drawText(ui.faces.bold, {at.x + ui.px(6), middleTop(ui.faces.bold, at.y, height)}, tone::kAccentDark,
             cutText(ui.faces.bold, shownText(table.title), ImGui::GetContentRegionAvail().x - ui.px(12)));
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

struct PlacedRow {
    OrbatPanelState::Place place;
    const OrbatRow& row;
    float topPx = 0;
};
// Of all tables under each other.
std::vector<PlacedRow> placedRows(const OrbatPanelState& state, const PanelInput& input, const Ui& ui) {
    std::vector<PlacedRow> placed;
    float top = 0;
    for (std::size_t table = 0; table < state.branches.size(); ++table) {
        if (input.units.orbats.size() > 1) top += ui.px(kHeadHeight);
        for (const OrbatRow& row : state.branches[table].rows) {
            placed.push_back({{table, row.unit}, row, top});
            top += ui.px(kOrbatRowHeight);
        }
    }
    return placed;
}

// What is selected on the map comes into sight here.
void followSelection(OrbatPanelState& state, const PanelInput& input, const Ui& ui) {
    if (input.stage.selectedUnit == state.lastSelected) return;
    state.lastSelected = input.stage.selectedUnit;
    const auto rows = placedRows(state, input, ui);
    const auto found = std::ranges::find_if(rows, [&](const PlacedRow& one) {
        return one.row.here &&
               input.units.orbats[one.place.table].orbat->units[one.place.unit].id == state.lastSelected;
    });
    if (found == rows.end()) return;
    state.keyAt = found->place;
    ImGui::SetScrollY(found->topPx - ImGui::GetWindowHeight() / 2);
}

// Enter alone takes the first unit that was found.
std::optional<ListStep> stepIn(const OrbatPanelState& state, const std::vector<PlacedRow>& rows, ListKey key) {
    std::vector<ListRow> seen;
    for (const PlacedRow& one : rows)
        seen.push_back({one.row.depth, one.row.hasRowsBelow && state.request.search.empty(), one.row.open});
    const auto at = std::ranges::find(rows, state.keyAt, [](const PlacedRow& one) { return std::optional(one.place); });
    if (at != rows.end()) return stepOf(seen, static_cast<std::size_t>(at - rows.begin()), key);
    if (key != ListKey::enter || state.request.search.empty()) return stepOf(seen, {}, key);
    const auto found = std::ranges::find_if(rows, [](const PlacedRow& one) { return !one.row.onlyHeads; });
    return stepOf(seen, static_cast<std::size_t>(found - rows.begin()), key);
}

void takeKey(OrbatPanelState& state, const PanelInput& input, ListKey key, Ui& ui) {
    if (state.typing && !state.request.search.empty() && (key == ListKey::left || key == ListKey::right))
        return;  // they move in what was typed
    const auto rows = placedRows(state, input, ui);
    const auto step = stepIn(state, rows, key);
    if (!step) return;
    const PlacedRow& to = rows[step->row];
    const layers::Unit& unit = input.units.orbats[to.place.table].orbat->units[to.place.unit];
    state.keyAt = to.place;
    keepInSight(to.topPx, ui.px(kOrbatRowHeight));
    if (step->picks) pick(state, unit, to.place, ui);
    if (!step->folds) return;
    fold(state, unit);
    makeRows(state, input);
}

void drawList(OrbatPanelState& state, SymbolTextures& symbols, const PanelInput& input, std::span<const ListKey> keys,
              Ui& ui) {
    const std::string before = std::exchange(state.hovered, "");
    followSelection(state, input, ui);
    for (const ListKey key : keys) takeKey(state, input, key, ui);
    for (std::size_t table = 0; table < input.units.orbats.size(); ++table) {
        ImGui::PushID(static_cast<int>(table));
        if (input.units.orbats.size() > 1) drawTableTitle(input.units.orbats[table], ui);
        drawRows(state, symbols, input, table, ui);
        ImGui::PopID();
    }
    if (state.hovered != before) ui.out.stage.hoveredUnit = state.hovered;
}

float listHeight(const OrbatPanelState& state, const PanelInput& input, const Ui& ui) {
    const std::size_t titles = input.units.orbats.size() > 1 ? input.units.orbats.size() : 0;
    return ui.px(kOrbatRowHeight) * static_cast<float>(rowCount(state)) +
           ui.px(kHeadHeight) * static_cast<float>(titles);
}

const char* emptyText(const PanelInput& input) {
    return input.units.orbats.empty() ? "This area has no units." : "No unit on this date matches.";
}

}  // namespace

void drawOrbatPanel(OrbatPanelState& state, SymbolTextures& symbols, const PanelInput& input, Ui& ui) {
    makeRows(state, input);
    const float edge = ui.px(kPanelEdgePx), width = std::min(ui.px(kOrbatWidthPx), ui.size.x - 2 * edge),
                inner = width - 2 * ui.px(kPadding);
    beginPanel({kId, {ui.size.x - edge, edge}, {width, 0}, {1, 0}, ui.px(kPadding)});
    const auto keys = keysFor(ui, kId);
    drawHead(state, input, ui);
    drawTools(state, input, ui);
    drawFaults(input, ui);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine({at.x - ui.px(kPadding), at.y}, {at.x + inner + ui.px(kPadding), at.y},
                                        tone::kLine);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(6)});
    if (rowCount(state) == 0) wrappedText(ui.faces.text, tone::kInkSoft, emptyText(input), inner);
    const auto foot =
        static_cast<float>(footAbove(input.plates, input.stage, ui.size.x - edge - width, ui.size.x - edge));
    const float room = std::max(ui.px(kOrbatRowHeight), foot - edge - ui.px(kPadding) - ImGui::GetCursorPosY());
    ImGui::BeginChild("list", {inner, std::clamp(listHeight(state, input, ui), 1.0F, room)}, false,
                      ImGuiWindowFlags_NoNav);
    drawList(state, symbols, input, keys, ui);
    ImGui::EndChild();
    endPanel(ui);
}

}  // namespace viewer
