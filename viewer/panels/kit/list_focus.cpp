// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/list_focus.hpp"

#include <algorithm>

namespace viewer {
namespace {

bool isChoosing() { return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup); }

}  // namespace

std::span<const ListKey> keysFor(Ui& ui, const char* panel) {
    if (isChoosing()) {  // in a list of choices, which is no window of the panel
        ui.focus.isThere |= hasKeys(ui, panel);
        return {};
    }
    const bool isOver =
        ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        if (isOver) ui.focus.panel = panel;
        else if (hasKeys(ui, panel)) ui.focus.panel.clear();
    }
    if (!hasKeys(ui, panel)) return {};
    ui.focus.isThere = true;
    return ui.focus.keys;
}

bool hasKeys(const Ui& ui, const char* panel) { return ui.focus.panel == panel; }

void drawKeyRim(const Ui& ui, ImVec2 leftTop, ImVec2 size) {
    const float inset = ui.px(1);
    ImGui::GetWindowDrawList()->AddRect({leftTop.x + inset, leftTop.y + inset},
                                        {leftTop.x + size.x - inset, leftTop.y + size.y - inset}, tone::kAccentDark,
                                        ui.px(5), 0, ui.px(1.5));
}

void keepInSight(float topPx, float heightPx) {
    const float seen = ImGui::GetScrollY(), room = ImGui::GetWindowHeight();
    const float scroll = std::min(topPx, std::max(seen, topPx + heightPx - room));
    if (scroll != seen) ImGui::SetScrollY(scroll);
}

}  // namespace viewer
