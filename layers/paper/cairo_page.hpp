// SPDX-License-Identifier: Apache-2.0
#pragma once
// The cairo back end: draws the items of a DrawList as vectors on a surface whose unit is the picture's pixel. Tile
// items are drawn from their layer's shapes. One thread.

#include <span>

#include "layers/model/document.hpp"
#include "layers/paper/layer_shapes.hpp"
#include "layers/paper/paper_fonts.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

class CairoPage {
public:
    CairoPage(cairo_t* cairo, const PaperFonts& fonts) : m_cairo(cairo), m_fonts(fonts) {}
    // `shapes` and `style` are those of the layer whose items these are.
    void draw(std::span<const DrawItem> items, const LayerShapes& shapes, const LineStyle& style);

private:
    void drawItem(const draw::TileFill& item);
    void drawItem(const draw::TileLine& item);
    void drawItem(const draw::TileMarkers& item);
    void drawItem(const draw::Area& item);
    void drawItem(const draw::Polyline& item);
    void drawItem(const draw::Text& item);
    void drawItem(const draw::Symbol& item);

    cairo_t* m_cairo;
    const PaperFonts& m_fonts;
    const LayerShapes* m_shapes = nullptr;
    const LineStyle* m_style = nullptr;
};

}  // namespace layers
