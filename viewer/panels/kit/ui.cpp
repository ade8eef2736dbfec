// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/ui.hpp"

#include <algorithm>
#include <cmath>

#include "viewer/panels/kit/panel_text.hpp"
#include "viewer/panels/kit/visual_text.hpp"

namespace viewer {
namespace {

constexpr double kSayingPx = 360, kBesideSayingPx = 10, kAboveSayingPx = 7;  // its widest line, and air around it

// Where the next window is told to stand, otherwise beside the cursor.
void say(const Ui& ui, std::string_view text) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(kBesideSayingPx), ui.px(kAboveSayingPx)));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, tone::kInk);
    ImGui::BeginTooltip();
    wrappedText(ui.faces.small, tone::kWhite, text, ui.px(kSayingPx));
    ImGui::EndTooltip();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

// Rims that fade outwards: soft enough for a light map, without a texture. They lie side by side around the panel and
// only just under its edge: on each other, and of the panel's whole size, they took longer to paint than the map.
void drawShadow(const Ui& ui, ImVec2 at, ImVec2 size) {
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    constexpr int kRims = 7;
    const float drop = ui.px(2.5);
    float from = -drop - ui.px(2);  // outwards from the panel's edge
    for (int i = 1; i <= kRims; ++i) {
        double light = 1;
        for (int j = i; j <= kRims; ++j) light *= 1 - (16 - 2 * j) / 255.0;
        const float to = ui.px(i * 1.3), middle = (from + to) / 2;
        list->AddRect({at.x - middle, at.y - middle + drop}, {at.x + size.x + middle, at.y + size.y + middle + drop},
                      IM_COL32(16, 28, 48, std::lround(255 * (1 - light))), ui.px(6) + middle, 0, to - from);
        from = to;
    }
}

}  // namespace

void beginPanel(const PanelFrame& frame) {
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                        ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::SetNextWindowPos(frame.position, ImGuiCond_Always, frame.pivot);
    ImGui::SetNextWindowSize(frame.size, ImGuiCond_Always);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, frame.paper);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.paddingPx, frame.paddingPx));
    ImGui::Begin(frame.id, nullptr, kFlags | (frame.size.y > 0 ? 0 : ImGuiWindowFlags_AlwaysAutoResize));
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

void endPanel(Ui& ui) {
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    ImGui::End();
    drawShadow(ui, at, size);
    ui.covered.push_back({at.x, at.y, at.x + size.x, at.y + size.y});
}

void drawText(ImFont* face, ImVec2 at, ImU32 color, std::string_view text) {
    const ImVec2 whole{std::round(at.x), std::round(at.y)};  // between pixels letters blur
    const std::string visual = visualText(text);
    ImGui::GetWindowDrawList()->AddText(face, face->FontSize, whole, color, visual.data(),
                                        visual.data() + visual.size());
}

namespace {

// Dear ImGui would break the text after it was put in visual order, and its last words would stand in the first line.
void linesFromRight(const ImFont* face, std::string_view text, float widthPx) {
    const auto width = [face](std::string_view part) { return textSize(face, part).x; };
    for (const std::string& line : wrappedLines(text, widthPx, width)) {
        const std::string visual = visualText(line);
        ImGui::TextUnformatted(visual.data(), visual.data() + visual.size());
    }
}

}  // namespace

void wrappedText(ImFont* face, ImU32 color, std::string_view text, float widthPx) {
    ImGui::PushFont(face);
    ImGui::PushStyleColor(ImGuiCol_Text, color);
    if (readsFromRight(text)) {
        ImGui::BeginGroup();  // its lines begin where the cursor is
        linesFromRight(face, text, widthPx);
        ImGui::EndGroup();
    } else {
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + widthPx);
        ImGui::TextUnformatted(text.data(), text.data() + text.size());
        ImGui::PopTextWrapPos();
    }
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

ImVec2 textSize(const ImFont* face, std::string_view text, float wrapPx) {
    const std::string visual = visualText(text);
    return face->CalcTextSizeA(face->FontSize, FLT_MAX, wrapPx, visual.data(), visual.data() + visual.size());
}

std::string cutText(const ImFont* face, std::string_view text, float widthPx) {
    return cutToWidth(text, widthPx, [face](std::string_view part) { return textSize(face, part).x; });
}

float middleTop(const ImFont* face, float top, float heightPx) {
    return std::round(top + (heightPx - face->FontSize) / 2);
}

ImVec2 keyCapSize(const Ui& ui, std::string_view key) {
    const float height = std::round(ui.faces.small->FontSize + ui.px(4));
    return {std::round(std::max(height, textSize(ui.faces.small, key).x + ui.px(10))), height};
}

float drawKeyCap(const Ui& ui, ImVec2 at, std::string_view key) {
    const ImVec2 size = keyCapSize(ui, key), end = at + size;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float round = ui.px(4), foot = ui.px(1.5);
    list->AddRectFilled({at.x, at.y}, {end.x, end.y + foot}, IM_COL32(24, 32, 44, 70), round);
    list->AddRectFilled(at, end, IM_COL32(250, 251, 253, 255), round);
    list->AddRect(at, end, IM_COL32(24, 32, 44, 70), round, 0, std::max(1.0F, ui.px(1)));
    const float width = textSize(ui.faces.small, key).x;
    drawText(ui.faces.small, {at.x + (size.x - width) / 2, middleTop(ui.faces.small, at.y, size.y)}, tone::kInkSoft,
             key);
    return size.x;
}

Button buttonAt(const Ui& ui, const char* id, ImVec2 leftTop, ImVec2 size, bool enabled) {
    ImGui::SetCursorScreenPos(leftTop);
    Button button;
    button.clicked = ImGui::InvisibleButton(id, size) && enabled;
    button.hovered = ImGui::IsItemHovered() && enabled;
    button.held = ImGui::IsItemActive() && enabled;
    if (button.hovered || button.held)
        ImGui::GetWindowDrawList()->AddRectFilled(leftTop, leftTop + size, button.held ? tone::kPressed : tone::kHover,
                                                  ui.px(4));
    return button;
}

// Towards the window's middle, where there is room for most; a longer one stays inside the window.
void tooltip(const Ui& ui, std::string_view text) {
    if (!ImGui::IsItemHovered()) return;
    const ImVec2 leftTop = ImGui::GetItemRectMin(), rightBottom = ImGui::GetItemRectMax(),
                 words = textSize(ui.faces.small, text, ui.px(kSayingPx));
    const float width = words.x + 2 * ui.px(kBesideSayingPx), height = words.y + 2 * ui.px(kAboveSayingPx),
                gap = ui.px(4);
    const float top = leftTop.y + rightBottom.y > ui.size.y ? leftTop.y - gap - height
                                                            : std::min(rightBottom.y + gap, ui.size.y - height);
    ImGui::SetNextWindowPos({std::round(std::max(0.0F, std::min(ImGui::GetIO().MousePos.x, ui.size.x - width))),
                             std::round(std::max(0.0F, top))});
    say(ui, text);
}

void sayAtCursor(const Ui& ui, std::string_view text) { say(ui, text); }

}  // namespace viewer
