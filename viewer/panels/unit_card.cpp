#include "viewer/panels/unit_card.hpp"

#include <algorithm>
#include <cmath>

#include "viewer/panels/controls.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/orbat_panel.hpp"
#include "viewer/panels/orbat_rows.hpp"
#include "viewer/panels/panel_layout.hpp"
#include "viewer/panels/panel_text.hpp"

namespace viewer {
namespace {

constexpr double kWidth = 372, kPadding = 16, kLabelWidth = 88, kSymbolWidth = 96, kSymbolHeight = 78;
constexpr double kTitlePlatePx = 100;  // beside the order of battle the card would lie under the map's title

struct Shown {
    const layers::Orbat& orbat;
    std::size_t unit;
};

std::optional<Shown> shownUnit(const PanelInput& input) {
    if (input.stage.selectedUnit.empty()) return {};
    for (const UnitTable& table : input.units)
        if (const auto unit = unitOn(*table.orbat, input.stage.selectedUnit, input.stage.date)) return Shown{*table.orbat, *unit};
    return {};
}

void drawHead(SymbolTextures& symbols, const PanelInput& input, const layers::Unit& unit, Ui& ui, float width) {
    const float side = ui.px(28), symbol = ui.px(kSymbolWidth), left = symbol + ui.px(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 cross{at.x + width - side + ui.px(6), at.y - ui.px(4)};
    if (buttonAt(ui, "close", cross, {side, side}).clicked) ui.out.stage.selectedUnit = "";
    drawCross({{cross.x + side / 2, cross.y + side / 2}, ui.px(16)}, tone::kInkSoft);
    symbols.draw(ui, input.symbolOf, unit.sidc, at, {symbol, ui.px(kSymbolHeight)});
    ImGui::SetCursorScreenPos({at.x + left, at.y});
    wrappedText(ui.faces.title, tone::kInk, shownText(unit.name.empty() ? unit.id : unit.name, 300), width - left - side);
    const std::string subtitle = unitSubtitle(unit);
    ImGui::SetCursorScreenPos({at.x + left, ImGui::GetCursorScreenPos().y});
    if (!subtitle.empty()) wrappedText(ui.faces.text, tone::kAccentDark, subtitle, width - left);
    const float below = std::max(ImGui::GetCursorScreenPos().y, at.y + ui.px(kSymbolHeight));
    ImGui::GetWindowDrawList()->AddLine({at.x, below + ui.px(8)}, {at.x + width, below + ui.px(8)}, tone::kLine, std::max(1.0F, ui.px(1)));
    ImGui::SetCursorScreenPos({at.x, below + ui.px(16)});
}

// True: a link that was clicked.
bool drawCardLine(const CardLine& line, Ui& ui, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float labelWidth = ui.px(kLabelWidth), drop = (ui.faces.text->FontSize - ui.faces.small->FontSize) * 0.75F;
    drawText(ui.faces.small, {at.x, at.y + drop}, tone::kInkFaint, cutText(ui.faces.small, line.label, labelWidth - ui.px(8)));
    const bool fine = line.label == "Source" || line.label == "Symbol" || line.label == "Id";
    bool clicked = false;
    if (line.leadsTo) {
        clicked = linkLine(ui, {"link", {at.x + labelWidth, at.y}, width - labelWidth}, line.value);
    } else {
        ImGui::SetCursorScreenPos({at.x + labelWidth, at.y + (fine ? drop : 0)});
        wrappedText(fine ? ui.faces.small : ui.faces.text, fine ? tone::kInkSoft : tone::kInk, line.value, width - labelWidth);
    }
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y + ui.px(5)});
    return clicked;
}

void drawLines(const Shown& shown, const PanelInput& input, Ui& ui, float width) {
    CardAsk ask{shown.orbat, shown.unit, {}, input.stage.date};
    const auto& units = shown.orbat.units;
    if (const auto& place = units[shown.unit].position; place && input.math != nullptr) ask.position = input.math->toLonLat(*place);
    int id = 0;
    for (const CardLine& line : cardLines(ask)) {
        ImGui::PushID(id++);
        if (drawCardLine(line, ui, width)) {
            ui.out.stage.selectedUnit = units[*line.leadsTo].id;
            ui.out.flyTo = units[*line.leadsTo].position;
        }
        ImGui::PopID();
    }
}

}  // namespace

void drawUnitCard(UnitCardState& state, SymbolTextures& symbols, const PanelInput& input, Ui& ui, float footY) {
    const auto shown = shownUnit(input);
    if (!shown) return;
    const float edge = ui.px(kPanelEdgePx), width = std::min(ui.px(kWidth), ui.size.x - 2 * edge), inner = width - 2 * ui.px(kPadding);
    const bool beside = input.showOrbat && ui.size.x > ui.px(kOrbatWidthPx + kWidth) + 3 * edge;
    const float right = ui.size.x - edge - (beside ? ui.px(kOrbatWidthPx) + ui.px(8) : 0), top = beside ? ui.px(kTitlePlatePx) : edge;
    beginPanel({"unit", {right, top}, {width, 0}, {1, 0}, ui.px(kPadding)});
    drawHead(symbols, input, shown->orbat.units[shown->unit], ui, inner);
    const float room = footY - top - 2 * ui.px(kPadding) - ImGui::GetCursorPosY();
    ImGui::BeginChild("lines", {inner, std::clamp(state.contentHeightPx, ui.px(20), std::max(ui.px(60), room))}, false, ImGuiWindowFlags_NoNav);
    const float start = ImGui::GetCursorPosY();
    drawLines(*shown, input, ui, inner - ui.px(4));
    state.contentHeightPx = ImGui::GetCursorPosY() - start;
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    endPanel(ui);
}

}  // namespace viewer
