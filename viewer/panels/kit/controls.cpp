// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/controls.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/list_focus.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

constexpr std::size_t kMostTyped = 128;  // bytes
constexpr double kListRowPx = 28;
constexpr ImU32 kFrameInk = IM_COL32(24, 32, 44, 70);

float hairline(const Ui& ui) { return std::max(1.0F, ui.px(1)); }

void frame(const Ui& ui, ImVec2 at, ImVec2 size, bool strong) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRect(at, at + size, strong ? tone::kAccent : kFrameInk, ui.px(5), 0, hairline(ui));
}

void pushFieldStyle(const Ui& ui) {
    const float air = (ui.px(kControlHeightPx) - ui.faces.text->FontSize) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(9), air));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.px(5));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, tone::kWhite);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, tone::kInkFaint);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, tone::kPressed);
}

// So that the longest choice is whole, within reason.
float widthOf(const Ui& ui, std::span<const std::string> choices) {
    float width = ui.px(150 - 30);
    for (const std::string& choice : choices) width = std::max(width, textSize(ui.faces.text, shownText(choice)).x);
    return std::min(width, ui.px(340)) + ui.px(30);
}

// Where the letters typed and the arrow keys so far lead to; none before the first. Kept by Dear ImGui as long as the
// list is open.
std::optional<std::size_t> keyedTo(const Ui& ui, std::span<const std::string> choices) {
    int& kept = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("typed to"), -1);
    if (ImGui::IsWindowAppearing()) kept = -1;
    std::optional<std::size_t> at = kept < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(kept));
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters)
        if (const auto next = choiceAt(choices, letter, at)) at = next;
    for (const ListKey key : ui.focus.keys)
        if (const auto step = stepOf(std::vector<ListRow>(choices.size()), at, key)) at = step->row;
    kept = at ? static_cast<int>(*at) : -1;
    return at;
}

std::optional<std::size_t> choiceList(Ui& ui, std::span<const std::string> choices, float widthPx) {
    std::optional<std::size_t> picked;
    const float height = ui.px(kListRowPx), room = ui.px(320);
    const auto keyed = keyedTo(ui, choices);
    if (keyed && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false)) picked = keyed;
    ImGui::BeginChild("choices", {widthPx, std::min(room, height * static_cast<float>(choices.size()))}, false,
                      ImGuiWindowFlags_NoNav);
    if (keyed && (!ImGui::GetIO().InputQueueCharacters.empty() || !ui.focus.keys.empty()))
        keepInSight(height * static_cast<float>(*keyed), height);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (i == keyed)
            ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + widthPx, at.y + height}, tone::kAccentPale, ui.px(4));
        ImGui::PushID(static_cast<int>(i));
        if (buttonAt(ui, "choice", at, {widthPx, height}).clicked) picked = i;
        ImGui::PopID();
        drawText(ui.faces.text, {at.x + ui.px(9), middleTop(ui.faces.text, at.y, height)}, tone::kInk,
                 cutText(ui.faces.text, shownText(choices[i]), widthPx - ui.px(18)));
    }
    ImGui::EndChild();
    return picked;
}

}  // namespace

bool searchField(const Ui& ui, const ControlBox& box, std::string& text, const char* hint) {
    std::array<char, kMostTyped> typed{};
    std::copy_n(text.begin(), std::min(text.size(), typed.size() - 1), typed.begin());
    pushFieldStyle(ui);
    ImGui::SetCursorScreenPos(box.at);
    ImGui::SetNextItemWidth(box.widthPx);
    ImGui::PushID(box.id);
    const bool changed = ImGui::InputTextWithHint("##field", hint, typed.data(), typed.size());
    ImGui::PopID();
    frame(ui, box.at, {box.widthPx, ui.px(kControlHeightPx)}, ImGui::IsItemActive());
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar(2);
    if (changed) text = typed.data();
    return changed;
}

std::optional<std::size_t> dropDown(Ui& ui, const ControlBox& box, std::string_view shown,
                                    std::span<const std::string> choices) {
    ImGui::PushID(box.id);
    const ImVec2 size{box.widthPx, ui.px(kControlHeightPx)};
    ImGui::GetWindowDrawList()->AddRectFilled(box.at, box.at + size, tone::kWhite, ui.px(5));
    if (buttonAt(ui, "open", box.at, size).clicked) ImGui::OpenPopup("list");
    frame(ui, box.at, size, ImGui::IsPopupOpen("list"));
    drawText(ui.faces.small, {box.at.x + ui.px(9), middleTop(ui.faces.small, box.at.y, size.y)}, tone::kInk,
             cutText(ui.faces.small, shownText(shown), size.x - ui.px(30)));
    drawChevron({{box.at.x + size.x - ui.px(13), box.at.y + size.y / 2}, ui.px(12)}, tone::kInkSoft, true);
    const float padding = ui.px(4), width = std::max(size.x - 2 * padding, widthOf(ui, choices));
    const float last =
        ui.size.x - padding - (width + 2 * padding);  // a wider list than its field stays inside the window
    ImGui::SetNextWindowPos({std::max(0.0F, std::min(box.at.x, last)), box.at.y + size.y + ui.px(3)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, hairline(ui));
    ImGui::PushStyleColor(ImGuiCol_Border, kFrameInk);
    std::optional<std::size_t> picked;
    if (ImGui::BeginPopup("list", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav)) {
        picked = choiceList(ui, choices, width);
        if (picked || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
        const ImVec2 at = ImGui::GetWindowPos(), end = at + ImGui::GetWindowSize();
        ui.covered.push_back({at.x, at.y, end.x, end.y});
        ImGui::EndPopup();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    ImGui::PopID();
    return picked;
}

std::optional<std::size_t> segments(const Ui& ui, const ControlBox& box, std::span<const std::string_view> choices,
                                    std::size_t chosen) {
    std::optional<std::size_t> picked;
    const float width = std::floor(box.widthPx / static_cast<float>(choices.size())), height = ui.px(kControlHeightPx);
    ImGui::PushID(box.id);
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const ImVec2 at{box.at.x + width * static_cast<float>(i), box.at.y}, size{width, height};
        ImGui::PushID(static_cast<int>(i));
        if (buttonAt(ui, "segment", at, size).clicked && i != chosen) picked = i;
        ImGui::PopID();
        if (i == chosen) list->AddRectFilled(at, at + size, tone::kAccentDark, ui.px(5));
        const std::string words = cutText(ui.faces.small, choices[i], width - ui.px(6));
        drawText(ui.faces.small,
                 {at.x + (width - textSize(ui.faces.small, words).x) / 2, middleTop(ui.faces.small, at.y, height)},
                 i == chosen ? tone::kWhite : tone::kInk, words);
    }
    ImGui::PopID();
    frame(ui, box.at, {width * static_cast<float>(choices.size()), height}, false);
    return picked;
}

bool switchLine(const Ui& ui, const ControlBox& box, std::string_view words, bool on) {
    const float height = ui.px(kControlHeightPx);
    const bool clicked = buttonAt(ui, box.id, box.at, {box.widthPx, height}).clicked;
    drawCheckBox({{box.at.x + ui.px(12), box.at.y + height / 2}, ui.px(15)}, on);
    drawText(ui.faces.small, {box.at.x + ui.px(27), middleTop(ui.faces.small, box.at.y, height)}, tone::kInk,
             cutText(ui.faces.small, words, box.widthPx - ui.px(30)));
    return clicked;
}

bool linkLine(const Ui& ui, const ControlBox& box, std::string_view words) {
    const std::string text = cutText(ui.faces.text, shownText(words), box.widthPx);
    const ImVec2 size{textSize(ui.faces.text, text).x, ui.faces.text->FontSize};
    const Button button = buttonAt(ui, box.id, box.at, size);
    drawText(ui.faces.text, box.at, tone::kAccentDark, text);
    if (button.hovered)
        ImGui::GetWindowDrawList()->AddLine({box.at.x, box.at.y + size.y - ui.px(2)},
                                            {box.at.x + size.x, box.at.y + size.y - ui.px(2)}, tone::kAccentDark,
                                            hairline(ui));
    ImGui::SetCursorScreenPos({box.at.x, box.at.y + size.y});
    return button.clicked;
}

}  // namespace viewer
