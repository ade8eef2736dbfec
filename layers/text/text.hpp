// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text before it is drawn: fonts, shaping (FriBidi orders and joins Arabic), metrics and glyph pictures (FreeType).
// Needs no display. A FontSet belongs to one thread.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/style.hpp"
#include "layers/text/glyph_bitmap.hpp"

namespace layers {

using geodata::Result;

struct ShapedGlyph {
    std::uint16_t font = 0;   // index into the set
    std::uint32_t glyph = 0;  // glyph index in that font
    float xPx = 0, yPx = 0;   // origin relative to the run's start on the baseline, y down
    float advancePx = 0;
    char32_t read = 0;  // its character, so that a PDF can be searched

    bool operator==(const ShapedGlyph&) const = default;
};

// One line of text in visual order, left to right; widthPx is the sum of the advances, which for marks on letters are
// 0. ascentPx and descentPx are positive: those of Latin letters with stems, or the ink's where it goes beyond.
struct TextRun {
    std::vector<ShapedGlyph> glyphs;
    float sizePx = 0;
    float widthPx = 0, ascentPx = 0, descentPx = 0;
    bool spaced = false;  // letters are spaced

    bool operator==(const TextRun&) const = default;
};

struct TextOptions {
    FontFace face = FontFace::regular;
    float sizePx = 12;
    float letterSpacingPx = 0;
};

class FontSet {
public:
    // Finds its fonts in `folder` (the installed tree's fonts/) or in the system's font folders.
    static Result<FontSet> load(const std::filesystem::path& folder);
    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;
    ~FontSet();

    // What was shaped lately is kept. Characters no font has become the replacement box; control characters are left
    // out (line breaks become spaces), and so is what goes beyond 4096 characters. Letter spacing leaves Arabic alone,
    // whose letters touch.
    TextRun shape(std::string_view utf8, const TextOptions& options) const;
    // `outlinePx` 0: the glyph itself; otherwise the glyph grown by that much (for the halo).
    GlyphBitmap rasterize(std::uint16_t font, std::uint32_t glyph, float sizePx, float outlinePx) const;
    // Files of the fonts in use, in the order of ShapedGlyph::font, for the panels and the installed tree.
    std::vector<std::filesystem::path> files() const;

private:
    struct State;
    explicit FontSet(std::unique_ptr<State> state);
    TextRun shapeAnew(std::string_view utf8, const TextOptions& options) const;
    std::unique_ptr<State> m_state;
};

}  // namespace layers
