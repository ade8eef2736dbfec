#include "viewer/panels/unit_card.hpp"

#include <algorithm>

#include "viewer/panels/icons.hpp"
#include "viewer/panels/panel_layout.hpp"
#include "viewer/panels/panel_text.hpp"

namespace viewer {
namespace {

constexpr double kWidth = 372, kPadding = 16, kLabelWidth = 96, kFootRoom = 130;

void drawHead(const layers::Unit& unit, Ui& ui, float width) {
    const float side = ui.px(28);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 cross{at.x + width - side + ui.px(6), at.y - ui.px(4)};
    if (buttonAt(ui, "close", cross, {side, side}).clicked) ui.out.closeCard = true;
    drawCross({{cross.x + side / 2, cross.y + side / 2}, ui.px(16)}, tone::kInkSoft);
    ImGui::SetCursorScreenPos(at);
    wrappedText(ui.faces.title, tone::kInk, shownText(unit.name.empty() ? unit.id : unit.name, 300), width - side);
    const std::string subtitle = unitSubtitle(unit);
    if (!subtitle.empty()) wrappedText(ui.faces.text, tone::kAccentDark, subtitle, width);
    const ImVec2 below = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine({at.x, below.y + ui.px(8)}, {at.x + width, below.y + ui.px(8)}, tone::kLine, std::max(1.0F, ui.px(1)));
    ImGui::SetCursorScreenPos({at.x, below.y + ui.px(16)});
}

void drawCardLine(const CardLine& line, Ui& ui, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float labelWidth = ui.px(kLabelWidth), drop = (ui.faces.text->FontSize - ui.faces.small->FontSize) * 0.75F;
    drawText(ui.faces.small, {at.x, at.y + drop}, tone::kInkFaint, cutText(ui.faces.small, line.label, labelWidth - ui.px(8)));
    ImGui::SetCursorScreenPos({at.x + labelWidth, at.y});
    const bool fine = line.label == "Source" || line.label == "Symbol";
    if (fine) ImGui::SetCursorScreenPos({at.x + labelWidth, at.y + drop});
    wrappedText(fine ? ui.faces.small : ui.faces.text, fine ? tone::kInkSoft : tone::kInk, line.value, width - labelWidth);
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y + ui.px(5)});
}

}  // namespace

void drawUnitCard(UnitCardState& state, const layers::UnitMark& mark, Ui& ui) {
    if (mark.orbat == nullptr || mark.unit >= mark.orbat->units.size()) return;
    const float edge = ui.px(kPanelEdgePx), width = std::min(ui.px(kWidth), ui.size.x - 2 * edge), inner = width - 2 * ui.px(kPadding);
    beginPanel({"unit", {ui.size.x - edge, edge}, {width, 0}, {1, 0}, ui.px(kPadding)});
    drawHead(mark.orbat->units[mark.unit], ui, inner);
    const float room = ui.size.y - edge - ui.px(kFootRoom) - ImGui::GetCursorPosY();
    ImGui::BeginChild("lines", {inner, std::clamp(state.contentHeightPx, ui.px(20), std::max(ui.px(60), room))}, false, ImGuiWindowFlags_NoNav);
    const float top = ImGui::GetCursorPosY();
    for (const CardLine& line : cardLines(*mark.orbat, mark.unit)) drawCardLine(line, ui, inner - ui.px(4));
    state.contentHeightPx = ImGui::GetCursorPosY() - top;
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    endPanel(ui);
}

}  // namespace viewer
