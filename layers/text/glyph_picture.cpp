// SPDX-License-Identifier: Apache-2.0
#include "layers/text/glyph_picture.hpp"

#include FT_GLYPH_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

struct GlyphDeleter {
    void operator()(FT_Glyph glyph) const { FT_Done_Glyph(glyph); }
};
using OwnedGlyph = std::unique_ptr<FT_GlyphRec_, GlyphDeleter>;

FT_Outline& outlineOf(const OwnedGlyph& glyph) { return reinterpret_cast<FT_OutlineGlyph>(glyph.get())->outline; }

// The outline in 1/64 px. Scaled here and not by FT_Set_Char_Size, which would round and remember the size.
OwnedGlyph scaledGlyph(FT_Face face, std::uint32_t glyph, float sizePx) {
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return nullptr;
    FT_Glyph raw = nullptr;
    if (FT_Get_Glyph(face->glyph, &raw) != 0) return nullptr;
    OwnedGlyph owned(raw);
    const auto factor =
        static_cast<FT_Fixed>(std::lround(64.0 * 65536.0 * static_cast<double>(sizePx) / face->units_per_EM));
    const FT_Matrix scale{factor, 0, 0, factor};
    FT_Outline_Transform(&outlineOf(owned), &scale);
    return owned;
}

// An empty picture that holds the outline.
GlyphBitmap canvasFor(FT_Outline& outline) {
    FT_BBox box{};
    FT_Outline_Get_CBox(&outline, &box);
    const auto down = [](FT_Pos v) { return static_cast<int>(v >> 6); };
    GlyphBitmap canvas;
    canvas.left = down(box.xMin);
    canvas.top = down(box.yMax + 63);
    canvas.width = down(box.xMax + 63) - canvas.left;
    canvas.height = canvas.top - down(box.yMin);
    if (canvas.width <= 0 || canvas.height <= 0) return {};
    canvas.coverage.resize(static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height));
    return canvas;
}

bool draw(FT_Library library, FT_Outline& outline, GlyphBitmap& canvas) {
    FT_Bitmap target{};
    target.rows = static_cast<unsigned>(canvas.height);
    target.width = static_cast<unsigned>(canvas.width);
    target.pitch = canvas.width;
    target.buffer = canvas.coverage.data();
    target.num_grays = 256;
    target.pixel_mode = FT_PIXEL_MODE_GRAY;
    FT_Outline_Translate(&outline, -canvas.left * 64L, -(canvas.top - canvas.height) * 64L);
    return FT_Outline_Get_Bitmap(library, &outline, &target) == 0;
}

int coverageAt(const GlyphBitmap& bitmap, int column, int row) {
    if (column < 0 || row < 0 || column >= bitmap.width || row >= bitmap.height) return 0;
    return bitmap.coverage[static_cast<std::size_t>(row) * static_cast<std::size_t>(bitmap.width) +
                           static_cast<std::size_t>(column)];
}

// Only pixels at the edge of the ink can reach beyond it.
bool isEdge(const GlyphBitmap& body, int column, int row) {
    return std::min({coverageAt(body, column - 1, row), coverageAt(body, column + 1, row),
                     coverageAt(body, column, row - 1), coverageAt(body, column, row + 1)}) < 255;
}

// Covers the disc around one pixel; the canvas has room for all of it.
void stamp(GlyphBitmap& canvas, int column, int row, float radiusPx) {
    const int reach = static_cast<int>(std::ceil(radiusPx));
    for (int dy = -reach; dy <= reach; ++dy) {
        const std::size_t line = static_cast<std::size_t>(row + dy) * static_cast<std::size_t>(canvas.width);
        for (int dx = -reach; dx <= reach; ++dx) {
            const float inside = radiusPx - std::sqrt(static_cast<float>(dx * dx + dy * dy));
            if (inside <= 0) continue;
            std::uint8_t& pixel = canvas.coverage[line + static_cast<std::size_t>(column + dx)];
            pixel = std::max(pixel, static_cast<std::uint8_t>(std::lround(std::min(inside, 1.0F) * 255)));
        }
    }
}

// Grown in pixels and not by FT_Stroker, whose borders fold over and leave holes where a counter or a stem is narrower
// than the outline, as in any small label.
GlyphBitmap grown(const GlyphBitmap& body, float outlinePx) {
    const int reach = static_cast<int>(std::ceil(outlinePx + 1));
    GlyphBitmap canvas{body.width + 2 * reach, body.height + 2 * reach, body.left - reach, body.top + reach, {}};
    canvas.coverage.resize(static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height));
    for (int row = 0; row < body.height; ++row)
        for (int column = 0; column < body.width; ++column) {
            const int covered = coverageAt(body, column, row);
            if (covered == 0) continue;
            // A pixel covered by half has its edge in its middle, a full one half a pixel further out; another half
            // goes to the soft edge.
            const bool edge = covered < 255 || isEdge(body, column, row);
            stamp(canvas, column + reach, row + reach, edge ? outlinePx + static_cast<float>(covered) / 255 : 1);
        }
    return canvas;
}

}  // namespace

GlyphBitmap glyphPicture(FT_Library library, FT_Face face, std::uint32_t glyph, const GlyphPictureOptions& options) {
    const OwnedGlyph scaled = scaledGlyph(face, glyph, options.sizePx);
    if (!scaled || outlineOf(scaled).n_points == 0) return {};
    GlyphBitmap body = canvasFor(outlineOf(scaled));
    if (body.coverage.empty() || !draw(library, outlineOf(scaled), body)) return {};
    return options.outlinePx > 0 ? grown(body, options.outlinePx) : body;
}

}  // namespace layers
