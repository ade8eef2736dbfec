// SPDX-License-Identifier: Apache-2.0
#include "layers/text/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <unordered_map>

#include "layers/text/font_file.hpp"
#include "layers/text/glyph_picture.hpp"
#include "layers/text/readable_characters.hpp"
#include "layers/text/visual_order.hpp"

namespace layers {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxCharacters = 4096;  // of one line; no map shows more, and a 1 MB attribute must not stall it
constexpr int kMaxMarks = 4;                  // on one letter; more only pile up into the lines above
constexpr float kMaxSizePx = 2000;            // a glyph's picture stays below some 10 MB
constexpr float kMaxOutlinePx = 60;

constexpr const char* kNotoFolder = "/usr/share/fonts/truetype/noto";
constexpr const char* kDejavuFolder = "/usr/share/fonts/truetype/dejavu";

// Noto Sans is legible from the back of a room; Noto Sans Arabic is drawn to match it and has the presentation forms
// that FriBidi yields (Noto Kufi Arabic has not); DejaVu knows arrows, signs and the remaining scripts.
enum FontIndex : std::uint16_t {
    latin,
    latinBold,
    latinItalic,
    arabic,
    arabicBold,
    hebrew,
    hebrewBold,
    other,
    otherBold,
    fontCount
};
constexpr std::array<FontSource, fontCount> kFonts{{
    {"NotoSans-Regular.ttf", kNotoFolder, "fonts-noto-core"},
    {"NotoSans-Bold.ttf", kNotoFolder, "fonts-noto-core"},
    {"NotoSans-Italic.ttf", kNotoFolder, "fonts-noto-core"},
    {"NotoSansArabic-Regular.ttf", kNotoFolder, "fonts-noto-core"},
    {"NotoSansArabic-Bold.ttf", kNotoFolder, "fonts-noto-core"},
    {"NotoSansHebrew-Regular.ttf", kNotoFolder, "fonts-noto-core"},
    {"NotoSansHebrew-Bold.ttf", kNotoFolder, "fonts-noto-core"},
    {"DejaVuSans.ttf", kDejavuFolder, "fonts-dejavu-core"},
    {"DejaVuSans-Bold.ttf", kDejavuFolder, "fonts-dejavu-core"},
}};

using Chain = std::array<FontIndex, 4>;

// Which fonts are asked for a character, first to last. Arabic and Hebrew have no italics.
const Chain& chainOf(FontFace face) {
    static constexpr Chain kRegular{latin, arabic, hebrew, other}, kBold{latinBold, arabicBold, hebrewBold, otherBold},
        kItalic{latinItalic, arabic, hebrew, other};
    switch (face) {
        case FontFace::bold: return kBold;
        case FontFace::italic: return kItalic;
        case FontFace::regular: break;
    }
    return kRegular;
}

struct FoundGlyph {
    std::uint16_t font = 0;
    std::uint32_t glyph = 0;
};

// Ink in ems relative to the line's start, y upwards: what a mark must keep clear of.
struct Letter {
    std::uint16_t font = 0;
    float penEm = 0;
    GlyphMetrics box;
    int marks = 0;
};

struct MarkOrigin {
    float xEm = 0, yEm = 0;
};

// Without the font's own mark positioning (OpenType GPOS) a mark is centred over or under its letter's ink and moved
// away from it where it would touch. Returns the mark's origin and makes the letter's box include the mark.
MarkOrigin placeMark(Letter& letter, const GlyphMetrics& mark) {
    constexpr float kGapEm = 0.04F, kAboveEm = 0.35F, kBelowEm = 0.1F;
    GlyphMetrics& box = letter.box;
    const bool inked = box.hasInk() && mark.hasInk();
    const float centre = inked ? (box.leftEm + box.rightEm) / 2 : box.advanceEm / 2;
    MarkOrigin origin{letter.penEm + centre - (mark.leftEm + mark.rightEm) / 2, 0};
    if (!inked) return origin;
    if (mark.bottomEm >= kAboveEm) {
        origin.yEm = std::max(0.0F, box.topEm + kGapEm - mark.bottomEm);
        box.topEm = std::max(box.topEm, mark.topEm + origin.yEm);
    } else if (mark.topEm <= kBelowEm) {
        origin.yEm = std::min(0.0F, box.bottomEm - kGapEm - mark.topEm);
        box.bottomEm = std::min(box.bottomEm, mark.bottomEm + origin.yEm);
    }
    return origin;
}

float limited(float value, float most) { return value > 0 ? std::min(value, most) : 0; }  // NaN: 0

}  // namespace

struct ShapedText {
    std::string text;
    TextOptions options;

    bool operator==(const ShapedText& o) const {
        return text == o.text && options.face == o.options.face && options.sizePx == o.options.sizePx &&
               options.letterSpacingPx == o.options.letterSpacingPx;
    }
};
struct ShapedTextHash {
    std::size_t operator()(const ShapedText& shaped) const {
        return std::hash<std::string>()(shaped.text) ^ std::hash<float>()(shaped.options.sizePx) * 31;
    }
};

struct FontSet::State {
    FreeTypeLibrary library;
    std::vector<FontFile> fonts;  // as kFonts; after the library, because faces must go first

    FoundGlyph find(const Chain& chain, char32_t character) const {
        for (const FontIndex font : chain)
            if (const std::uint32_t glyph = fonts[font].glyphOf(character); glyph != 0) return {font, glyph};
        return {chain.front(), 0};  // glyph 0 is the font's replacement box
    }
    FoundGlyph findMark(const Chain& chain, char32_t character, std::uint16_t lettersFont) const {
        const std::uint32_t glyph = fonts[lettersFont].glyphOf(character);
        return glyph != 0 ? FoundGlyph{lettersFont, glyph} : find(chain, character);
    }
    // A map's texts are the same frame after frame.
    std::unordered_map<ShapedText, TextRun, ShapedTextHash> runs;
    const GlyphMetrics& metrics(FoundGlyph found) { return fonts[found.font].metricsOf(found.glyph); }
};

FontSet::FontSet(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

namespace {

// The line while it is put together, in ems.
struct LineBuilder {
    float sizePx = 0;
    TextRun run;
    std::optional<Letter> letter;  // the last one, which carries the marks
    float penEm = 0, ascentEm = 0, descentEm = 0;

    void cover(const GlyphMetrics& box, float yEm) {
        if (!box.hasInk()) return;
        ascentEm = std::max(ascentEm, box.topEm + yEm);
        descentEm = std::max(descentEm, -(box.bottomEm + yEm));
    }
    void addLetter(FoundGlyph found, const GlyphMetrics& metrics, float spacingEm) {
        const float advanceEm = metrics.advanceEm + spacingEm;
        run.glyphs.push_back({found.font, found.glyph, penEm * sizePx, 0, advanceEm * sizePx});
        letter = Letter{found.font, penEm, metrics, 0};
        cover(metrics, 0);
        penEm += advanceEm;
    }
    // Of the glyph just added; a mark too many was left out, and is not read either.
    void setRead(const VisualCharacter& c) {
        if (!run.glyphs.empty() && run.glyphs.back().read == 0) run.glyphs.back().read = c.read;
    }
    void addMark(FoundGlyph found, const GlyphMetrics& metrics) {
        if (++letter->marks > kMaxMarks) return;
        const MarkOrigin origin = placeMark(*letter, metrics);
        run.glyphs.push_back({found.font, found.glyph, origin.xEm * sizePx, -origin.yEm * sizePx, 0});
        cover(metrics, origin.yEm);
    }
    TextRun finish() {
        run.sizePx = sizePx;
        run.widthPx = penEm * sizePx;
        run.ascentPx = ascentEm * sizePx;
        run.descentPx = descentEm * sizePx;
        return std::move(run);
    }
};

}  // namespace

Result<FontSet> FontSet::load(const fs::path& folder) {
    auto state = std::make_unique<State>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return geodata::failure("Cannot load", "fonts", "FreeType does not start",
                                "Install the Debian package libfreetype6.");
    state->library.reset(library);
    for (const FontSource& source : kFonts) {
        Result<FontFile> font = openFont(library, source, folder);
        if (!font) return font.error();
        state->fonts.push_back(std::move(*font));
    }
    return FontSet(std::move(state));
}

TextRun FontSet::shape(std::string_view utf8, const TextOptions& options) const {
    constexpr std::size_t kMostKept = 4096, kLongestKept = 256;  // a few MB
    if (utf8.size() > kLongestKept) return shapeAnew(utf8, options);
    ShapedText wanted{std::string(utf8), options};
    if (const auto known = m_state->runs.find(wanted); known != m_state->runs.end()) return known->second;
    if (m_state->runs.size() >= kMostKept) m_state->runs.clear();
    return m_state->runs[std::move(wanted)] = shapeAnew(utf8, options);
}

TextRun FontSet::shapeAnew(std::string_view utf8, const TextOptions& options) const {
    const Chain& chain = chainOf(options.face);
    LineBuilder line;
    line.sizePx = limited(options.sizePx, kMaxSizePx);
    const bool spaced = std::isfinite(options.letterSpacingPx) && line.sizePx > 0;
    const float spacingEm = spaced ? options.letterSpacingPx / line.sizePx : 0;
    line.run.spaced = spacingEm > 0;
    // Every line is at least as high as Latin letters with stems, so that labels of one size share their baseline.
    line.cover(m_state->metrics(m_state->find(chain, U'd')), 0);
    line.cover(m_state->metrics(m_state->find(chain, U'p')), 0);
    const std::vector<VisualCharacter> characters = visualOrder(readableCharacters(utf8, kMaxCharacters));
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const VisualCharacter& c = characters[i];
        if (c.mark && line.letter) {
            const FoundGlyph found = m_state->findMark(chain, c.character, line.letter->font);
            line.addMark(found, m_state->metrics(found));
            line.setRead(c);
            continue;
        }
        const bool last = i + 1 == characters.size();
        const FoundGlyph found = m_state->find(chain, c.character);
        line.addLetter(found, m_state->metrics(found), c.cursive || last ? 0 : spacingEm);
        line.setRead(c);
    }
    return line.finish();
}

GlyphBitmap FontSet::rasterize(std::uint16_t font, std::uint32_t glyph, float sizePx, float outlinePx) const {
    if (font >= m_state->fonts.size() || !(sizePx > 0)) return {};
    const GlyphPictureOptions options{limited(sizePx, kMaxSizePx), limited(outlinePx, kMaxOutlinePx)};
    return glyphPicture(m_state->library.get(), m_state->fonts[font].face(), glyph, options);
}

std::vector<fs::path> FontSet::files() const {
    std::vector<fs::path> files;
    for (const FontFile& font : m_state->fonts) files.push_back(font.path());
    return files;
}

}  // namespace layers
