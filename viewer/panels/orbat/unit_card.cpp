// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/unit_card.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/model/layer_visibility.hpp"
#include "viewer/panels/kit/controls.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"
#include "viewer/panels/orbat/orbat_model.hpp"
#include "viewer/panels/orbat/orbat_panel.hpp"
#include "viewer/panels/orbat/unit_absence.hpp"

namespace viewer {
namespace {

constexpr double kWidth = 372, kPadding = 16, kLabelWidth = 116, kSymbolWidth = 96, kSymbolHeight = 78;
constexpr double kPlacePx = 10;        // of the ring around the place of a unit without a symbol
constexpr double kTitlePlatePx = 100;  // beside the order of battle the card would lie under the map's title

constexpr double kUncertaintyPx = 1.9, kDashPx = 4;  // as around symbols
constexpr double kMostDashes = 720;                  // of a circle far wider than the window: it then has longer ones

struct Shown {
    const layers::Orbat& orbat;
    std::size_t unit;

    const layers::Unit& data() const { return orbat.units[unit]; }
};

std::optional<Shown> shownUnit(const PanelInput& input, const std::string& id) {
    if (id.empty()) return {};
    for (const LoadedOrbat& table : input.units.orbats)
        if (const auto unit = unitOn(*table.orbat, id, input.stage.date)) return Shown{*table.orbat, *unit};
    return {};
}

const layers::UnitMark* markOf(const PanelInput& input, const std::string& id) {
    const auto found = std::ranges::find_if(
        input.units.marks, [&](const layers::UnitMark& mark) { return mark.orbat->units[mark.unit].id == id; });
    return found == input.units.marks.end() ? nullptr : &*found;
}

// What the card must not cover when the view is at rest: the unit's symbol, or its place.
std::optional<layers::ScreenRect> goalOf(const PanelInput& input, const layers::Unit& unit, double placePx) {
    if (!unit.position) return {};
    const layers::ScreenPoint to = input.goal.toScreen(*unit.position);
    const layers::UnitMark* mark = markOf(input, unit.id);
    if (mark == nullptr) return layers::ScreenRect{to.x - placePx, to.y - placePx, to.x + placePx, to.y + placePx};
    const double x = to.x - mark->position.x, y = to.y - mark->position.y;
    return layers::ScreenRect{mark->room.left + x, mark->room.top + y, mark->room.right + x, mark->room.bottom + y};
}

void drawHead(SymbolTextures& symbols, const PanelInput& input, const layers::Unit& unit, Ui& ui, float width) {
    const float side = ui.px(28), symbol = ui.px(kSymbolWidth), left = symbol + ui.px(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 cross{at.x + width - side + ui.px(6), at.y - ui.px(4)};
    if (buttonAt(ui, "close", cross, {side, side}).clicked) ui.out.stage.selectedUnit = "";
    drawCross({{cross.x + side / 2, cross.y + side / 2}, ui.px(16)}, tone::kInkSoft);
    symbols.draw(ui, input.units.symbolOf, unit.sidc, at, {symbol, ui.px(kSymbolHeight)});
    ImGui::SetCursorScreenPos({at.x + left, at.y});
    wrappedText(ui.faces.title, tone::kInk, shownText(unit.name.empty() ? unit.id : unit.name, 300),
                width - left - side);
    const std::string subtitle = unitSubtitle(unit);
    ImGui::SetCursorScreenPos({at.x + left, ImGui::GetCursorScreenPos().y});
    if (!subtitle.empty()) wrappedText(ui.faces.text, tone::kAccentDark, subtitle, width - left);
    const float below = std::max(ImGui::GetCursorScreenPos().y, at.y + ui.px(kSymbolHeight));
    ImGui::GetWindowDrawList()->AddLine({at.x, below + ui.px(8)}, {at.x + width, below + ui.px(8)}, tone::kLine,
                                        std::max(1.0F, ui.px(1)));
    ImGui::SetCursorScreenPos({at.x, below + ui.px(16)});
}

// True: a link that was clicked.
bool drawCardLine(const CardLine& line, Ui& ui, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float labelWidth = ui.px(kLabelWidth), drop = (ui.faces.text->FontSize - ui.faces.small->FontSize) * 0.75F;
    drawText(ui.faces.small, {at.x, at.y + drop}, tone::kInkFaint,
             cutText(ui.faces.small, line.label, labelWidth - ui.px(8)));
    const bool fine = line.label == "Source" || line.label == "Symbol" || line.label == "Id";
    bool clicked = false;
    if (line.leadsTo) {
        clicked = linkLine(ui, {"link", {at.x + labelWidth, at.y}, width - labelWidth}, line.value);
    } else {
        ImGui::SetCursorScreenPos({at.x + labelWidth, at.y + (fine ? drop : 0)});
        wrappedText(fine ? ui.faces.small : ui.faces.text, fine ? tone::kInkSoft : tone::kInk, line.value,
                    width - labelWidth);
    }
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y + ui.px(5)});
    return clicked;
}

// Why the map does not show it, and the way to have it shown.
void drawAbsence(const Shown& shown, const PanelInput& input, Ui& ui, float width) {
    if (markOf(input, shown.data().id) != nullptr) return;
    const auto isDrawn = [&](const layers::LayerSpec& layer) { return layers::isDrawn(layer, input.stage); };
    const auto absence =
        absenceOf({input.document, input.stage, shown.orbat, shown.unit, input.units.perLayer, isDrawn});
    if (!absence) return;
    drawCardLine({"No symbol", absence->why, {}}, ui, width);
    if (absence->layer.empty()) return;
    if (drawCardLine({"", "Switch it on", shown.unit}, ui, width))
        ui.out.commands.push_back(layers::command::SetVisible{absence->layer, true});
}

void drawLines(const Shown& shown, const PanelInput& input, Ui& ui, float width) {
    CardAsk ask{shown.orbat, shown.unit, {}, input.stage.date};
    const auto& units = shown.orbat.units;
    if (const auto& place = units[shown.unit].position;
        place && !units[shown.unit].accuracy.isGeometry && input.math != nullptr)
        ask.position = input.math->toLonLat(*place);
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

ImVec2 onWindow(layers::ScreenPoint p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

// As addMarks draws it for units that have a symbol.
void drawUncertainty(const layers::MapView& view, const layers::Unit& unit, const Ui& ui) {
    const double radiusPx = unit.accuracy.uncertaintyM / view.mPerPx;
    if (!(radiusPx > ui.px(kPlacePx)) || !std::isfinite(radiusPx)) return;
    const layers::ScreenPoint middle = view.toScreen(*unit.position);
    const auto at = [&](double turn) {
        return onWindow({middle.x + std::cos(turn) * radiusPx, middle.y + std::sin(turn) * radiusPx});
    };
    const int dashes = static_cast<int>(std::min(kMostDashes, std::ceil(std::numbers::pi * radiusPx / ui.px(kDashPx))));
    const double step = std::numbers::pi / dashes;
    for (int i = 0; i < dashes; ++i)
        ImGui::GetBackgroundDrawList()->AddLine(at(2 * i * step), at((2 * i + 1) * step), tone::kInk,
                                                ui.px(kUncertaintyPx));
}

}  // namespace

void drawPlaces(const PanelInput& input, const Ui& ui) {
    constexpr ImU32 kRing = IM_COL32(255, 140, 0, 255);  // as around symbols
    for (const std::string& id : {input.stage.selectedUnit, input.stage.hoveredUnit}) {
        const auto shown = shownUnit(input, id);
        if (!shown || !shown->data().position || markOf(input, id) != nullptr) continue;
        drawUncertainty(input.stage.view, shown->data(), ui);
        const ImVec2 middle = onWindow(input.stage.view.toScreen(*shown->data().position));
        ImGui::GetBackgroundDrawList()->AddCircle(middle, ui.px(kPlacePx), tone::kWhite, 0, ui.px(6));
        ImGui::GetBackgroundDrawList()->AddCircle(middle, ui.px(kPlacePx), kRing, 0, ui.px(3));
        ImGui::GetBackgroundDrawList()->AddCircleFilled(middle, ui.px(2.5), tone::kInk);
    }
}

void drawUnitCard(UnitCardState& state, SymbolTextures& symbols, const PanelInput& input, Ui& ui, float footY) {
    const auto shown = shownUnit(input, input.stage.selectedUnit);
    if (!shown) return;
    const float edge = ui.px(kPanelEdgePx), width = std::min(ui.px(kWidth), ui.size.x - 2 * edge),
                inner = width - 2 * ui.px(kPadding);
    const bool beside = input.show.orbat && ui.size.x > ui.px(kOrbatWidthPx + kWidth) + 3 * edge;
    const float right = ui.size.x - edge - (beside ? ui.px(kOrbatWidthPx) + ui.px(8) : 0),
                top = beside ? ui.px(kTitlePlatePx) : edge;
    footY = std::min(footY, static_cast<float>(footAbove(input.plates, input.stage, right - width, right)));
    const CardRoom card{right, top, footY, width, input.show.layers, goalOf(input, shown->data(), ui.px(kPlacePx))};
    beginPanel({"unit", {static_cast<float>(cardLeft(input.stage, card)), top}, {width, 0}, {0, 0}, ui.px(kPadding)});
    drawHead(symbols, input, shown->data(), ui, inner);
    const float room = footY - top - 2 * ui.px(kPadding) - ImGui::GetCursorPosY();
    ImGui::BeginChild("lines", {inner, std::clamp(state.contentHeightPx, ui.px(20), std::max(ui.px(60), room))}, false,
                      ImGuiWindowFlags_NoNav);
    const float start = ImGui::GetCursorPosY();
    drawAbsence(*shown, input, ui, inner - ui.px(4));
    drawLines(*shown, input, ui, inner - ui.px(4));
    state.contentHeightPx = ImGui::GetCursorPosY() - start;
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    endPanel(ui);
}

}  // namespace viewer
