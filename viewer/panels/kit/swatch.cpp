// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/swatch.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "layers/model/echelon.hpp"
#include "layers/scene/labels/boundaries.hpp"

namespace viewer {
namespace {

struct Sample {
    const Ui& ui;
    const layers::LayerSpec& layer;
    ImVec2 a, b;
    ImDrawList* list;

    ImU32 color(layers::Rgba c) const {
        return IM_COL32(c.r, c.g, c.b, static_cast<int>(std::lround(c.a * layer.opacity)));
    }
    float pt(double points) const { return ui.px(points * layers::kPxPerPt); }
    ImVec2 middle() const { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }
};

// Straight lines with dashes that run on around corners.
void dashedPath(const Sample& s, const std::vector<ImVec2>& path, ImU32 color, float widthPx) {
    const auto& dashes = s.layer.style.line.dashPt;
    std::size_t dash = 0;
    float left = s.pt(dashes[0]);
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const ImVec2 from = path[i], to = path[i + 1];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        for (float at = 0; at < length;) {
            const float step = std::min(left, length - at);
            const auto point = [&](float d) {
                return ImVec2(from.x + (to.x - from.x) * d / length, from.y + (to.y - from.y) * d / length);
            };
            if (dash % 2 == 0) s.list->AddLine(point(at), point(at + step), color, widthPx);
            at += step;
            left -= step;
            if (left > 0) continue;
            dash = (dash + 1) % (dashes.size() % 2 == 0 ? dashes.size() : dashes.size() * 2);
            left = std::max(0.5F, s.pt(dashes[dash % dashes.size()]));
        }
    }
}

void drawLine(const Sample& s, const std::vector<ImVec2>& path) {
    const layers::LineStyle& line = s.layer.style.line;
    if (line.widthPt <= 0) return;
    const float most = (s.b.y - s.a.y) * 0.5F, width = std::clamp(s.pt(line.widthPt), 1.0F, most);
    const int points = static_cast<int>(path.size());
    if (line.casingPt > 0)
        s.list->AddPolyline(path.data(), points, s.color(line.casing), 0,
                            std::min(width + 2 * s.pt(line.casingPt), most * 1.6F));
    const bool dashed = !line.dashPt.empty() && line.dashPt[0] > 0;
    if (dashed) dashedPath(s, path, s.color(line.color), width);
    else s.list->AddPolyline(path.data(), points, s.color(line.color), 0, width);
}

void drawHatch(const Sample& s) {
    const layers::Style& style = s.layer.style;
    const float step = std::max(3.0F, s.pt(style.hatchSpacingPt) * 0.8F), high = s.b.y - s.a.y;
    const float width = std::max(1.0F, s.pt(style.hatchWidthPt));
    s.list->PushClipRect(s.a, s.b, true);
    for (float x = s.a.x - high; x < s.b.x + high; x += step) {
        if (style.hatch != layers::Hatch::backDiagonal)
            s.list->AddLine({x, s.b.y}, {x + high, s.a.y}, s.color(style.hatchColor), width);
        if (style.hatch != layers::Hatch::diagonal)
            s.list->AddLine({x, s.a.y}, {x + high, s.b.y}, s.color(style.hatchColor), width);
    }
    s.list->PopClipRect();
}

void drawArea(const Sample& s) {
    const layers::Style& style = s.layer.style;
    s.list->AddRectFilled(s.a, s.b, s.color(*style.fill), s.ui.px(2));
    if (style.hatch != layers::Hatch::none) drawHatch(s);
    if (style.line.widthPt > 0) drawLine(s, {s.a, {s.b.x, s.a.y}, s.b, {s.a.x, s.b.y}, s.a});
    else s.list->AddRect(s.a, s.b, IM_COL32(24, 32, 44, 60), s.ui.px(2));
}

void drawMarker(const Sample& s) {
    const layers::Style& style = s.layer.style;
    const float radius = std::clamp(s.pt(style.markerSizePt) / 2, s.ui.px(2.5), (s.b.y - s.a.y) / 2);
    const int corners = style.marker == layers::Marker::circle ? 24 : style.marker == layers::Marker::triangle ? 3 : 4;
    const float turn0 =
        style.marker == layers::Marker::square ? std::numbers::pi_v<float> / 4 : -std::numbers::pi_v<float> / 2;
    std::vector<ImVec2> ring;
    for (int i = 0; i < corners; ++i) {
        const float turn = turn0 + 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(corners);
        ring.push_back(s.middle() + ImVec2(std::cos(turn) * radius, std::sin(turn) * radius));
    }
    s.list->AddConvexPolyFilled(ring.data(), corners, s.color(style.markerColor));
    if (style.markerStrokePt > 0)
        s.list->AddPolyline(ring.data(), corners, s.color(style.markerStroke), ImDrawFlags_Closed,
                            std::max(1.0F, s.pt(style.markerStrokePt) * 0.7F));
}

// A friendly unit's frame in the light colours of the symbols, with the infantry's cross.
void drawUnitFrame(const Sample& s) {
    const ImVec2 a{s.middle().x - (s.b.y - s.a.y) * 0.75F, s.a.y}, b{s.middle().x + (s.b.y - s.a.y) * 0.75F, s.b.y};
    const ImU32 black = s.color({0, 0, 0, 255});
    const float width = std::max(1.0F, s.ui.px(1.2));
    s.list->AddRectFilled(a, b, s.color({128, 224, 255, 255}));
    s.list->AddLine(a, b, black, width);
    s.list->AddLine({a.x, b.y}, {b.x, a.y}, black, width);
    s.list->AddRect(a, b, black, 0, 0, width);
}

void drawGrid(const Sample& s) {
    const ImU32 color =
        s.layer.style.line.widthPt > 0 ? s.color(s.layer.style.line.color) : s.color({90, 110, 130, 255});
    const float third = (s.b.x - s.a.x) / 3, width = std::max(1.0F, s.ui.px(1));
    for (const float x : {s.a.x + third, s.a.x + 2 * third}) s.list->AddLine({x, s.a.y}, {x, s.b.y}, color, width);
    s.list->AddLine({s.a.x, s.middle().y}, {s.b.x, s.middle().y}, color, width);
}

void drawLetters(const Sample& s) {
    ImFont* face = s.layer.style.label.font == layers::FontFace::bold ? s.ui.faces.bold : s.ui.faces.text;
    const float width = textSize(face, "Aa").x;
    drawText(face, {s.middle().x - width / 2, middleTop(face, s.a.y, s.b.y - s.a.y)},
             s.color(s.layer.style.label.color), "Aa");
}

// A bend, so that the line is seen as one.
std::vector<ImVec2> linePath(const Sample& s) {
    const float high = (s.b.y - s.a.y) * 0.22F, middle = s.middle().y;
    std::vector<ImVec2> path;
    for (int i = 0; i <= 16; ++i) {
        const float t = static_cast<float>(i) / 16;
        path.push_back({s.a.x + (s.b.x - s.a.x) * t, middle + std::sin(t * 2 * std::numbers::pi_v<float>) * high});
    }
    return path;
}

// Two stretches of the line with the echelon's mark between them.
void drawBoundary(const Sample& s) {
    const layers::Style& style = s.layer.style;
    const layers::EchelonMark mark = layers::markOf(style.boundary.echelon);
    const ImU32 color = s.color(style.line.color);
    const float high = (s.b.y - s.a.y) * 0.62F,
                step = high * (mark.shape == layers::EchelonShape::cross ? 0.8F : 0.45F),
                stroke = std::max(1.0F, s.ui.px(1.2));
    const float gap = (static_cast<float>(mark.count - 1) * step + high) / 2, middle = s.middle().y;
    layers::LayerSpec side = s.layer;
    side.style.line.dashPt = layers::boundaryDashesPt(style, style.boundary.approximate);
    const Sample dashed{s.ui, side, s.a, s.b, s.list};
    drawLine(dashed, {{s.a.x, middle}, {s.middle().x - gap, middle}});
    drawLine(dashed, {{s.middle().x + gap, middle}, {s.b.x, middle}});
    for (int i = 0; i < mark.count; ++i) {
        const float x = s.middle().x + (static_cast<float>(i) - static_cast<float>(mark.count - 1) / 2) * step,
                    half = high / 2;
        switch (mark.shape) {
            case layers::EchelonShape::dot: s.list->AddCircleFilled({x, middle}, high * 0.2F, color); break;
            case layers::EchelonShape::bar:
                s.list->AddLine({x, middle - half}, {x, middle + half}, color, stroke);
                break;
            case layers::EchelonShape::struckRing:
                s.list->AddCircle({x, middle}, half * 0.7F, color, 0, stroke);
                s.list->AddLine({x - half, middle + half}, {x + half, middle - half}, color, stroke);
                break;
            case layers::EchelonShape::cross:
                s.list->AddLine({x - half * 0.8F, middle - half}, {x + half * 0.8F, middle + half}, color, stroke);
                s.list->AddLine({x - half * 0.8F, middle + half}, {x + half * 0.8F, middle - half}, color, stroke);
                break;
        }
    }
}

}  // namespace

void drawSwatch(const Ui& ui, const layers::LayerSpec& layer, ImVec2 leftTop, ImVec2 size) {
    const Sample s{ui, layer, leftTop, leftTop + size, ImGui::GetWindowDrawList()};
    const layers::Style& style = layer.style;
    if (layer.kind == layers::LayerKind::units) return drawUnitFrame(s);
    if (layer.kind == layers::LayerKind::graticule) return drawGrid(s);
    if (style.fill || style.hatch != layers::Hatch::none) {
        layers::LayerSpec filled = layer;
        if (!style.fill) filled.style.fill = layers::Rgba{255, 255, 255, 0};
        drawArea({ui, filled, s.a, s.b, s.list});
    } else if (layers::isBoundary(layer)) {
        drawBoundary(s);
    } else if (style.line.widthPt > 0) {
        drawLine(s, linePath(s));
    }
    if (style.markerSizePt > 0) drawMarker(s);
    const bool onlyLetters =
        !style.fill && style.line.widthPt <= 0 && style.markerSizePt <= 0 && !style.label.field.empty();
    if (onlyLetters) drawLetters(s);
}

}  // namespace viewer
