// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/layers/layers_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "layers/model/layer_visibility.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/list_focus.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"
#include "viewer/panels/layers/layer_row.hpp"

namespace viewer {
namespace {

constexpr double kWidth = 348, kPadding = 10, kHeadHeight = 32, kGroupHeight = 28,
                 kFootRoom = 88;  // the scale bar stands at the foot
constexpr const char* kId = "layers";

void flip(std::set<std::string>& set, const std::string& key) {
    if (set.erase(key) == 0) set.insert(key);
}

void drawHistoryButton(Ui& ui, ImVec2 at, bool redo, bool enabled) {
    const float side = ui.px(28);
    bool& asked = redo ? ui.out.redo : ui.out.undo;
    if (buttonAt(ui, redo ? "redo" : "undo", at, {side, side}, enabled).clicked) asked = true;
    tooltip(ui, redo ? "Redo (Ctrl+Shift+Z)" : "Undo (Ctrl+Z)");
    drawUndo({{at.x + side / 2, at.y + side / 2}, ui.px(15)}, enabled ? tone::kInk : IM_COL32(24, 32, 44, 60), redo);
}

void drawSaveButton(Ui& ui, ImVec2 at) {
    const float side = ui.px(28);
    if (buttonAt(ui, "save", at, {side, side}).clicked) ui.out.saveArea = true;
    tooltip(ui, "Save to area (Ctrl+S): visibility, opacity, order, places of symbols");
    drawSave({{at.x + side / 2, at.y + side / 2}, ui.px(15)}, tone::kInk);
}

void drawHead(const PanelInput& input, Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.px(kHeadHeight), side = ui.px(28);
    const float left = at.x + ui.px(6);
    drawText(ui.faces.title, {left, middleTop(ui.faces.title, at.y, height)}, tone::kInk, "Layers");
    const ImVec2 cap = keyCapSize(ui, "L");
    drawKeyCap(
        ui,
        {std::round(left + textSize(ui.faces.title, "Layers").x + ui.px(9)), std::round(at.y + (height - cap.y) / 2)},
        "L");
    drawSaveButton(ui, {at.x + width - 4 * side - ui.px(12), at.y + ui.px(2)});
    const ImVec2 settings{at.x + width - 3 * side - ui.px(8), at.y + ui.px(2)};
    if (buttonAt(ui, "settings", settings, {side, side}).clicked) ui.out.toggleSettings = true;
    tooltip(ui, "Settings (,)");
    drawSliders({{settings.x + side / 2, settings.y + side / 2}, ui.px(15)}, tone::kInk);
    drawHistoryButton(ui, {at.x + width - 2 * side - ui.px(4), at.y + ui.px(2)}, false, input.canUndo);
    drawHistoryButton(ui, {at.x + width - side, at.y + ui.px(2)}, true, input.canRedo);
    ImGui::SetCursorScreenPos({at.x, at.y + height + ui.px(4)});
}

// A pill; the theme that is shown is filled.
void drawTheme(Ui& ui, const layers::Theme& theme, ImVec2 at, ImVec2 size, std::string_view title, bool shown) {
    const bool clicked = buttonAt(ui, "theme", at, size).clicked;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float round = size.y / 2;
    if (shown) list->AddRectFilled(at, at + size, tone::kAccentDark, round);
    else list->AddRect(at, at + size, IM_COL32(0, 90, 160, 120), round, 0, std::max(1.0F, ui.px(1)));
    drawText(ui.faces.small,
             {at.x + (size.x - textSize(ui.faces.small, title).x) / 2, middleTop(ui.faces.small, at.y, size.y)},
             shown ? tone::kWhite : tone::kAccentDark, title);
    if (clicked) ui.out.commands.push_back(layers::command::ApplyTheme{theme.name});
}

void drawThemes(const PanelInput& input, Ui& ui) {
    const auto& themes = input.document.themes;
    if (themes.empty()) return;
    const layers::Theme* shown = themeShown(input.document);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float left = start.x + ui.px(6), right = start.x + ImGui::GetContentRegionAvail().x - ui.px(2),
                height = ui.px(25), gap = ui.px(6);
    ImVec2 at{left, start.y + ui.px(2)};
    for (std::size_t i = 0; i < themes.size(); ++i) {
        const std::string title =
            cutText(ui.faces.small, shownText(themes[i].title.empty() ? themes[i].name : themes[i].title),
                    right - left - ui.px(24));
        const float width = textSize(ui.faces.small, title).x + ui.px(22);
        if (at.x > left && at.x + width > right) at = {left, at.y + height + gap};
        ImGui::PushID(static_cast<int>(i));
        drawTheme(ui, themes[i], at, {width, height}, title, &themes[i] == shown);
        ImGui::PopID();
        at.x += width + gap;
    }
    ImGui::SetCursorScreenPos({start.x, at.y + height + ui.px(8)});
}

using Place = LayersPanelState::Place;

struct PlacedRow {
    Place place;
    const RowGroup* group = nullptr;
    const layers::LayerSpec* layer = nullptr;  // none: the group's head
};

std::vector<PlacedRow> placedRows(const LayersPanelState& state, const layers::Document& document,
                                  const std::vector<RowGroup>& groups) {
    std::vector<PlacedRow> rows;
    for (const RowGroup& group : groups) {
        if (!group.title.empty()) rows.push_back({{document.layers[group.layers.front()].id, true}, &group, nullptr});
        if (state.closedGroups.contains(group.title)) continue;
        for (const std::size_t i : group.layers)
            rows.push_back({{document.layers[i].id, false}, &group, &document.layers[i]});
    }
    return rows;
}

ListRow listRowOf(const LayersPanelState& state, const PlacedRow& row) {
    if (row.layer == nullptr) return {0, true, !state.closedGroups.contains(row.group->title)};
    return {row.group->title.empty() ? 0U : 1U, true, state.openLayers.contains(row.layer->id)};
}

void takeKey(LayersPanelState& state, const PanelInput& input, const std::vector<RowGroup>& groups, ListKey key,
             Ui& ui) {
    const auto rows = placedRows(state, input.document, groups);
    std::vector<ListRow> seen;
    for (const PlacedRow& row : rows) seen.push_back(listRowOf(state, row));
    const auto at = std::ranges::find(rows, state.keyAt, [](const PlacedRow& row) { return std::optional(row.place); });
    const auto step = stepOf(seen, static_cast<std::size_t>(at - rows.begin()), key);
    if (!step) return;
    const PlacedRow& to = rows[step->row];
    state.keyAt = to.place;
    state.keyMoved = true;
    if (to.layer == nullptr && (step->folds || step->picks)) flip(state.closedGroups, to.group->title);
    if (to.layer != nullptr && step->folds) flip(state.openLayers, to.layer->id);
    if (to.layer != nullptr && step->picks)
        ui.out.commands.push_back(layers::command::SetVisible{to.layer->id, !to.layer->visible});
}

// Around what is drawn from `top` on, where keys stand there.
void markKeys(LayersPanelState& state, const Place& place, ImVec2 top, const Ui& ui) {
    if (!hasKeys(ui, kId) || state.keyAt != place) return;
    const ImVec2 end = ImGui::GetCursorScreenPos();
    drawKeyRim(ui, top, {ImGui::GetContentRegionAvail().x, end.y - top.y});
    if (std::exchange(state.keyMoved, false))
        keepInSight(top.y - ImGui::GetWindowPos().y + ImGui::GetScrollY(), end.y - top.y);
}

// False: the group is closed.
bool drawGroupHead(LayersPanelState& state, const layers::Document& document, const RowGroup& group, Ui& ui) {
    if (group.title.empty()) return true;
    const bool open = !state.closedGroups.contains(group.title);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.px(kGroupHeight);
    ImGui::PushID(static_cast<int>(group.layers.front()));
    if (buttonAt(ui, "group", at, {width, height}).clicked) flip(state.closedGroups, group.title);
    ImGui::PopID();
    const auto visible = std::ranges::count_if(group.layers, [&](std::size_t i) { return document.layers[i].visible; });
    const std::string count = fmt::format("{} of {}", visible, group.layers.size());
    const float y = middleTop(ui.faces.small, at.y, height),
                countLeft = at.x + width - ui.px(24) - textSize(ui.faces.small, count).x;
    drawChevron({{at.x + width - ui.px(12), at.y + height / 2}, ui.px(13)}, tone::kInkFaint, open);
    drawText(ui.faces.small, {countLeft, y}, tone::kInkFaint, count);
    const std::string title = cutText(ui.faces.bold, shownText(group.title), countLeft - at.x - ui.px(14));
    drawText(ui.faces.bold, {at.x + ui.px(6), middleTop(ui.faces.bold, at.y, height)}, tone::kAccentDark, title);
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    markKeys(state, {document.layers[group.layers.front()].id, true}, at, ui);
    return open;
}

std::optional<RowDrop> drawGroup(LayersPanelState& state, const PanelInput& input, const RowGroup& group, Ui& ui) {
    std::optional<RowDrop> drop;
    for (const std::size_t i : group.layers) {
        const layers::LayerSpec& layer = input.document.layers[i];
        layers::LayerSpec shown = layer;  // whether its scale range or time, not its box, keeps it away
        shown.visible = true;
        const LayerRow row{layer, i, input.sources.state(layer.id), layers::isDrawn(shown, input.stage),
                           state.openLayers.contains(layer.id)};
        const ImVec2 top = ImGui::GetCursorScreenPos();
        const LayerRowResult result = drawLayerRow(ui, input.document, row);
        if (result.clicked) state.keyAt = Place{layer.id, false};
        markKeys(state, {layer.id, false}, top, ui);
        if (result.flipsOpen) flip(state.openLayers, layer.id);
        if (result.drop) drop = result.drop;
    }
    return drop;
}

// While a layer is dragged to the list's end the list comes to meet it.
void scrollWhileDragging(Ui& ui) {
    if (ImGui::GetDragDropPayload() == nullptr || ImGui::GetScrollMaxY() <= 0) return;
    const float y = ImGui::GetIO().MousePos.y, top = ImGui::GetWindowPos().y, bottom = top + ImGui::GetWindowHeight(),
                zone = ui.px(28);
    const float speed = ui.px(420) * ImGui::GetIO().DeltaTime;
    if (y < top + zone) ImGui::SetScrollY(ImGui::GetScrollY() - speed);
    else if (y > bottom - zone) ImGui::SetScrollY(ImGui::GetScrollY() + speed);
    else return;
    ui.out.animating = true;
}

void drawList(LayersPanelState& state, const PanelInput& input, std::span<const ListKey> keys, Ui& ui) {
    const float top = ImGui::GetCursorPosY();
    std::optional<RowDrop> drop;
    const auto groups = rowGroups(input.document);
    for (const ListKey key : keys) takeKey(state, input, groups, key, ui);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i > 0 || !groups[i].title.empty()) ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(i > 0 ? 5 : 0));
        if (!drawGroupHead(state, input.document, groups[i], ui)) continue;
        if (const auto dropped = drawGroup(state, input, groups[i], ui)) drop = dropped;
    }
    state.listHeightPx = ImGui::GetCursorPosY() - top;
    ImGui::Dummy({1, 0});
    scrollWhileDragging(ui);
    if (!drop) return;
    if (const auto move = moveOf(input.document, *drop)) ui.out.commands.push_back(*move);
}

}  // namespace

void drawLayersPanel(LayersPanelState& state, const PanelInput& input, Ui& ui) {
    const float edge = ui.px(kPanelEdgePx), most = ui.size.y - edge - ui.px(kFootRoom);
    beginPanel({kId, {edge, edge}, {std::min(ui.px(kWidth), ui.size.x - 2 * edge), 0}, {0, 0}, ui.px(kPadding)});
    const auto keys = keysFor(ui, kId);
    drawHead(input, ui);
    drawThemes(input, ui);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui.px(kWidth) - 2 * ui.px(kPadding);
    ImGui::GetWindowDrawList()->AddLine({at.x - ui.px(kPadding), at.y}, {at.x + width + ui.px(kPadding), at.y},
                                        tone::kLine);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(6)});
    const float room = std::max(ui.px(80), most - (ImGui::GetCursorPosY() + ui.px(kPadding)));
    ImGui::BeginChild("list", {width, std::min(room, std::max(state.listHeightPx, ui.px(kGroupHeight)))}, false,
                      ImGuiWindowFlags_NoNav);
    drawList(state, input, keys, ui);
    ImGui::EndChild();
    endPanel(ui);
}

}  // namespace viewer
