// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/gl_frame.hpp"

#include <algorithm>
#include <cmath>

#include "geodata/tiles/fill_mesh.hpp"
#include "geodata/tiles/line_mesh.hpp"
#include "layers/scene/draw/damage.hpp"
#include "layers/scene/draw/scene_tile.hpp"

namespace layers {
namespace {

constexpr double kFeatherPx = 1;  // width of the rim that smooths an area's edge

// Meshes have y up, the picture y down.
std::vector<geodata::MapPoint> upright(const std::vector<ScreenPoint>& points) {
    std::vector<geodata::MapPoint> turned;
    for (const ScreenPoint p : points) turned.push_back({p.x, -p.y});
    return turned;
}

// Turns one way and comes round once.
bool isConvex(const std::vector<ScreenPoint>& ring) {
    bool isLeft = false, isRight = false;
    int turns = 0;  // of the sideways direction
    const auto at = [&](std::size_t i) { return ring[i % ring.size()]; };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const ScreenPoint a = at(i), b = at(i + 1), c = at(i + 2);
        const double turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
        isRight = isRight || turn > 0;
        isLeft = isLeft || turn < 0;
        turns += (b.x > a.x) != (c.x > b.x) ? 1 : 0;
    }
    return !(isLeft && isRight) && turns <= 2;
}

void addFan(geodata::FillMesh& mesh, const std::vector<ScreenPoint>& ring) {
    if (ring.size() < 3) return;
    mesh.reserveBatch(ring.size());
    std::vector<std::uint16_t> corners;
    for (const ScreenPoint p : ring)
        corners.push_back(mesh.addVertex({static_cast<float>(p.x), static_cast<float>(-p.y)}));
    for (std::size_t i = 2; i < corners.size(); ++i) mesh.addTriangle({corners[0], corners[i - 1], corners[i]});
}

template <class Draw>
void eachPiece(Painter& painter, const std::vector<const TilePiece*>& pieces, Draw draw) {
    for (const TilePiece* piece : pieces) {
        painter.clipTo(piece->clip);
        draw(*piece);
    }
    painter.noClip();
}

}  // namespace

void GlFrame::draw(const DrawList& list, const FrameBuffer& buffer, int topPx, std::optional<PixelRect> part) {
    drawPart(list, planFor(list), buffer, topPx, part);
}

GlFrame::Plan GlFrame::planFor(const DrawList& list) {
    return {withoutHidden(list, [this](Rgba below, Rgba above) { return m_painter.blended(below, above); }), {}};
}

void GlFrame::drawPart(const DrawList& list, const Plan& plan, const FrameBuffer& buffer, int topPx,
                       std::optional<PixelRect> part) {
    m_painter.begin(buffer, topPx, list.background, part);
    for (std::size_t i = 0; i < list.items.size(); ++i)
        if (plan.reaches.empty() || m_painter.leaves(plan.reaches[i]))
            std::visit([&](const auto& kind) { drawItem(kind, plan.uses[i]); }, list.items[i]);
    flush();
    m_painter.end();
}

// What lacks symbols whose pixels are on their way is drawn as a whole next time.
void GlFrame::draw(std::shared_ptr<const DrawList> list, RetainedFrame& canvas) {
    if (!drawDamage(*list, canvas)) draw(*list, canvas.buffer, 0);
    canvas.shown = m_sprites.busy() ? nullptr : std::move(list);
}

// False: it must be drawn as a whole.
bool GlFrame::drawDamage(const DrawList& list, RetainedFrame& canvas) {
    if (!canvas.shown || !(canvas.shown->size == list.size)) return false;
    const auto shift = shiftBetween(*canvas.shown, list);
    if (!shift) return false;
    const auto damage = damageBetween(*canvas.shown, list, *shift);
    if (!damage || (!(*shift == PixelShift{}) && !canvas.buffer.move(shift->rightPx, shift->downPx))) return false;
    Plan plan = planFor(list);
    for (const DrawItem& item : list.items) plan.reaches.push_back(reachOf(item));
    for (const PixelRect& part : *damage) drawPart(list, plan, canvas.buffer, 0, part);
    return true;
}

// Of the gathered kinds at most one holds something.
void GlFrame::flush() {
    if (!m_areas.empty()) m_painter.fill(uploaded(m_areas), {{0, 0}, 1}, {.color = m_areaColor, .anchorPx = {}});
    if (!m_lines.empty()) m_painter.line(uploaded(m_lines), {{0, 0}, 1}, m_linePaint);
    m_areas = {};
    m_lines = {};
    m_painter.sprites(m_pictures, m_sprites.pictures());
    m_painter.sprites(m_letters, m_sprites.letters());
    m_pictures.clear();
    m_letters.clear();
}

// The vertices of tiles outside the drawn part can be skipped.
std::vector<const TilePiece*> GlFrame::drawnOf(const TilePieces& pieces, const Uses& uses) const {
    std::vector<const TilePiece*> drawn;
    for (std::size_t i = 0; i < pieces->size(); ++i)
        if (uses[i].drawn && m_painter.leaves((*pieces)[i].clip)) drawn.push_back(&(*pieces)[i]);
    return drawn;
}

// Rectangles first: whole tiles need no mesh, and no stencil either.
void GlFrame::drawItem(const draw::TileFill& item, const Uses& uses) {
    flush();
    std::vector<const TilePiece*> meshes;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const TilePiece& piece = (*item.tiles)[i];
        if (!uses[i].drawn || !m_painter.leaves(piece.clip)) continue;
        if (uses[i].flat) m_painter.cover(piece.clip, *uses[i].flat);
        else if (piece.tile->covered && item.paint.hatch == Hatch::none) m_painter.cover(piece.clip, item.paint.color);
        else meshes.push_back(&piece);
    }
    if (!meshes.empty()) drawOnce(item, meshes);
}

void GlFrame::drawOnce(const draw::TileFill& item, const std::vector<const TilePiece*>& pieces) {
    const bool translucent = item.paint.color.a < 255, hatched = item.paint.hatch != Hatch::none;
    if (translucent && hatched) m_painter.beginLayer();
    if (translucent && !hatched) m_painter.beginOnce();
    drawPieces(item, pieces);
    if (translucent && hatched) m_painter.endLayer(item.paint.color);
    if (translucent && !hatched) m_painter.endOnce();
}

void GlFrame::drawPieces(const draw::TileFill& item, const std::vector<const TilePiece*>& pieces) {
    eachPiece(m_painter, pieces,
              [&](const TilePiece& piece) { m_painter.fill(piece.tile->fill, piece.place, item.paint); });
    // The rim comes after all areas: what it shows of itself lies outside them and falls off over a pixel.
    if (item.feathered)
        eachPiece(m_painter, pieces, [&](const TilePiece& piece) {
            m_painter.line(piece.tile->line, piece.place, {item.paint.color, kFeatherPx, {}});
        });
}

void GlFrame::drawItem(const draw::TileLine& item, const Uses& uses) {
    flush();
    const auto pieces = drawnOf(item.tiles, uses);
    const bool composed = item.paint.color.a < 255 && !pieces.empty();
    if (composed) m_painter.beginLayer();
    eachPiece(m_painter, pieces,
              [&](const TilePiece& piece) { m_painter.line(piece.tile->line, piece.place, item.paint); });
    if (composed) m_painter.endLayer(item.paint.color);
}

// Markers extend beyond their tile's edge, so they are not clipped, except where a stand-in fills another tile's place.
void GlFrame::drawItem(const draw::TileMarkers& item, const Uses&) {
    flush();
    for (const TilePiece& piece : *item.tiles) {
        const bool standsIn =
            geodata::tileBox(piece.tile->id).width() * piece.place.pxPerM > piece.clip.width() + 1;  // a larger tile
        if (standsIn) m_painter.clipTo(piece.clip);
        m_painter.markers(piece.tile->markers, piece.tile->markerVertices, piece.place, item.paint);
        if (standsIn) m_painter.noClip();
    }
}

void GlFrame::drawItem(const draw::Area& item, const Uses&) {
    if (m_areas.empty() || !(m_areaColor == item.color)) flush();
    m_areaColor = item.color;
    if (isConvex(item.ring)) addFan(m_areas, item.ring);  // hundreds of dots and plates a frame
    else geodata::addFill(m_areas, {upright(item.ring)}, {0, 0});
}

void GlFrame::drawItem(const draw::Polyline& item, const Uses&) {
    if (m_lines.empty() || !(m_linePaint == item.paint)) flush();
    m_linePaint = item.paint;
    geodata::LinePiece piece{upright(item.points), {}, !item.closed, !item.closed};
    if (item.closed && !piece.points.empty()) piece.points.push_back(piece.points.front());
    double along = 0;
    for (std::size_t i = 0; i < piece.points.size(); ++i) {
        if (i > 0)
            along += std::hypot(piece.points[i].x - piece.points[i - 1].x, piece.points[i].y - piece.points[i - 1].y);
        piece.alongM.push_back(along);
    }
    geodata::addLine(m_lines, piece, {.mitreJoins = !item.round, .roundCaps = false}, {0, 0});
}

void GlFrame::drawItem(const draw::Text& item, const Uses&) {
    if (m_letters.empty()) flush();
    if (!m_sprites.add(m_letters, item)) {
        makeRoom();
        m_sprites.add(m_letters, item);
    }
}

void GlFrame::drawItem(const draw::Symbol& item, const Uses&) {
    if (m_pictures.empty()) flush();
    if (!m_sprites.add(m_pictures, item)) {
        makeRoom();
        m_sprites.add(m_pictures, item);
    }
}

void GlFrame::makeRoom() {
    flush();
    m_sprites.clear();
}

}  // namespace layers
