// SPDX-License-Identifier: Apache-2.0
#pragma once
// The opaque spans of a symbol: a few rectangles, one below the other, that hold its visible pixels. They save
// drawing the empty space beside an echelon mark or a diamond's corners. Pure; any thread.

#include <vector>

#include "layers/model/pixel_rect.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {

// Together they hold every pixel that is not wholly transparent. More rectangles where that saves more than one costs.
std::vector<PixelRect> opaqueSpansOf(const SymbolImage& image);

}  // namespace layers
