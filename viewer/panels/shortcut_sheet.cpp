// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/shortcut_sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

#include "viewer/input/shortcuts.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

constexpr double kPadding = 30, kRowHeight = 33, kHeadHeight = 38, kGroupGap = 12, kColumnGap = 40, kTitleHeight = 58;

struct SheetRow {
    std::string_view keys, what;
};
struct SheetGroup {
    std::string_view title;
    std::vector<SheetRow> rows;
};

constexpr std::array<SheetRow, 6> kMouse{{{"Drag", "move the map"},
                                          {"Wheel", "zoom in, zoom out at the cursor"},
                                          {"Shift+Drag", "zoom to a rectangle"},
                                          {"Click", "card of a unit"},
                                          {"Alt+Drag", "move a symbol; Alt+Click puts it back"},
                                          {"Right-click", "copy the position"}}};

constexpr std::array<SheetRow, 3> kLists{
    {{"↑ ↓", "previous, next row"}, {"← →", "close, open a branch"}, {"Enter", "same as a click"}}};

std::vector<SheetGroup> sheetGroups() {
    std::vector<SheetGroup> groups;
    for (const Shortcut& shortcut : shortcuts()) {
        if (groups.empty() || groups.back().title != shortcut.group) groups.push_back({shortcut.group, {}});
        groups.back().rows.push_back({shortcut.keys, shortcut.what});
    }
    groups.push_back({"In a list (click it first)", {kLists.begin(), kLists.end()}});
    groups.push_back({"Mouse", {kMouse.begin(), kMouse.end()}});
    return groups;
}

struct Chords {
    const Ui& ui;
    ImVec2 at;
    bool draws = false;

    float text(std::string_view words) {
        if (draws)
            drawText(ui.faces.small, {at.x, middleTop(ui.faces.small, at.y, keyCapSize(ui, "L").y)}, tone::kInkFaint,
                     words);
        return textSize(ui.faces.small, words).x;
    }
    float cap(std::string_view key) { return draws ? drawKeyCap(ui, at, key) : keyCapSize(ui, key).x; }
};

// "Ctrl+Z Ctrl+Shift+Z" or "1 – 9" as key caps from `at` on; the width they take.
float layKeys(const Ui& ui, ImVec2 at, std::string_view keys, bool draws) {
    Chords chords{ui, at, draws};
    while (!keys.empty()) {
        const std::string_view chord = keys.substr(0, keys.find(' '));
        keys.remove_prefix(std::min(keys.size(), chord.size() + 1));
        if (chord == "–") {
            chords.at.x += chords.text(chord) + ui.px(5);
            continue;
        }
        for (const std::string& key : keyCaps(chord)) chords.at.x += std::round(chords.cap(key) + ui.px(3));
        chords.at.x += ui.px(keys.empty() ? -3 : 4);
    }
    return chords.at.x - at.x;
}

struct Column {
    std::vector<const SheetGroup*> groups;
    float keysWidth = 0, width = 0;
};

std::vector<Column> columnsOf(const Ui& ui, const std::vector<SheetGroup>& groups, std::size_t count) {
    std::vector<double> heights;
    for (const SheetGroup& group : groups)
        heights.push_back(kHeadHeight + kGroupGap + kRowHeight * static_cast<double>(group.rows.size()));
    std::vector<Column> columns;
    std::size_t first = 0;
    for (const std::size_t end : columnEnds(heights, count)) {
        Column column;
        float words = 0;
        for (; first < end; ++first) {
            column.groups.push_back(&groups[first]);
            for (const SheetRow& row : groups[first].rows) {
                column.keysWidth = std::max(column.keysWidth, layKeys(ui, {0, 0}, row.keys, false));
                words = std::max(words, textSize(ui.faces.text, row.what).x);
            }
        }
        column.width = column.keysWidth + ui.px(16) + words;
        columns.push_back(std::move(column));
    }
    return columns;
}

float heightOf(const Ui& ui, const Column& column) {
    double height = -kGroupGap;
    for (const SheetGroup* group : column.groups)
        height += kHeadHeight + kGroupGap + kRowHeight * static_cast<double>(group->rows.size());
    return ui.px(height);
}

void drawColumn(const Ui& ui, const Column& column, ImVec2 at) {
    const float capHeight = keyCapSize(ui, "L").y;
    for (const SheetGroup* group : column.groups) {
        drawText(ui.faces.bold, {at.x, middleTop(ui.faces.bold, at.y, ui.px(28))}, tone::kAccentDark, group->title);
        const float ruleY = std::round(at.y + ui.px(30));
        ImGui::GetWindowDrawList()->AddLine({at.x, ruleY}, {at.x + column.width, ruleY}, tone::kLine,
                                            std::max(1.0F, ui.px(1)));
        at.y += ui.px(kHeadHeight);
        for (const SheetRow& row : group->rows) {
            layKeys(ui, {at.x, std::round(at.y + (ui.px(kRowHeight) - capHeight) / 2)}, row.keys, true);
            drawText(ui.faces.text,
                     {at.x + column.keysWidth + ui.px(16), middleTop(ui.faces.text, at.y, ui.px(kRowHeight))},
                     tone::kInk, row.what);
            at.y += ui.px(kRowHeight);
        }
        at.y += ui.px(kGroupGap);
    }
}

// The map steps back; a click anywhere closes.
void drawVeil(Ui& ui) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ui.size);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(16, 26, 42, 110));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("veil", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::SetCursorScreenPos({0, 0});
    if (ImGui::InvisibleButton("veil", ui.size)) ui.out.closeSheet = true;
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    ui.covered.push_back({0, 0, ui.size.x, ui.size.y});
}

}  // namespace

void drawShortcutSheet(Ui& ui) {
    drawVeil(ui);
    const std::vector<SheetGroup> groups = sheetGroups();
    const auto measured = [&](std::size_t count) {
        auto columns = columnsOf(ui, groups, count);
        ImVec2 size{-ui.px(kColumnGap), 0};
        for (const Column& column : columns)
            size = {size.x + column.width + ui.px(kColumnGap), std::max(size.y, heightOf(ui, column))};
        return std::pair{std::move(columns),
                         size + ImVec2(2 * ui.px(kPadding), ui.px(kTitleHeight) + 2 * ui.px(kPadding))};
    };
    auto [columns, size] = measured(3);
    if (size.x > ui.size.x) std::tie(columns, size) = measured(2);
    const ImVec2 at{std::round((ui.size.x - size.x) / 2), std::round(std::max(0.0F, (ui.size.y - size.y) / 2))};
    beginPanel({"sheet", at, size, {0, 0}, 0, IM_COL32(255, 255, 255, 250)});
    ImGui::SetWindowFocus();  // above the veil, which is as new as it
    const float padding = ui.px(kPadding);
    drawText(ui.faces.title, {at.x + padding, at.y + padding - ui.px(6)}, tone::kInk, "Keys and mouse");
    const float closeWidth = textSize(ui.faces.small, "closes").x, capWidth = keyCapSize(ui, "Esc").x;
    drawKeyCap(
        ui,
        {std::round(at.x + size.x - padding - closeWidth - capWidth - ui.px(7)), std::round(at.y + padding - ui.px(2))},
        "Esc");
    drawText(ui.faces.small, {at.x + size.x - padding - closeWidth, at.y + padding}, tone::kInkFaint, "closes");
    float x = at.x + padding;
    for (const Column& column : columns) {
        drawColumn(ui, column, {x, at.y + padding + ui.px(kTitleHeight) - ui.px(12)});
        x += column.width + ui.px(kColumnGap);
    }
    if (ImGui::IsWindowHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) ui.out.closeSheet = true;
    endPanel(ui);
}

}  // namespace viewer
