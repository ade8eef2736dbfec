// SPDX-License-Identifier: Apache-2.0
#pragma once
// The last step of text before it is drawn: turns a glyph's outline into coverage, plain or grown for the halo. One
// thread, the font's.

#include "layers/text/font_file.hpp"
#include "layers/text/glyph_bitmap.hpp"

namespace layers {

struct GlyphPictureOptions {
    float sizePx = 0;
    float outlinePx = 0;  // 0: the glyph itself
};

// An empty picture where the glyph has no ink or does not exist.
GlyphBitmap glyphPicture(FT_Library library, FT_Face face, std::uint32_t glyph, const GlyphPictureOptions& options);

}  // namespace layers
