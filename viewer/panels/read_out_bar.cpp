// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/read_out_bar.hpp"

#include <algorithm>

#include "viewer/panels/kit/panel_layout.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

struct Part {
    const char* name;
    std::string text;
    std::size_t slot;
};

std::vector<Part> partsOf(const ReadOut& readOut) {
    std::vector<Part> parts;
    const auto add = [&](const char* name, const std::string& text, std::size_t slot) {
        if (!text.empty()) parts.push_back({name, shownText(text, 80), slot});
    };
    add("MGRS", readOut.mgrs, 0);
    add("UTM", readOut.utm, 1);
    add("", readOut.lonLat, 2);
    add("", readOut.scale, 3);
    return parts;
}

float nameWidth(const Ui& ui, const Part& part) {
    return part.name[0] == 0 ? 0 : textSize(ui.faces.small, part.name).x + ui.px(7);
}
ImFont* faceOf(const Ui& ui, const Part& part) {
    return part.slot == 0 || part.slot == 3 ? ui.faces.bold : ui.faces.text;
}

}  // namespace

void drawReadOutBar(ReadOutBarState& state, const PanelInput& input, Ui& ui) {
    const std::vector<Part> parts = partsOf(input.readOut);
    if (parts.empty()) return;
    if (state.scale != ui.scale) state = {{}, ui.scale};
    const float padding = ui.px(14), height = ui.px(34);
    float width = 0;
    for (const Part& part : parts) {
        float& widest = state.widestPx[part.slot];
        widest = std::max(widest, textSize(faceOf(ui, part), part.text).x);
        width += widest + nameWidth(ui, part) + 2 * padding;
    }
    const auto place = readOutPlace(input.plates, input.stage, width, height);
    const ImVec2 at{static_cast<float>(place.left), static_cast<float>(place.top)};
    beginPanel({"read-out", at, {width, height}});
    float x = at.x;
    for (const Part& part : parts) {
        if (x > at.x)
            ImGui::GetWindowDrawList()->AddLine({x, at.y + ui.px(8)}, {x, at.y + height - ui.px(8)}, tone::kRim,
                                                std::max(1.0F, ui.px(1)));
        drawText(ui.faces.small, {x + padding, middleTop(ui.faces.small, at.y, height)}, tone::kInkFaint, part.name);
        drawText(faceOf(ui, part), {x + padding + nameWidth(ui, part), middleTop(faceOf(ui, part), at.y, height)},
                 tone::kInk, part.text);
        x += state.widestPx[part.slot] + nameWidth(ui, part) + 2 * padding;
    }
    endPanel(ui);
}

}  // namespace viewer
