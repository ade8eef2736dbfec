// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/vector_symbol.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include "layers/symbols/glib_handle.hpp"

namespace layers {

geodata::Status drawSymbol(cairo_t* cairo, const SymbolDrawing& drawing, const SymbolPlace& place) {
    const GObjectHandle<RsvgHandle> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(drawing.svg.data()), drawing.svg.size(), nullptr));
    if (!handle) return geodata::failure("Cannot draw", "a symbol", "its drawing is no SVG");
    const RsvgRectangle viewport{place.left, place.top, drawing.width * place.scale, drawing.height * place.scale};
    if (!rsvg_handle_render_document(handle.get(), cairo, &viewport, nullptr))
        return geodata::failure("Cannot draw", "a symbol", "librsvg cannot render it");
    return {};
}

}  // namespace layers
