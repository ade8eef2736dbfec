#pragma once
// Text on a cairo surface: outlines for its halo, and the letters themselves with what they stand for, so that a PDF can
// be searched and copied from. One thread.

#include "layers/paper/paper_fonts.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

void drawText(cairo_t* cairo, const draw::Text& text, const PaperFonts& fonts);

}  // namespace layers
