// SPDX-License-Identifier: Apache-2.0
#include "layers/text/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>

using namespace layers;

namespace {

namespace fs = std::filesystem;

const FontSet& fonts() {
    static const FontSet set = [] {
        Result<FontSet> loaded = FontSet::load("/nowhere");
        REQUIRE(loaded);
        return std::move(*loaded);
    }();
    return set;
}

TextRun shaped(std::string_view text, float sizePx = 20, float spacingPx = 0) {
    return fonts().shape(text, {FontFace::regular, sizePx, spacingPx});
}

float sumOfAdvances(const TextRun& run) {
    return std::accumulate(run.glyphs.begin(), run.glyphs.end(), 0.0F,
                           [](float sum, const ShapedGlyph& g) { return sum + g.advancePx; });
}

ShapedGlyph onlyGlyph(std::string_view character) {
    const TextRun run = shaped(character);
    REQUIRE(run.glyphs.size() == 1);
    return run.glyphs.front();
}

bool same(const ShapedGlyph& a, const ShapedGlyph& b) { return a.font == b.font && a.glyph == b.glyph; }

std::uint8_t coverageAt(const GlyphBitmap& bitmap, int x, int y) {  // relative to the glyph's origin, y up
    const int column = x - bitmap.left, row = bitmap.top - y;
    if (column < 0 || row < 0 || column >= bitmap.width || row >= bitmap.height) return 0;
    return bitmap.coverage[static_cast<std::size_t>(row * bitmap.width + column)];
}

}  // namespace

TEST_CASE("a shaped line is as wide as its advances and begins at its start") {
    const TextRun run = shaped("Naqoura");
    REQUIRE(run.glyphs.size() == 7);
    CHECK(run.widthPx == doctest::Approx(sumOfAdvances(run)));
    CHECK(run.widthPx > 60);
    CHECK(run.widthPx < 100);
    CHECK(run.glyphs[0].xPx == 0);
    CHECK(run.glyphs[1].xPx == doctest::Approx(run.glyphs[0].advancePx));
    CHECK(run.ascentPx > 10);
    CHECK(run.descentPx > 3);
}

TEST_CASE("width grows with the size without steps") {
    const float unit = shaped("Marjayoun مرجعيون", 1).widthPx;
    for (float size = 5; size < 80; size += 0.37F)
        CHECK(shaped("Marjayoun مرجعيون", size).widthPx == doctest::Approx(unit * size));
}

TEST_CASE("Arabic is drawn in its joined forms, the last letter first") {
    const TextRun run = shaped("صور");
    REQUIRE(run.glyphs.size() == 3);
    CHECK(same(run.glyphs[0], onlyGlyph("\uFEAD")));
    CHECK(same(run.glyphs[1], onlyGlyph("\uFEEE")));
    CHECK(same(run.glyphs[2], onlyGlyph("\uFEBB")));
    for (const ShapedGlyph& g : run.glyphs) CHECK(g.glyph != 0);
}

TEST_CASE("mixed text takes each letter from the font that has it") {
    const TextRun run = shaped("Sur صور");
    REQUIRE(run.glyphs.size() == 7);
    CHECK(same(run.glyphs[0], onlyGlyph("S")));
    CHECK(same(run.glyphs[2], onlyGlyph("r")));
    CHECK(same(run.glyphs[4], onlyGlyph("\uFEAD")));
    CHECK(run.glyphs[0].font != run.glyphs[4].font);
    for (const char* character : {"א", "→", "ж", "ş", "٣", "\uFFFD", "±"}) CHECK(onlyGlyph(character).glyph != 0);
    for (const FontFace face : {FontFace::regular, FontFace::bold, FontFace::italic})
        CHECK(fonts().shape("Aصא", {face, 12, 0}).glyphs.size() == 3);
    CHECK(fonts().shape("A", {FontFace::bold, 12, 0}).glyphs[0].font != onlyGlyph("A").font);
}

TEST_CASE("a character that no font has becomes the replacement box") {
    const ShapedGlyph box = onlyGlyph("\u4E2D");
    CHECK(box.glyph == 0);
    CHECK(box.advancePx > 0);
    CHECK_FALSE(fonts().rasterize(box.font, box.glyph, 20, 0).coverage.empty());
}

TEST_CASE("letter spacing parts Latin letters but not Arabic ones") {
    CHECK(shaped("LEBANON", 20, 5).widthPx == doctest::Approx(shaped("LEBANON").widthPx + 6 * 5));
    CHECK(shaped("صور", 20, 5).widthPx == doctest::Approx(shaped("صور").widthPx));
    CHECK(shaped("ab", 20, NAN).widthPx == shaped("ab").widthPx);
}

TEST_CASE("a mark stands over its letter and takes no room") {
    const TextRun low = shaped("x\u0301"), high = shaped("T\u0301");
    REQUIRE(low.glyphs.size() == 2);
    CHECK(low.widthPx == doctest::Approx(shaped("x").widthPx));
    CHECK(low.glyphs[1].advancePx == 0);
    CHECK(high.glyphs[1].yPx < low.glyphs[1].yPx);  // raised over the taller letter
    CHECK(high.ascentPx > shaped("T").ascentPx);
    std::string pile = "a";
    for (int i = 0; i < 1000; ++i) pile += "\u0301";
    CHECK(shaped(pile).ascentPx < 60);           // three text sizes
    CHECK(shaped("\u0301").glyphs.size() == 1);  // no letter to stand on
}

TEST_CASE("text that nobody should write is bounded") {
    using namespace std::string_view_literals;
    CHECK(shaped("").glyphs.empty());
    CHECK(shaped("").widthPx == 0);
    CHECK(shaped("").ascentPx > 0);
    CHECK(shaped("a\0b\x1F"sv).glyphs.size() == 2);
    CHECK(shaped("\xFF\xFE").glyphs.size() == 2);
    CHECK(shaped(std::string(1'000'000, 'x')).glyphs.size() == 4096);
    std::string arabic;
    for (int i = 0; i < 100'000; ++i) arabic += "لا\u064E(";
    CHECK(shaped(arabic).glyphs.size() <= 4096);
    for (const float size : {0.0F, -3.0F, NAN, INFINITY}) {
        const TextRun run = shaped("abc", size);
        CHECK(std::isfinite(run.widthPx));
        CHECK(run.widthPx >= 0);
    }
}

TEST_CASE("a glyph's picture has its ink where its metrics say") {
    const ShapedGlyph l = onlyGlyph("l");
    const GlyphBitmap picture = fonts().rasterize(l.font, l.glyph, 40, 0);
    REQUIRE(picture.coverage.size() == static_cast<std::size_t>(picture.width * picture.height));
    CHECK(picture.height > 28);  // Noto Sans: 0.76 em from the baseline to the top
    CHECK(picture.height < 33);
    CHECK(picture.top == picture.height);  // stands on the baseline
    CHECK(coverageAt(picture, picture.left + picture.width / 2, 15) == 255);
    CHECK(fonts().rasterize(l.font, onlyGlyph(" ").glyph, 40, 0).coverage.empty());
}

TEST_CASE("a halo holds the glyph and reaches further by the outline") {
    for (const char* letter : {"a", "o", "\uFEBB", "8"}) {
        const ShapedGlyph g = onlyGlyph(letter);
        const GlyphBitmap body = fonts().rasterize(g.font, g.glyph, 36, 0),
                          halo = fonts().rasterize(g.font, g.glyph, 36, 3);
        CHECK(std::abs(halo.width - body.width - 8) <= 1);
        CHECK(std::abs(halo.height - body.height - 8) <= 1);
        CHECK(std::abs(body.left - halo.left - 4) <= 1);
        CHECK(std::abs(halo.top - body.top - 4) <= 1);
        int weaker = 0;
        for (int y = body.top; y > body.top - body.height; --y)
            for (int x = body.left; x < body.left + body.width; ++x)
                weaker += coverageAt(halo, x, y) < coverageAt(body, x, y);
        CHECK(weaker == 0);
    }
    const ShapedGlyph o = onlyGlyph("o"), l = onlyGlyph("l");
    const GlyphBitmap stem = fonts().rasterize(l.font, l.glyph, 40, 0),
                      wide = fonts().rasterize(l.font, l.glyph, 40, 5);
    const auto inkOfRow = [](const GlyphBitmap& b) {
        int sum = 0;
        for (int x = b.left; x < b.left + b.width; ++x) sum += coverageAt(b, x, 15);
        return sum / 255.0;
    };
    CHECK(inkOfRow(wide) == doctest::Approx(inkOfRow(stem) + 10).epsilon(0.03));
    CHECK(coverageAt(fonts().rasterize(o.font, o.glyph, 12, 6), 4, 3) ==
          255);  // a counter narrower than the halo is filled
}

TEST_CASE("rasterize refuses what does not exist") {
    CHECK(fonts().rasterize(999, 1, 20, 0).coverage.empty());
    CHECK(fonts().rasterize(0, 4'000'000, 20, 0).coverage.empty());
    CHECK(fonts().rasterize(0, 40, NAN, 0).coverage.empty());
    CHECK(fonts().rasterize(0, 40, 20, NAN).coverage == fonts().rasterize(0, 40, 20, 0).coverage);
    CHECK(fonts().rasterize(0, 40, 1e9F, 1e9F).coverage.size() < 20'000'000);
}

TEST_CASE("fonts of the installed tree win over those of the system, and damaged ones do not") {
    for (const fs::path& file : fonts().files()) CHECK(fs::exists(file));
    const fs::path folder = fs::temp_directory_path() / "opsmap_text_test";
    fs::create_directories(folder);
    fs::copy_file(fonts().files()[0], folder / "NotoSans-Regular.ttf", fs::copy_options::overwrite_existing);
    std::ofstream(folder / "NotoSans-Bold.ttf") << "no font";
    const Result<FontSet> loaded = FontSet::load(folder);
    REQUIRE(loaded);
    CHECK(loaded->files()[0] == folder / "NotoSans-Regular.ttf");
    CHECK(loaded->files()[1] == fonts().files()[1]);
    fs::remove_all(folder);
}
