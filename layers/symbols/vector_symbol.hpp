// SPDX-License-Identifier: Apache-2.0
#pragma once
// Draws a symbol with cairo, as vectors where the surface supports them. Any thread.

#include "layers/symbols/symbols.hpp"

typedef struct _cairo cairo_t;

namespace layers {

struct SymbolPlace {
    double left = 0, top = 0;  // of the drawing, in the surface's units
    double scale = 1;          // of these per milsymbol unit
};
geodata::Status drawSymbol(cairo_t* cairo, const SymbolDrawing& drawing, const SymbolPlace& place);

}  // namespace layers
