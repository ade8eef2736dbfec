#pragma once
// milsymbol's SVG made fit for librsvg 2.54, which ignores `dominant-baseline` and has no Arial: letters are moved by what
// the attribute would have done, and named in a font that is there. Pure.

#include <string>
#include <string_view>

namespace layers {

std::string normalisedSvg(std::string_view svg);

}  // namespace layers
