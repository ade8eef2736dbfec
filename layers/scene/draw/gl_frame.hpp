// SPDX-License-Identifier: Apache-2.0
#pragma once
// The GL back end: turns a DrawList into pixels. Needs a current GL context; main thread.

#include "geodata/tiles/mesh.hpp"
#include "layers/scene/draw/draw_list.hpp"
#include "layers/scene/draw/overdraw.hpp"
#include "layers/scene/draw/retained_frame.hpp"
#include "layers/scene/draw/sprites.hpp"

namespace layers {

class GlFrame {
public:
    GlFrame(Painter& painter, Sprites& sprites) : m_painter(painter), m_sprites(sprites) {}
    // Draws the rows from `topPx` on that fit the buffer.
    void draw(const DrawList& list, const FrameBuffer& buffer, int topPx, std::optional<PixelRect> part = {});
    // Draws where the canvas shows something else.
    void draw(std::shared_ptr<const DrawList> list, RetainedFrame& canvas);

private:
    using Uses = std::vector<PieceUse>;
    struct Plan {
        Overdraw uses;
        std::vector<ScreenRect> reaches;  // of the items; empty: all are drawn
    };
    Plan planFor(const DrawList& list);
    void drawPart(const DrawList& list, const Plan& plan, const FrameBuffer& buffer, int topPx,
                  std::optional<PixelRect> part);
    bool drawDamage(const DrawList& list, RetainedFrame& canvas);
    void drawItem(const draw::TileFill& item, const Uses& uses);
    void drawItem(const draw::TileLine& item, const Uses& uses);
    void drawItem(const draw::TileMarkers& item, const Uses&);
    void drawItem(const draw::Area& item, const Uses&);
    void drawItem(const draw::Polyline& item, const Uses&);
    void drawItem(const draw::Text& item, const Uses&);
    void drawItem(const draw::Symbol& item, const Uses&);
    std::vector<const TilePiece*> drawnOf(const TilePieces& pieces, const Uses& uses) const;
    void drawOnce(const draw::TileFill& item, const std::vector<const TilePiece*>& pieces);
    void drawPieces(const draw::TileFill& item, const std::vector<const TilePiece*>& pieces);
    void flush();
    void makeRoom();

    Painter& m_painter;
    Sprites& m_sprites;
    // Gathered over neighbouring items of one kind and paint: one call for many.
    std::vector<SpriteVertex> m_letters, m_pictures;
    geodata::FillMesh m_areas;
    Rgba m_areaColor;
    geodata::LineMesh m_lines;
    LinePaint m_linePaint;
};

}  // namespace layers
