#pragma once
// Where a symbol's pixels have something: a few rectangles, one below the other, so that little is drawn of what stays empty
// beside an echelon's mark or a diamond's corners. Pure.

#include <vector>

#include "layers/model/pixel_rect.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {

// Together they hold every pixel that is not wholly transparent. More rectangles where that saves more than one costs.
std::vector<PixelRect> opaqueSpansOf(const SymbolImage& image);

}  // namespace layers
