// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/cairo_page.hpp"

#include "layers/paper/cairo_shapes.hpp"
#include "layers/paper/cairo_text.hpp"
#include "layers/symbols/vector_symbol.hpp"

namespace layers {

void CairoPage::draw(std::span<const DrawItem> items, const LayerShapes& shapes, const LineStyle& style) {
    m_shapes = &shapes;
    m_style = &style;
    for (const DrawItem& item : items) std::visit([this](const auto& kind) { drawItem(kind); }, item);
}

void CairoPage::drawItem(const draw::TileFill& item) {
    fillAreas(m_cairo, *m_shapes, item.paint);
    if (item.feathered) sealEdges(m_cairo, *m_shapes, item.paint.color);
}
void CairoPage::drawItem(const draw::TileLine& item) { strokeLines(m_cairo, *m_shapes, item.paint, *m_style); }
void CairoPage::drawItem(const draw::TileMarkers& item) { drawMarkers(m_cairo, m_shapes->points, item.paint); }
void CairoPage::drawItem(const draw::Area& item) { fillRing(m_cairo, item.ring, item.color); }
void CairoPage::drawItem(const draw::Polyline& item) { strokePolyline(m_cairo, item); }
void CairoPage::drawItem(const draw::Text& item) { drawText(m_cairo, item, m_fonts); }

// One that librsvg cannot draw is left out, as in the picture of pixels; its caption stays.
void CairoPage::drawItem(const draw::Symbol& item) {
    const double left = item.anchor.x - item.drawing->anchorX * item.scalePx,
                 top = item.anchor.y - item.drawing->anchorY * item.scalePx;
    (void)drawSymbol(m_cairo, *item.drawing, {left, top, item.scalePx});
}

}  // namespace layers
