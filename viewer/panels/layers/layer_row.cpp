// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/layers/layer_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "layers/model/date.hpp"
#include "viewer/panels/kit/icons.hpp"
#include "viewer/panels/kit/panel_text.hpp"
#include "viewer/panels/kit/swatch.hpp"

namespace viewer {
namespace {

// Pixels at factor 1, from the row's left edge; negative ones from its right.
constexpr double kRowHeight = 32, kBoxMiddle = 14, kBoxSize = 16, kSwatchLeft = 31, kSwatchWidth = 28,
                 kSwatchHeight = 16, kTitleLeft = 68;
constexpr double kChevronMiddle = -12, kKeyRight = -24, kStateRight = -50, kIconStep = 26;
constexpr const char* kPayload = "layer";
constexpr float kIdleSpeed = 0.7F;  // turns a second of a progress bar whose end is not known

struct RowBox {
    Ui& ui;
    const LayerRow& row;
    ImVec2 at;
    float width, height;

    float x(double offset) const { return offset >= 0 ? at.x + ui.px(offset) : at.x + width + ui.px(offset); }
    float middleY() const { return at.y + height / 2; }
    const std::string& id() const { return row.layer.id; }
};

void add(Ui& ui, layers::Command command) { ui.out.commands.push_back(std::move(command)); }

void offerDrag(const RowBox& r) {
    if (!ImGui::BeginDragDropSource(ImGuiDragDropFlags_SourceNoHoldToOpenOthers)) return;
    ImGui::SetDragDropPayload(kPayload, &r.row.index, sizeof r.row.index);
    drawSwatch(r.ui, r.row.layer, ImGui::GetCursorScreenPos(), {r.ui.px(kSwatchWidth), r.ui.px(kSwatchHeight)});
    ImGui::Dummy({r.ui.px(kSwatchWidth + 4), r.ui.px(kSwatchHeight)});
    ImGui::SameLine();
    const std::string title = shownText(r.row.layer.title);
    ImGui::TextUnformatted(title.data(), title.data() + title.size());
    ImGui::EndDragDropSource();
}

// The upper half of a row is the gap above it, the lower half the one below.
std::optional<RowDrop> takeDrop(const RowBox& r, const layers::Document& document) {
    if (!ImGui::BeginDragDropTarget()) return std::nullopt;
    std::optional<RowDrop> drop;
    constexpr ImGuiDragDropFlags kFlags =
        ImGuiDragDropFlags_AcceptBeforeDelivery | ImGuiDragDropFlags_AcceptNoDrawDefaultRect;
    if (const ImGuiPayload* payload = ImGui::AcceptDragDropPayload(kPayload, kFlags)) {
        const bool below = ImGui::GetIO().MousePos.y > r.middleY();
        const float y = below ? r.at.y + r.height : r.at.y;
        ImGui::GetForegroundDrawList()->AddLine({r.at.x, y}, {r.at.x + r.width, y}, tone::kAccentDark, r.ui.px(2.5));
        std::size_t dragged = 0;
        std::memcpy(&dragged, payload->Data, sizeof dragged);
        if (payload->IsDelivery()) drop = RowDrop{dragged, gapAbove(document, r.row.index) + (below ? 1 : 0)};
    }
    ImGui::EndDragDropTarget();
    return drop;
}

// The line as a whole: click switches the layer, drag moves it.
bool drawRowButton(const RowBox& r, LayerRowResult& result, const layers::Document& document) {
    ImGui::SetCursorScreenPos(r.at);
    const bool clicked = ImGui::InvisibleButton("row", {r.width, r.height});
    const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const bool dragging = ImGui::GetDragDropPayload() != nullptr;
    if (hovered && !dragging)
        ImGui::GetWindowDrawList()->AddRectFilled(r.at, {r.at.x + r.width, r.at.y + r.height},
                                                  ImGui::IsItemActive() ? tone::kPressed : tone::kHover, r.ui.px(5));
    offerDrag(r);
    result.drop = takeDrop(r, document);
    ImGui::SetItemAllowOverlap();  // after the drag, whose beginning forbids it: the buttons on the row take the press
    result.clicked = clicked && !dragging;
    if (result.clicked) add(r.ui, layers::command::SetVisible{r.id(), !r.row.layer.visible});
    return hovered && !dragging;
}

bool isReading(const RowBox& r) { return r.row.state != nullptr && r.row.state->status == SourceStatus::reading; }

// Solo and zoom to, or while it is read, stop, in place of the count; returns how far they reach from the state's right
// end.
float drawRowButtons(const RowBox& r, ImU32 color) {
    const float side = r.ui.px(24), y = r.middleY() - side / 2;
    const auto place = [&](int i) {
        return ImVec2(r.x(kStateRight) - r.ui.px(kIconStep) * static_cast<float>(i + 1) + r.ui.px(4), y);
    };
    const auto icon = [&](ImVec2 at) { return IconBox{{at.x + side / 2, at.y + side / 2}, r.ui.px(14)}; };
    if (buttonAt(r.ui, "solo", place(0), {side, side}).clicked) add(r.ui, layers::command::Solo{r.id()});
    tooltip(r.ui, "Show only this layer");
    drawSolo(icon(place(0)), color);
    if (isReading(r)) {
        if (buttonAt(r.ui, "stop", place(1), {side, side}).clicked) r.ui.out.cancel.push_back(r.id());
        tooltip(r.ui, "Stop reading this layer; what has come stays");
        drawStop({{place(1).x + side / 2, place(1).y + side / 2}, r.ui.px(13)}, tone::kError);
        return r.ui.px(2 * kIconStep);
    }
    if (r.row.layer.kind == layers::LayerKind::graticule) return r.ui.px(kIconStep);
    if (buttonAt(r.ui, "zoom", place(1), {side, side}).clicked) r.ui.out.zoomTo.push_back(r.id());
    tooltip(r.ui, "Zoom to this layer");
    drawZoomTo(icon(place(1)), color);
    return r.ui.px(2 * kIconStep);
}

std::string warningSentences(const SourceState& state) {
    constexpr std::size_t kMost = 8;  // a tooltip, not a log
    std::string text;
    for (std::size_t i = 0; i < std::min(kMost, state.warnings.size()); ++i)
        text += (i > 0 ? "\n" : "") + shownText(state.warnings[i].text);
    if (state.warnings.size() > kMost) text += fmt::format("\n… and {} more", state.warnings.size() - kMost);
    return text;
}

// Returns how much room it took, from the right.
float drawSign(const RowBox& r, float right) {
    if (r.row.state == nullptr) return 0;
    const float size = r.ui.px(15);
    const IconBox box{{right - size / 2, r.middleY()}, size};
    const bool failed = r.row.state->status == SourceStatus::failed;
    if (!failed && r.row.state->warnings.empty()) return 0;
    buttonAt(r.ui, "sign", {right - size, r.middleY() - size / 2}, {size, size});
    if (failed) drawErrorSign(box);
    else drawWarning(box);
    if (!r.row.state->warnings.empty()) tooltip(r.ui, warningSentences(*r.row.state));
    return size + r.ui.px(6);
}

// Count or buttons, and the sign; returns where they begin.
float drawState(const RowBox& r, bool hovered) {
    float left = r.x(kStateRight);
    if (hovered) {
        left -= drawRowButtons(r, tone::kInkSoft);
    } else if (r.row.state != nullptr) {
        const std::string text = stateText(*r.row.state);
        const float width = textSize(r.ui.faces.small, text).x;
        left -= width;
        drawText(r.ui.faces.small, {left, middleTop(r.ui.faces.small, r.at.y, r.height)},
                 isReading(r) ? tone::kAccentDark : tone::kInkFaint, text);
        left -= text.empty() ? 0 : r.ui.px(6);
    }
    return left - drawSign(r, left);
}

void drawProgress(const RowBox& r) {
    if (!isReading(r)) return;
    const float left = r.x(kTitleLeft), right = r.x(kStateRight), y = r.at.y + r.height - r.ui.px(5),
                thick = r.ui.px(3);
    float from = 0, to = 0.25F;
    if (const auto progress = progressOf(*r.row.state)) {
        to = *progress;
    } else {
        const float turn = std::fmod(static_cast<float>(ImGui::GetTime()) * kIdleSpeed, 1.0F);
        from = std::max(0.0F, turn * 1.25F - 0.25F);
        to = std::min(1.0F, turn * 1.25F);
        r.ui.out.animating = true;
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto x = [&](float t) { return left + (right - left) * t; };
    list->AddRectFilled({left, y}, {right, y + thick}, tone::kAccentPale, thick / 2);
    list->AddRectFilled({x(from), y}, {std::max(x(to), x(from) + thick), y + thick}, tone::kAccent, thick / 2);
}

void drawKey(const RowBox& r) {
    if (r.row.layer.key < 1 || r.row.layer.key > 9) return;
    const std::string key = std::to_string(r.row.layer.key);
    const ImVec2 size = keyCapSize(r.ui, key);
    drawKeyCap(r.ui, {std::round(r.x(kKeyRight) - size.x), std::round(r.middleY() - size.y / 2)}, key);
}

bool drawOpener(const RowBox& r) {
    const float side = r.ui.px(24);
    const ImVec2 at{r.x(kChevronMiddle) - side / 2, r.middleY() - side / 2};
    const Button button = buttonAt(r.ui, "open", at, {side, side});
    drawChevron({{r.x(kChevronMiddle), r.middleY()}, r.ui.px(13)}, button.hovered ? tone::kInk : tone::kInkFaint,
                r.row.open);
    return button.clicked;
}

bool drawLine(const RowBox& r, bool hovered) {
    const bool strong = r.row.layer.visible && r.row.atThisScale;
    drawCheckBox({{r.x(kBoxMiddle), r.middleY()}, r.ui.px(kBoxSize)}, r.row.layer.visible);
    const float swatchHeight = r.ui.px(kSwatchHeight);
    drawSwatch(r.ui, r.row.layer, {r.x(kSwatchLeft), std::round(r.middleY() - swatchHeight / 2)},
               {r.ui.px(kSwatchWidth), swatchHeight});
    drawProgress(r);
    drawKey(r);
    const bool flips = drawOpener(r);
    const float end = drawState(r, hovered);
    const std::string title = cutText(r.ui.faces.text, shownText(r.row.layer.title), end - r.x(kTitleLeft));
    drawText(r.ui.faces.text, {r.x(kTitleLeft), middleTop(r.ui.faces.text, r.at.y, r.height)},
             strong ? tone::kInk : tone::kInkFaint, title);
    return flips;
}

// Track and knob; the value under the cursor while it is held.
void drawOpacity(const RowBox& r, float top) {
    const float left = r.x(kTitleLeft), right = r.x(kStateRight) - r.ui.px(4), height = r.ui.px(24),
                y = top + height / 2;
    ImGui::SetCursorScreenPos({left - r.ui.px(8), top});
    ImGui::InvisibleButton("opacity", {right - left + r.ui.px(16), height});
    const bool held = ImGui::IsItemActive(), hovered = ImGui::IsItemHovered();
    double opacity = r.row.layer.opacity;
    if (held) {
        opacity = std::round(std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.0F, 1.0F) * 100) / 100;
        if (opacity != r.row.layer.opacity) add(r.ui, layers::command::SetOpacity{r.id(), opacity});
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float knob = left + (right - left) * static_cast<float>(opacity), half = r.ui.px(2);
    list->AddRectFilled({left, y - half}, {right, y + half}, IM_COL32(24, 32, 44, 34), half);
    list->AddRectFilled({left, y - half}, {knob, y + half}, tone::kAccent, half);
    if (hovered || held) list->AddCircleFilled({knob, y}, r.ui.px(11), tone::kPressed);
    list->AddCircleFilled({knob, y}, r.ui.px(7), tone::kWhite);
    list->AddCircle({knob, y}, r.ui.px(7), tone::kAccentDark, 0, r.ui.px(1.8));
    const std::string percent = fmt::format("{:.0f}\u2009%", opacity * 100);
    drawText(r.ui.faces.small,
             {r.x(-4) - textSize(r.ui.faces.small, percent).x, middleTop(r.ui.faces.small, top, height)},
             tone::kInkSoft, percent);
}

void drawSentence(const RowBox& r, ImU32 color, std::string_view text) {
    if (text.empty()) return;
    ImGui::SetCursorScreenPos({r.x(kTitleLeft), ImGui::GetCursorScreenPos().y});
    wrappedText(r.ui.faces.small, color, text, r.x(-6) - r.x(kTitleLeft));
}

void drawDetails(const RowBox& r) {
    const float top = ImGui::GetCursorScreenPos().y;
    drawOpacity(r, top);
    ImGui::SetCursorScreenPos({r.at.x, top + r.ui.px(26)});
    if (r.row.state != nullptr) drawSentence(r, tone::kInkSoft, detailText(*r.row.state));
    drawSentence(r, tone::kInkSoft, scaleRangeText(r.row.layer));
    drawSentence(r, tone::kInkSoft, layerTimeText(r.row.layer));
    if (!r.row.layer.asOf.empty())
        drawSentence(r, tone::kInkSoft,
                     (layers::isDate(r.row.layer.asOf) ? "As of " : "Accuracy: ") + shownText(r.row.layer.asOf));
    if (r.row.state != nullptr && !r.row.state->warnings.empty())
        drawSentence(r, IM_COL32(150, 88, 0, 255), warningSentences(*r.row.state));
    ImGui::SetCursorScreenPos({r.at.x, ImGui::GetCursorScreenPos().y + r.ui.px(8)});
}

}  // namespace

LayerRowResult drawLayerRow(Ui& ui, const layers::Document& document, const LayerRow& row) {
    ImGui::PushID(static_cast<int>(row.index));
    const RowBox r{ui, row, ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail().x, ui.px(kRowHeight)};
    LayerRowResult result;
    const bool hovered = drawRowButton(r, result, document);
    result.flipsOpen = drawLine(r, hovered);
    ImGui::SetCursorScreenPos({r.at.x, r.at.y + r.height});
    if (row.state != nullptr && row.state->error) {
        drawSentence(r, tone::kError, shownText(row.state->error->text, 600));
        ImGui::SetCursorScreenPos({r.at.x, ImGui::GetCursorScreenPos().y + ui.px(5)});
    }
    if (row.open) drawDetails(r);
    ImGui::PopID();
    return result;
}

}  // namespace viewer
