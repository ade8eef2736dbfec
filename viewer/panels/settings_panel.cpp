// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/settings_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/panels/kit/controls.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/panel_layout.hpp"

namespace viewer {
namespace {

constexpr double kWidth = 372, kPadding = 14, kLeft = 368,
                 kRowGap = 10;  // left: beside the layer panel, before the map's title
constexpr double kLeastFactor = 0.5, kMostFactor = 3, kFactorStep = 1.1;

constexpr std::array<std::string_view, 4> kAmplifiers{"None", "Name", "Name, higher", "All"};
constexpr std::array<std::string_view, 3> kColors{"Light", "Medium", "Dark"}, kLanguages{"Latin", "Arabic", "Both"},
    kSizes{"Smaller", "Larger", "Reset"};

// Title above a row of choices; moves the cursor below.
std::optional<std::size_t> row(const Ui& ui, const char* id, std::string_view title,
                               std::span<const std::string_view> choices, std::size_t chosen) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, titleHeight = ui.px(20);
    drawText(ui.faces.small, at, tone::kInkSoft, title);
    const auto picked = segments(ui, {id, {at.x, at.y + titleHeight}, width}, choices, chosen);
    ImGui::SetCursorScreenPos({at.x, at.y + titleHeight + ui.px(kControlHeightPx + kRowGap)});
    return picked;
}

void drawHead(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = ui.px(28), width = ImGui::GetContentRegionAvail().x;
    drawText(ui.faces.title, at, tone::kInk, "Settings");
    const ImVec2 cap = keyCapSize(ui, ",");
    drawKeyCap(ui,
               {std::round(at.x + textSize(ui.faces.title, "Settings").x + ui.px(9)),
                std::round(at.y + (ui.faces.title->FontSize - cap.y) / 2)},
               ",");
    const ImVec2 cross{at.x + width - side + ui.px(6), at.y - ui.px(2)};
    if (buttonAt(ui, "close", cross, {side, side}).clicked) ui.out.toggleSettings = true;
    drawCross({{cross.x + side / 2, cross.y + side / 2}, ui.px(16)}, tone::kInkSoft);
    ImGui::SetCursorScreenPos({at.x, at.y + ui.px(36)});
}

}  // namespace

void drawSettingsPanel(const PanelInput& input, Ui& ui) {
    constexpr std::size_t kNone = ~std::size_t{0};
    const layers::Stage& stage = input.stage;
    const float edge = ui.px(kPanelEdgePx), width = std::min(ui.px(kWidth), ui.size.x - 2 * edge),
                left = std::min(ui.px(kLeft), ui.size.x - width - edge);
    beginPanel({"settings", {input.show.layers ? left : edge, edge}, {width, 0}, {0, 0}, ui.px(kPadding)});
    drawHead(ui);
    if (const auto picked =
            row(ui, "amplifiers", "Symbol labels", kAmplifiers, static_cast<std::size_t>(stage.amplifiers)))
        ui.out.stage.amplifiers = static_cast<layers::Amplifiers>(*picked);
    if (const auto picked = row(ui, "colors", "Symbol colours", kColors, static_cast<std::size_t>(stage.symbolColors)))
        ui.out.stage.symbolColors = static_cast<layers::SymbolColors>(*picked);
    if (const auto picked =
            row(ui, "language", "Names on the map", kLanguages, static_cast<std::size_t>(stage.language)))
        ui.out.stage.language = static_cast<layers::LabelLanguage>(*picked);
    const std::string size = fmt::format("Size of text and symbols: {:.0f} %", stage.userFactor * 100);
    if (const auto picked = row(ui, "size", size, kSizes, kNone)) {
        const double factors[] = {stage.userFactor / kFactorStep, stage.userFactor * kFactorStep, 1};
        ui.out.stage.userFactor = std::clamp(factors[*picked], kLeastFactor, kMostFactor);
    }
    endPanel(ui);
}

}  // namespace viewer
