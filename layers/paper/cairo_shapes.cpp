// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/cairo_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace layers {
namespace {

constexpr double kMitreLimit = 4;  // as of the tiles' lines
constexpr double kSealPx = 0.4;

void addPath(cairo_t* cairo, const std::vector<ScreenPoint>& points, bool closed) {
    cairo_new_sub_path(cairo);
    for (const ScreenPoint p : points) cairo_line_to(cairo, p.x, p.y);
    if (closed) cairo_close_path(cairo);
}

void addRings(cairo_t* cairo, const std::vector<std::vector<ScreenPoint>>& rings) {
    for (const auto& ring : rings) addPath(cairo, ring, true);
}

// One family of parallel hatch lines over the box: those with x·nx + y·ny a half spacing beyond a whole number of them,
// counted from the anchor.
struct Family {
    double nx = 0, ny = 0;
};
constexpr double kHalfRoot = std::numbers::sqrt2 / 2;
constexpr Family kRising{kHalfRoot, kHalfRoot}, kFalling{kHalfRoot, -kHalfRoot};  // "/" and "\", y down

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
};

void addHatchLines(cairo_t* cairo, const Box& box, Family family, const FillPaint& paint) {
    const auto across = [&](double x, double y) {
        return (x - paint.anchorPx.x) * family.nx + (y - paint.anchorPx.y) * family.ny;
    };
    const auto [least, most] = std::minmax({across(box.left, box.top), across(box.right, box.top),
                                            across(box.left, box.bottom), across(box.right, box.bottom)});
    const double reach = std::hypot(box.right - box.left, box.bottom - box.top);
    const double middleX = (box.left + box.right) / 2, middleY = (box.top + box.bottom) / 2,
                 middle = across(middleX, middleY);
    for (double at = (std::floor(least / paint.spacingPx - 0.5) + 0.5) * paint.spacingPx; at <= most + paint.spacingPx;
         at += paint.spacingPx) {
        const double x = middleX + (at - middle) * family.nx, y = middleY + (at - middle) * family.ny;
        cairo_move_to(cairo, x - family.ny * reach, y + family.nx * reach);
        cairo_line_to(cairo, x + family.ny * reach, y - family.nx * reach);
    }
}

void hatchArea(cairo_t* cairo, const std::vector<std::vector<ScreenPoint>>& rings, const FillPaint& paint) {
    cairo_save(cairo);
    addRings(cairo, rings);
    cairo_clip(cairo);
    Box box;
    cairo_clip_extents(cairo, &box.left, &box.top, &box.right, &box.bottom);
    if (box.right > box.left && box.bottom > box.top) {
        if (paint.hatch != Hatch::backDiagonal) addHatchLines(cairo, box, kRising, paint);
        if (paint.hatch != Hatch::diagonal) addHatchLines(cairo, box, kFalling, paint);
        cairo_set_line_width(cairo, paint.widthPx);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

void setDashes(cairo_t* cairo, const std::vector<float>& dashPx, double alongPx) {
    const std::vector<double> dashes(dashPx.begin(), dashPx.end());
    const bool any = std::ranges::any_of(dashes, [](double length) { return length > 0; });
    cairo_set_dash(cairo, dashes.data(), any ? static_cast<int>(dashes.size()) : 0, alongPx);
}

// The outline of a marker whose edge lies `insetPx` inside its rim's outer edge; sizes as in marker.frag.
void addMarker(cairo_t* cairo, ScreenPoint at, const MarkerPaint& paint, double insetPx) {
    const double r = paint.radiusPx;
    switch (paint.shape) {
        case Marker::circle: {
            cairo_new_sub_path(cairo);
            return cairo_arc(cairo, at.x, at.y, std::max(0.0, r - insetPx), 0, 2 * std::numbers::pi);
        }
        case Marker::square: {
            const double half = std::max(0.0, r * 0.886 - insetPx);
            return cairo_rectangle(cairo, at.x - half, at.y - half, 2 * half, 2 * half);
        }
        case Marker::triangle: {
            const double inner = std::max(0.0, r * 0.6 - insetPx), half = inner * std::numbers::sqrt3;
            return addPath(cairo, {{at.x, at.y - 2 * inner}, {at.x + half, at.y + inner}, {at.x - half, at.y + inner}},
                           true);
        }
        case Marker::diamond: {
            const double half = std::max(0.0, r * 1.1 - insetPx * std::numbers::sqrt2);
            return addPath(cairo, {{at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y}},
                           true);
        }
    }
}

}  // namespace

void fillAreas(cairo_t* cairo, const LayerShapes& shapes, const FillPaint& paint) {
    const CairoOnce once(cairo, paint.color);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    if (paint.hatch != Hatch::none && !(paint.spacingPx > 0)) return;
    setDashes(cairo, {}, 0);
    for (const auto& rings : shapes.areas) {
        if (paint.hatch != Hatch::none) {
            hatchArea(cairo, rings, paint);
            continue;
        }
        addRings(cairo, rings);
        cairo_fill(cairo);
    }
}

void sealEdges(cairo_t* cairo, const LayerShapes& shapes, Rgba color) {
    if (color.a < 255) return;  // seams of a translucent tint are hardly seen, and a rim would be
    strokeLines(cairo, shapes, {color, kSealPx, {}}, {});
}

void strokeLines(cairo_t* cairo, const LayerShapes& shapes, const LinePaint& paint, const LineStyle& style) {
    const CairoOnce once(cairo, paint.color);
    cairo_set_line_width(cairo, paint.widthPx);
    cairo_set_line_join(cairo, style.join == LineJoin::mitre ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
    cairo_set_miter_limit(cairo, kMitreLimit);
    // Dashes end as they are; only the line's own ends are round.
    cairo_set_line_cap(
        cairo, style.cap == LineCap::round && paint.dashPx.empty() ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    for (const ShapeLine& line : shapes.lines) {
        setDashes(cairo, paint.dashPx, line.alongPx);
        addPath(cairo, line.points, line.closed);
        cairo_stroke(cairo);
    }
}

void drawMarkers(cairo_t* cairo, const std::vector<ScreenPoint>& points, const MarkerPaint& paint) {
    for (const ScreenPoint at : points) {
        if (paint.rimPx > 0) {
            addMarker(cairo, at, paint, 0);
            setColor(cairo, paint.rimColor);
            cairo_fill(cairo);
        }
        addMarker(cairo, at, paint, paint.rimPx);
        setColor(cairo, paint.color);
        cairo_fill(cairo);
    }
}

void fillRing(cairo_t* cairo, const std::vector<ScreenPoint>& ring, Rgba color) {
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    addPath(cairo, ring, true);
    setColor(cairo, color);
    cairo_fill(cairo);
}

void strokePolyline(cairo_t* cairo, const draw::Polyline& line) {
    cairo_set_line_width(cairo, line.paint.widthPx);
    cairo_set_line_join(cairo, line.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_miter_limit(cairo, kMitreLimit);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    setDashes(cairo, line.paint.dashPx, 0);
    addPath(cairo, line.points, line.closed);
    setColor(cairo, line.paint.color);
    cairo_stroke(cairo);
}

}  // namespace layers
