// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/draw_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "layers/scene/draw/scene_tile.hpp"

namespace layers {
namespace {

std::string text(Rgba c) { return fmt::format("#{:02x}{:02x}{:02x}{:02x}", c.r, c.g, c.b, c.a); }
std::string text(ScreenPoint p) { return fmt::format("{:.2f},{:.2f}", p.x, p.y); }

std::string text(const std::vector<ScreenPoint>& points) {
    std::string out;
    for (const ScreenPoint p : points) out.append(out.empty() ? "" : " ").append(text(p));
    return out;
}

std::string text(const TilePieces& pieces) {
    std::string out;
    for (const TilePiece& piece : *pieces)
        out += fmt::format("\n  tile {}/{}/{} {} vertices at {} clip {:.2f},{:.2f},{:.2f},{:.2f}", piece.tile->id.zoom,
                           piece.tile->id.x, piece.tile->id.y, piece.tile->byteCount, text(piece.place.originPx),
                           piece.clip.left, piece.clip.top, piece.clip.right, piece.clip.bottom);
    return out;
}

std::string line(const draw::TileFill& i) {
    return fmt::format("fill {} hatch {}{}", text(i.paint.color), static_cast<int>(i.paint.hatch), text(i.tiles));
}
std::string line(const draw::TileLine& i) {
    return fmt::format("line {} {:.2f}px dash {}{}", text(i.paint.color), i.paint.widthPx,
                       fmt::join(i.paint.dashPx, ","), text(i.tiles));
}
std::string line(const draw::TileMarkers& i) {
    return fmt::format("markers {} {:.2f}px{}", text(i.paint.color), i.paint.radiusPx, text(i.tiles));
}
std::string line(const draw::Area& i) { return fmt::format("area {} {}", text(i.color), text(i.ring)); }
std::string line(const draw::Polyline& i) {
    return fmt::format("polyline {} {:.2f}px {}", text(i.paint.color), i.paint.widthPx, text(i.points));
}
std::string line(const draw::Text& i) {
    std::string out = fmt::format("text {} {:.2f}px at {}", text(i.color), i.run.sizePx, text(i.origin));
    for (const ShapedGlyph& glyph : i.run.glyphs) out += fmt::format(" {}:{}", glyph.font, glyph.glyph);
    for (const GlyphPose& pose : i.glyphs) out += fmt::format(" {}@{:.3f}", text(pose.origin), pose.rotationRad);
    return out;
}
std::string line(const draw::Symbol& i) {
    return fmt::format("symbol {} at {} scale {:.4f}", i.request ? i.request->sidc : std::string(), text(i.anchor),
                       i.scalePx);
}

constexpr ScreenRect kEverything{-1e9, -1e9, 1e9, 1e9};

ScreenRect around(const std::vector<ScreenPoint>& points, double byPx) {
    ScreenRect rect{1e9, 1e9, -1e9, -1e9};
    for (const ScreenPoint p : points)
        rect = {std::min(rect.left, p.x), std::min(rect.top, p.y), std::max(rect.right, p.x),
                std::max(rect.bottom, p.y)};
    return {rect.left - byPx, rect.top - byPx, rect.right + byPx, rect.bottom + byPx};
}

ScreenRect reach(const draw::TileFill&) { return kEverything; }
ScreenRect reach(const draw::TileLine&) { return kEverything; }
ScreenRect reach(const draw::TileMarkers&) { return kEverything; }
ScreenRect reach(const draw::Area& i) { return around(i.ring, 1); }
ScreenRect reach(const draw::Polyline& i) {
    return around(i.points, i.paint.widthPx * 2 + 3);
}  // mitres reach four half widths
ScreenRect reach(const draw::Text& i) {
    // Letters and marks may extend beyond their run's ends; they are on whole pixels.
    if (i.glyphs.empty())
        return around({{i.origin.x - i.run.sizePx, i.origin.y - i.run.ascentPx},
                       {i.origin.x + i.run.widthPx + i.run.sizePx, i.origin.y + i.run.descentPx}},
                      i.haloPx + 2);
    double aroundPx = 0;
    for (const ShapedGlyph& glyph : i.run.glyphs) aroundPx = std::max<double>(aroundPx, glyph.advancePx);
    aroundPx += 2.0 * i.run.sizePx + i.haloPx;
    std::vector<ScreenPoint> origins;
    for (const GlyphPose& pose : i.glyphs) origins.push_back(pose.origin);
    return around(origins, aroundPx);
}
ScreenRect reach(const draw::Symbol& i) {
    const ScreenPoint leftTop{i.anchor.x - i.drawing->anchorX * i.scalePx, i.anchor.y - i.drawing->anchorY * i.scalePx};
    return around({leftTop, {leftTop.x + i.drawing->width * i.scalePx, leftTop.y + i.drawing->height * i.scalePx}},
                  2);  // it is on whole pixels
}

}  // namespace

ScreenRect reachOf(const DrawItem& item) {
    return std::visit([](const auto& kind) { return reach(kind); }, item);
}

std::string dumped(const DrawList& list) {
    std::string out =
        fmt::format("picture {}x{} background {}\n", list.size.width, list.size.height, text(list.background));
    for (const DrawItem& item : list.items)
        out.append(std::visit([](const auto& kind) { return line(kind); }, item)).append("\n");
    return out;
}

}  // namespace layers
