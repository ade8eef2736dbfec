// SPDX-License-Identifier: Apache-2.0
// Text as cairo draws it: its ink is where the shaped run says.
#include "layers/paper/cairo_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numbers>
#include <optional>

using namespace layers;

namespace {

constexpr int kWidth = 300, kHeight = 200;
constexpr Rgba kBlack{0, 0, 0, 255}, kYellow{255, 255, 0, 255};

const FontSet& fonts() {
    static const auto loaded = FontSet::load({});
    OPSMAP_CHECK(loaded);
    return *loaded;
}

// Texts on white.
class Page {
public:
    explicit Page(const draw::Text& text) : m_surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight)) {
        const auto paperFonts = PaperFonts::open(fonts().files());
        REQUIRE(paperFonts);
        const Cairo cairo(cairo_create(m_surface.get()));
        cairo_set_source_rgb(cairo.get(), 1, 1, 1);
        cairo_paint(cairo.get());
        drawText(cairo.get(), text, *paperFonts);
        CHECK(cairo_status(cairo.get()) == CAIRO_STATUS_SUCCESS);
        cairo_surface_flush(m_surface.get());
    }
    Rgba at(int x, int y) const {
        const unsigned char* p =
            cairo_image_surface_get_data(m_surface.get()) + y * cairo_image_surface_get_stride(m_surface.get()) + x * 4;
        return {p[2], p[1], p[0], 255};
    }
    // Around all pixels that are not white and that `counts` takes.
    template <class Counts>
    std::optional<ScreenRect> ink(Counts counts) const {
        std::optional<ScreenRect> box;
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x) {
                if (!counts(at(x, y))) continue;
                const ScreenRect pixel{x * 1.0, y * 1.0, x + 1.0, y + 1.0};
                box = box ? ScreenRect{std::min(box->left, pixel.left), std::min(box->top, pixel.top),
                                       std::max(box->right, pixel.right), std::max(box->bottom, pixel.bottom)}
                          : pixel;
            }
        return box;
    }
    std::optional<ScreenRect> ink() const {
        return ink([](Rgba color) { return color != Rgba{255, 255, 255, 255}; });
    }

private:
    CairoSurface m_surface;
};

draw::Text textAt(const char* utf8, ScreenPoint origin, float sizePx = 24) {
    return {fonts().shape(utf8, {FontFace::regular, sizePx, 0}), origin, {}, kBlack, kYellow, 0};
}

}  // namespace

TEST_CASE("the ink of a text stands on its baseline, as wide and high as it was shaped") {
    const draw::Text text = textAt("Hamra", {40, 100});
    const auto ink = Page(text).ink();
    REQUIRE(ink);
    CHECK(ink->left >= 40);
    CHECK(ink->left < 45);
    CHECK(ink->right <= 40 + text.run.widthPx + 1);
    CHECK(ink->right > 40 + text.run.widthPx - 4);
    CHECK(ink->top >= 100 - text.run.ascentPx - 1);
    CHECK(ink->bottom >= 100);
    CHECK(ink->bottom <= 102);  // no letter of it goes below
}

TEST_CASE("a text moves with its origin and grows with its size") {
    const auto at = [](ScreenPoint origin, float sizePx) { return *Page(textAt("Tyre", origin, sizePx)).ink(); };
    const ScreenRect once = at({40, 100}, 20), moved = at({75, 60}, 20), large = at({40, 100}, 60);
    CHECK(moved == movedBy(once, {35, -40}));
    CHECK(large.width() / once.width() == doctest::Approx(3).epsilon(0.06));
    CHECK(large.height() / once.height() == doctest::Approx(3).epsilon(0.12));
}

TEST_CASE("a halo goes around the letters, in its own colour and below them") {
    draw::Text text = textAt("Hamra", {40, 100});
    const ScreenRect bare = *Page(text).ink();
    text.haloPx = 4;
    const Page page(text);
    const ScreenRect around = *page.ink();
    for (const double more :
         {bare.left - around.left, around.right - bare.right, bare.top - around.top, around.bottom - bare.bottom}) {
        CHECK(more >= 3);
        CHECK(more <= 5);
    }
    const auto letters = page.ink([](Rgba color) { return color == kBlack; });
    REQUIRE(letters);
    CHECK(grown(bare, 0.5).contains({letters->left, letters->top}));
    CHECK(page.ink([](Rgba color) { return color == kYellow; }));
}

TEST_CASE("letters along a line have their own places and turns") {
    draw::Text text = textAt("MM", {0, 0});
    REQUIRE(text.run.glyphs.size() == 2);
    text.glyphs = {{{60, 100}, 0}, {{200, 100}, std::numbers::pi / 2}};
    const Page page(text);
    const auto left = page.ink([](Rgba color) { return color.r < 128; });
    REQUIRE(left);
    const ScreenRect upright = *Page([] {
                                    draw::Text one = textAt("M", {60, 100});
                                    return one;
                                }())
                                    .ink();
    CHECK(left->left == doctest::Approx(upright.left).epsilon(0.02));
    // The second one turns clockwise: it stands to the right of its origin and goes down from it.
    bool isInkBeside = false, isInkAbove = false;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 150; x < kWidth; ++x) {
            if (page.at(x, y).r > 128) continue;
            isInkBeside = isInkBeside || (x >= 200 && y >= 100);
            isInkAbove = isInkAbove || y < 99;
        }
    CHECK(isInkBeside);
    CHECK_FALSE(isInkAbove);
}

TEST_CASE("Arabic and Latin letters of one text come from their own fonts") {
    const ScreenRect latin = *Page(textAt("Tyre", {20, 100})).ink();
    const ScreenRect both = *Page(textAt("Tyre صور", {20, 100})).ink();
    CHECK(both.width() > latin.width() * 1.3);
}

TEST_CASE("an empty text draws nothing") {
    CHECK_FALSE(Page(textAt("", {40, 100})).ink());
    CHECK_FALSE(Page(textAt("   ", {40, 100})).ink());
}

TEST_CASE("a font that cannot be read is named") {
    const auto opened = PaperFonts::open({"/no/such/font.ttf"});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().text.starts_with("Cannot load font \"/no/such/font.ttf\": "));
}

TEST_CASE("a font that there is not gives the last one") {
    const auto opened = PaperFonts::open(fonts().files());
    REQUIRE(opened);
    const std::size_t count = fonts().files().size();
    CHECK(opened->face(count + 5) == opened->face(count - 1));
    CHECK(opened->face(0) != opened->face(count - 1));
}
