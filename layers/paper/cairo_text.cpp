// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/cairo_text.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace layers {
namespace {

void appendUtf8(std::string& out, char32_t c) {
    if (c == 0) return;
    const auto byte = [&](unsigned value) { out.push_back(static_cast<char>(value)); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) return byte(0xC0 | c >> 6), byte(0x80 | (c & 63));
    if (c < 0x10000) return byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63));
    byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 63)), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63));
}

std::string readingOf(const ShapedGlyph& glyph) {
    std::string text;
    appendUtf8(text, glyph.read);
    return text;
}

// Glyphs of one font on one line, with their text.
struct Run {
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;  // a glyph each, in the order in which they stand
    std::string utf8;

    void add(const ShapedGlyph& glyph, ScreenPoint at, const std::string& reading) {
        glyphs.push_back({glyph.glyph, at.x, at.y});
        clusters.push_back({static_cast<int>(reading.size()), 1});
        utf8 += reading;
    }
    // Readers take spaced letters for separate words, unless the whole is marked as one text.
    void join() { clusters = {{static_cast<int>(utf8.size()), static_cast<int>(glyphs.size())}}; }
};

// Readers order right-to-left letters by their places, so each keeps its own text.
bool readsLeftToRight(std::span<const ShapedGlyph> glyphs) {
    return std::ranges::none_of(glyphs,
                                [](const ShapedGlyph& glyph) { return glyph.read >= 0x590 && glyph.read <= 0x8FF; });
}

void show(cairo_t* cairo, const Run& run) {
    cairo_show_text_glyphs(cairo, run.utf8.c_str(), static_cast<int>(run.utf8.size()), run.glyphs.data(),
                           static_cast<int>(run.glyphs.size()), run.clusters.data(),
                           static_cast<int>(run.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
}

// Calls `use` for each stretch of glyphs in one font.
template <class Use>
void eachRun(cairo_t* cairo, const draw::Text& text, const PaperFonts& fonts, Use use) {
    const auto& glyphs = text.run.glyphs;
    for (std::size_t from = 0; from < glyphs.size();) {
        Run run;
        std::size_t i = from;
        for (; i < glyphs.size() && glyphs[i].font == glyphs[from].font; ++i)
            run.add(glyphs[i], {text.origin.x + glyphs[i].xPx, text.origin.y + glyphs[i].yPx}, readingOf(glyphs[i]));
        if (text.run.spaced && readsLeftToRight(std::span(glyphs).subspan(from, i - from))) run.join();
        cairo_set_font_face(cairo, fonts.face(glyphs[from].font));
        use(run);
        from = i;
    }
}

// What each glyph of a turned text is read as: the first one carries all, because no reader would join them again.
std::vector<std::string> turnedReadings(const std::vector<ShapedGlyph>& glyphs) {
    std::vector<std::string> readings(glyphs.size());
    const bool whole = readsLeftToRight(glyphs);
    for (std::size_t i = 0; i < glyphs.size(); ++i) readings[whole ? 0 : i] += readingOf(glyphs[i]);
    return readings;
}

// Likewise glyph by glyph, each turned as it stands on its line; marks (no advance) go with their letter's pose.
template <class Use>
void eachTurned(cairo_t* cairo, const draw::Text& text, const PaperFonts& fonts, Use use) {
    const auto& glyphs = text.run.glyphs;
    const std::vector<std::string> readings = turnedReadings(glyphs);
    double penPx = 0;
    for (std::size_t i = 0; i < std::min(glyphs.size(), text.glyphs.size()); ++i) {
        const double beforePx = penPx;
        penPx += glyphs[i].advancePx;
        Run run;
        run.add(glyphs[i],
                glyphs[i].advancePx == 0 ? ScreenPoint{glyphs[i].xPx - beforePx, glyphs[i].yPx} : ScreenPoint{},
                readings[i]);
        cairo_save(cairo);
        cairo_translate(cairo, text.glyphs[i].origin.x, text.glyphs[i].origin.y);
        cairo_rotate(cairo, text.glyphs[i].rotationRad);
        cairo_set_font_face(cairo, fonts.face(glyphs[i].font));
        cairo_set_font_size(cairo, text.run.sizePx);
        use(run);
        cairo_restore(cairo);
    }
}

template <class Use>
void eachStretch(cairo_t* cairo, const draw::Text& text, const PaperFonts& fonts, Use use) {
    cairo_set_font_size(cairo, text.run.sizePx);
    text.glyphs.empty() ? eachRun(cairo, text, fonts, use) : eachTurned(cairo, text, fonts, use);
}

}  // namespace

void drawText(cairo_t* cairo, const draw::Text& text, const PaperFonts& fonts) {
    if (text.haloPx > 0 && text.halo.a > 0) {
        eachStretch(cairo, text, fonts, [&](const Run& run) {
            cairo_glyph_path(cairo, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
        });
        cairo_set_line_width(cairo, text.haloPx * 2);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(cairo, nullptr, 0, 0);
        setColor(cairo, text.halo);
        cairo_stroke(cairo);
    }
    setColor(cairo, text.color);
    eachStretch(cairo, text, fonts, [&](const Run& run) { show(cairo, run); });
}

}  // namespace layers
