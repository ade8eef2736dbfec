// SPDX-License-Identifier: Apache-2.0
#pragma once
// Adapts milsymbol's SVG to librsvg 2.54, which ignores `dominant-baseline` and has no Arial. Letters are shifted by
// what the attribute would have done and named in a bundled font. Pure; any thread.

#include <string>
#include <string_view>

namespace layers {

std::string normalisedSvg(std::string_view svg);

}  // namespace layers
