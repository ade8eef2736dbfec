// SPDX-License-Identifier: Apache-2.0
#pragma once
// Draws text on a cairo surface: outlines for the halo, and letters with their characters, so that a PDF can be
// searched and copied from. One thread.

#include "layers/paper/paper_fonts.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

void drawText(cairo_t* cairo, const draw::Text& text, const PaperFonts& fonts);

}  // namespace layers
