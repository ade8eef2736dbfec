// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/orbat_row.hpp"

#include <algorithm>
#include <cmath>

#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/list_focus.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

// Pixels at factor 1.
constexpr double kIndent = 13, kFoldSide = 20, kSymbolWidth = 42, kSymbolHeight = 34, kGap = 7, kEyeSide = 26;
constexpr std::size_t kDeepest = 8;  // deeper units stand below one another: the name must keep room

struct RowBox {
    Ui& ui;
    const OrbatRowView& view;
    ImVec2 at, size;

    const layers::Unit& unit() const { return view.orbat.units[view.row.unit]; }
    float left() const { return at.x + ui.px(kIndent) * static_cast<float>(std::min(view.row.depth, kDeepest)); }
    float middleY() const { return at.y + size.y / 2; }
    bool strong() const { return view.row.here && !view.row.hidden; }
};

void drawGround(const RowBox& r) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (r.view.selected) list->AddRectFilled(r.at, r.at + r.size, tone::kAccentPale, r.ui.px(5));
    if (r.view.hovered) list->AddRectFilled(r.at, r.at + r.size, tone::kHover, r.ui.px(5));
    if (r.view.selected)
        list->AddRectFilled(r.at, {r.at.x + r.ui.px(3), r.at.y + r.size.y}, tone::kAccentDark, r.ui.px(2));
    if (r.view.keyed) drawKeyRim(r.ui, r.at, r.size);
}

bool drawFold(const RowBox& r) {
    if (!r.view.row.hasRowsBelow) return false;
    const float side = r.ui.px(kFoldSide);
    const ImVec2 at{r.left(), r.middleY() - side / 2};
    const Button button = buttonAt(r.ui, "fold", at, {side, side});
    drawChevron({{at.x + side / 2, r.middleY()}, r.ui.px(12)}, button.hovered ? tone::kInk : tone::kInkFaint,
                r.view.row.open);
    return button.clicked;
}

bool drawEye(const RowBox& r, bool rowHovered) {
    const bool off = r.view.row.hidden;
    if (!rowHovered && !off) return false;
    const float side = r.ui.px(kEyeSide);
    const ImVec2 at{r.at.x + r.size.x - side - r.ui.px(4), r.middleY() - side / 2};
    const bool clicked = buttonAt(r.ui, "eye", at, {side, side}).clicked;
    tooltip(r.ui, off ? "Show this unit and its subordinates" : "Hide this unit and its subordinates");
    drawEyeSign({{at.x + side / 2, r.middleY()}, r.ui.px(17)}, off ? tone::kInkFaint : tone::kInkSoft, off);
    return clicked;
}

std::string secondLine(const layers::Unit& unit, bool here) {
    std::string text = unitSubtitle(unit);
    const auto add = [&](const std::string& part) { text += (text.empty() || part.empty() ? "" : " · ") + part; };
    if (!here) add(datesText(unit));
    if (!unit.position) add("no position");
    return text;
}

// Name and figure above, country and roll-up below; `right` is where they end.
void drawWords(const RowBox& r, float left, float right) {
    const layers::Unit& unit = r.unit();
    const Faces& faces = r.ui.faces;
    const float upper = std::round(r.at.y + r.ui.px(5)), lower = std::round(r.at.y + r.ui.px(23)), gap = r.ui.px(10);
    const ImU32 ink = r.strong() && !r.view.row.onlyHeads ? tone::kInk : tone::kInkFaint,
                soft = r.strong() ? tone::kInkSoft : tone::kInkFaint;
    const std::string figure = cutText(faces.text, shownText(unit.strength, 40), r.ui.px(90)),
                      sum = rollUpText(r.view.below);
    const float figureWidth = textSize(faces.text, figure).x, sumWidth = textSize(faces.small, sum).x;
    drawText(faces.text, {right - figureWidth, upper}, ink, figure);
    drawText(faces.small, {right - sumWidth, lower}, exceedsOwn(r.view.below, unit) ? tone::kWarning : soft, sum);
    const std::string name =
        cutText(faces.bold, shownText(unit.name.empty() ? unit.id : unit.name), right - figureWidth - gap - left);
    drawText(faces.bold, {left, upper}, ink, name);
    const std::string second = cutText(faces.small, secondLine(unit, r.view.row.here), right - sumWidth - gap - left);
    drawText(faces.small, {left, lower}, soft, second);
}

}  // namespace

OrbatRowResult drawOrbatRow(Ui& ui, SymbolTextures& symbols, const SymbolSource& source, const OrbatRowView& view) {
    const RowBox r{ui, view, ImGui::GetCursorScreenPos(), {ImGui::GetContentRegionAvail().x, ui.px(kOrbatRowHeight)}};
    ImGui::PushID(static_cast<int>(view.row.unit));
    OrbatRowResult result;
    drawGround(r);
    result.clicked = ImGui::InvisibleButton("row", r.size);
    result.hovered =
        ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem | ImGuiHoveredFlags_AllowWhenOverlapped);
    ImGui::SetItemAllowOverlap();
    result.folds = drawFold(r);
    const float symbolLeft = r.left() + ui.px(kFoldSide), symbolWidth = ui.px(kSymbolWidth),
                symbolHeight = ui.px(kSymbolHeight);
    symbols.draw(ui, source, r.unit().sidc, {symbolLeft, r.middleY() - symbolHeight / 2}, {symbolWidth, symbolHeight});
    result.hides = drawEye(r, result.hovered);
    const bool eye = result.hovered || view.row.hidden;
    drawWords(r, symbolLeft + symbolWidth + ui.px(kGap), r.at.x + r.size.x - ui.px(eye ? kEyeSide + 8 : 8));
    ImGui::PopID();
    ImGui::SetCursorScreenPos({r.at.x, r.at.y + r.size.y});
    return result;
}

}  // namespace viewer
