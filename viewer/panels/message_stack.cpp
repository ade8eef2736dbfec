// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/message_stack.hpp"

#include <algorithm>
#include <cmath>

#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

constexpr double kWidest = 720, kPadding = 13, kSignRoom = 28, kCrossRoom = 26, kGap = 8;

// Draws it with its foot at `bottom`; returns its top.
float drawMessage(Ui& ui, const Message& message, std::size_t index, float bottom) {
    const std::string text = shownText(message.text, 600);
    const float padding = ui.px(kPadding), sign = message.isError ? ui.px(kSignRoom) : 0, cross = ui.px(kCrossRoom);
    const float room = std::min(ui.px(kWidest), ui.size.x - ui.px(48)) - 2 * padding - sign - cross;
    const ImVec2 words = textSize(ui.faces.text, text, room);
    const ImVec2 size{std::ceil(words.x) + ui.px(1) + 2 * padding + sign + cross, std::ceil(words.y) + 2 * ui.px(9)};
    const ImVec2 at{std::round((ui.size.x - size.x) / 2), std::round(bottom - size.y)};
    const std::string id = "message" + std::to_string(index);
    beginPanel({id.c_str(), at, size, {0, 0}, 0, message.isError ? tone::kErrorPale : IM_COL32(24, 32, 44, 238)});
    const ImU32 ink = message.isError ? IM_COL32(120, 16, 16, 255) : tone::kWhite;
    if (buttonAt(ui, "dismiss", at, size).clicked) ui.out.dismissed = index;
    if (message.isError) {
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + ui.px(4), at.y + size.y}, tone::kError, ui.px(2));
        drawErrorSign({{at.x + padding + ui.px(9), at.y + size.y / 2}, ui.px(18)});
    }
    ImGui::SetCursorScreenPos({at.x + padding + sign, at.y + ui.px(9)});
    wrappedText(ui.faces.text, ink, text, room + ui.px(1));
    drawCross({{at.x + size.x - padding - ui.px(3), at.y + size.y / 2}, ui.px(14)},
              message.isError ? tone::kError : IM_COL32(255, 255, 255, 150));
    endPanel(ui);
    return at.y;
}

}  // namespace

void drawMessages(const PanelInput& input, Ui& ui, float footPx) {
    float bottom = ui.size.y - footPx - ui.px(kGap);
    for (std::size_t i = input.messages.size(); i-- > 0;) {
        if (bottom < ui.px(120)) return;  // older ones come into sight when the newer are gone
        bottom = drawMessage(ui, input.messages[i], i, bottom) - ui.px(kGap);
    }
}

}  // namespace viewer
