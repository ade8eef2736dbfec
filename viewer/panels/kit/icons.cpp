// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/icons.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "viewer/panels/kit/ui.hpp"

namespace viewer {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

// A point of the box: 0,0 its left top, 1,1 its right bottom.
ImVec2 at(const IconBox& box, float x, float y) {
    return {box.middle.x + (x - 0.5F) * box.sizePx, box.middle.y + (y - 0.5F) * box.sizePx};
}

float stroke(const IconBox& box) { return std::max(1.2F, box.sizePx * 0.1F); }

}  // namespace

void drawCheckBox(IconBox box, bool on) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 a = at(box, 0, 0), b = at(box, 1, 1);
    const float round = box.sizePx * 0.24F;
    list->AddRectFilled(a, b, on ? tone::kAccentDark : tone::kWhite, round);
    if (!on) {
        list->AddRect(a, b, IM_COL32(24, 32, 44, 120), round, 0, std::max(1.0F, box.sizePx * 0.08F));
        return;
    }
    const ImVec2 tick[] = {at(box, 0.23F, 0.52F), at(box, 0.43F, 0.71F), at(box, 0.78F, 0.30F)};
    list->AddPolyline(tick, 3, tone::kWhite, 0, std::max(1.5F, box.sizePx * 0.13F));
}

void drawChevron(IconBox box, ImU32 color, bool open) {
    const ImVec2 down[] = {at(box, 0.22F, 0.36F), at(box, 0.5F, 0.66F), at(box, 0.78F, 0.36F)};
    const ImVec2 right[] = {at(box, 0.36F, 0.22F), at(box, 0.66F, 0.5F), at(box, 0.36F, 0.78F)};
    ImGui::GetWindowDrawList()->AddPolyline(open ? down : right, 3, color, 0, stroke(box) * 1.2F);
}

void drawZoomTo(IconBox box, ImU32 color) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const float x : {0.08F, 0.92F})
        for (const float y : {0.08F, 0.92F}) {
            const float inX = x < 0.5F ? 0.28F : -0.28F, inY = y < 0.5F ? 0.28F : -0.28F;
            const ImVec2 corner[] = {at(box, x + inX, y), at(box, x, y), at(box, x, y + inY)};
            list->AddPolyline(corner, 3, color, 0, stroke(box));
        }
    list->AddCircleFilled(box.middle, box.sizePx * 0.15F, color);
}

void drawSolo(IconBox box, ImU32 color) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircle(box.middle, box.sizePx * 0.44F, color, 0, stroke(box));
    list->AddCircleFilled(box.middle, box.sizePx * 0.24F, color);
}

void drawWarning(IconBox box) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PathLineTo(at(box, 0.5F, 0.10F));
    list->PathLineTo(at(box, 0.97F, 0.90F));
    list->PathLineTo(at(box, 0.03F, 0.90F));
    list->PathFillConvex(tone::kWarning);
    list->AddLine(at(box, 0.5F, 0.36F), at(box, 0.5F, 0.62F), tone::kWhite, std::max(1.4F, box.sizePx * 0.11F));
    list->AddCircleFilled(at(box, 0.5F, 0.76F), box.sizePx * 0.065F, tone::kWhite);
}

void drawErrorSign(IconBox box) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(box.middle, box.sizePx * 0.5F, tone::kError);
    list->AddLine(at(box, 0.5F, 0.22F), at(box, 0.5F, 0.56F), tone::kWhite, std::max(1.5F, box.sizePx * 0.13F));
    list->AddCircleFilled(at(box, 0.5F, 0.74F), box.sizePx * 0.08F, tone::kWhite);
}

void drawUndo(IconBox box, ImU32 color, bool mirrored) {
    const auto p = [&](float x, float y) { return at(box, mirrored ? 1 - x : x, y); };
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PathLineTo(p(0.12F, 0.36F));
    for (int i = 0; i <= 12; ++i) {  // a half turn at the right
        const float turn = -kPi / 2 + kPi * static_cast<float>(i) / 12;
        list->PathLineTo(p(0.62F + std::cos(turn) * 0.25F, 0.61F + std::sin(turn) * 0.25F));
    }
    list->PathLineTo(p(0.34F, 0.86F));
    list->PathStroke(color, 0, stroke(box) * 1.15F);
    const ImVec2 head[] = {p(0.36F, 0.10F), p(0.10F, 0.36F), p(0.36F, 0.62F)};
    list->AddPolyline(head, 3, color, 0, stroke(box) * 1.15F);
}

void drawCross(IconBox box, ImU32 color) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(at(box, 0.2F, 0.2F), at(box, 0.8F, 0.8F), color, stroke(box) * 1.1F);
    list->AddLine(at(box, 0.8F, 0.2F), at(box, 0.2F, 0.8F), color, stroke(box) * 1.1F);
}

void drawEyeSign(IconBox box, ImU32 color, bool struckOut) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const float side : {0.14F, 0.86F})  // the upper and the lower lid
        list->AddBezierQuadratic(at(box, 0.05F, 0.5F), at(box, 0.5F, side), at(box, 0.95F, 0.5F), color, stroke(box));
    list->AddCircleFilled(box.middle, box.sizePx * 0.13F, color);
    if (struckOut) list->AddLine(at(box, 0.15F, 0.88F), at(box, 0.85F, 0.12F), color, stroke(box));
}

void drawStop(IconBox box, ImU32 color) {
    ImGui::GetWindowDrawList()->AddRectFilled(at(box, 0.2F, 0.2F), at(box, 0.8F, 0.8F), color, box.sizePx * 0.1F);
}

void drawPlay(IconBox box, ImU32 color, bool plays) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (!plays)
        return list->AddTriangleFilled(at(box, 0.25F, 0.12F), at(box, 0.9F, 0.5F), at(box, 0.25F, 0.88F), color);
    for (const float x : {0.2F, 0.6F}) list->AddRectFilled(at(box, x, 0.14F), at(box, x + 0.2F, 0.86F), color);
}

void drawStep(IconBox box, ImU32 color, bool back) {
    const auto x = [&](float right) { return back ? 1 - right : right; };
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 arrow[] = {at(box, x(0.28F), 0.2F), at(box, x(0.62F), 0.5F), at(box, x(0.28F), 0.8F)};
    list->AddPolyline(arrow, 3, color, 0, stroke(box) * 1.2F);
    list->AddLine(at(box, x(0.76F), 0.2F), at(box, x(0.76F), 0.8F), color, stroke(box) * 1.2F);
}

void drawSave(IconBox box, ImU32 color) {  // an arrow into a tray
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 tray[] = {at(box, 0.08F, 0.56F), at(box, 0.08F, 0.9F), at(box, 0.92F, 0.9F), at(box, 0.92F, 0.56F)};
    const ImVec2 head[] = {at(box, 0.26F, 0.4F), at(box, 0.5F, 0.64F), at(box, 0.74F, 0.4F)};
    list->AddPolyline(tray, 4, color, 0, stroke(box));
    list->AddPolyline(head, 3, color, 0, stroke(box));
    list->AddLine(at(box, 0.5F, 0.08F), at(box, 0.5F, 0.64F), color, stroke(box));
}

void drawSliders(IconBox box, ImU32 color) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float knobs[] = {0.68F, 0.32F, 0.58F};
    for (int i = 0; i < 3; ++i) {
        const float y = 0.2F + 0.3F * static_cast<float>(i);
        list->AddLine(at(box, 0.08F, y), at(box, 0.92F, y), color, stroke(box) * 0.8F);
        list->AddCircleFilled(at(box, knobs[i], y), box.sizePx * 0.12F, color);
    }
}

}  // namespace viewer
