// SPDX-License-Identifier: Apache-2.0
// Symbols as pixels and as vectors, from drawings that milsymbol did not make.
#include <cairo.h>
#include <doctest/doctest.h>

#include <cmath>
#include <memory>

#include "layers/symbols/symbols.hpp"
#include "layers/symbols/vector_symbol.hpp"

using namespace layers;

namespace {

// 40 × 20 units: the left half red, the right half blue and half transparent.
SymbolDrawing twoColours() {
    return {.svg = R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">)svg"
                   R"svg(<rect x="0" y="0" width="20" height="20" fill="#ff0000"/>)svg"
                   R"svg(<rect x="20" y="0" width="20" height="20" fill="#0000ff" fill-opacity="0.5"/></svg>)svg",
            .width = 40,
            .height = 20,
            .anchorX = 10,
            .anchorY = 15};
}

struct Texel {
    int r = 0, g = 0, b = 0, a = 0;
    bool operator==(const Texel&) const = default;
};
Texel texel(const SymbolImage& image, int x, int y) {
    const std::size_t i = (static_cast<std::size_t>(y) * image.width + static_cast<std::size_t>(x)) * 4;
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], image.rgba[i + 3]};
}

struct Surface {
    Surface(int width, int height) : surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)) {
        cairo = cairo_create(surface);
    }
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    ~Surface() {
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
    }
    std::uint32_t at(int x, int y) const {
        cairo_surface_flush(surface);
        const unsigned char* row = cairo_image_surface_get_data(surface) +
                                   static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface);
        return reinterpret_cast<const std::uint32_t*>(row)[x];
    }
    cairo_surface_t* surface;
    cairo_t* cairo;
};

}  // namespace

TEST_CASE("pixels are in the order red, green, blue, alpha, and premultiplied") {
    const auto image = rasterizeSymbol(twoColours(), 1);
    REQUIRE(image);
    CHECK(image->width == 40);
    CHECK(image->height == 20);
    REQUIRE(image->rgba.size() == 40u * 20 * 4);
    CHECK(texel(*image, 10, 10) == Texel{255, 0, 0, 255});
    const Texel blue = texel(*image, 30, 10);
    CHECK(blue.r == 0);
    CHECK(std::abs(blue.a - 128) <= 1);
    CHECK(std::abs(blue.b - 128) <= 1);
}

TEST_CASE("a symbol grows with its scale, its anchor too, and keeps its colours' places") {
    for (const double scale : {0.25, 0.4, 1.0, 2.5, 7.3}) {
        CAPTURE(scale);
        const auto image = rasterizeSymbol(twoColours(), scale);
        REQUIRE(image);
        CHECK(image->width == std::ceil(40 * scale));
        CHECK(image->height == std::ceil(20 * scale));
        CHECK(image->anchorX == doctest::Approx(10 * scale));
        CHECK(image->anchorY == doctest::Approx(15 * scale));
        CHECK(texel(*image, static_cast<int>(10 * scale), static_cast<int>(10 * scale)) == Texel{255, 0, 0, 255});
        CHECK(texel(*image, static_cast<int>(30 * scale), static_cast<int>(10 * scale)).r == 0);
    }
}

TEST_CASE("what is too large for a picture is refused, and what has no size") {
    const auto large = rasterizeSymbol(twoColours(), 103);
    REQUIRE_FALSE(large);
    CHECK(large.error().text == "Cannot draw a symbol: it would be 4120 × 2060 pixels, more than 4096.");
    CHECK(rasterizeSymbol(twoColours(), 102));
    SymbolDrawing flat = twoColours();
    flat.height = 0;
    for (const double scale : {1.0, 0.0, -1.0, std::nan("")}) CHECK_FALSE(rasterizeSymbol(flat, scale));
    CHECK_FALSE(rasterizeSymbol(twoColours(), 0));
}

TEST_CASE("a drawing that is no SVG is refused") {
    for (const char* svg : {"", "no SVG", "<svg", "<html></html>"}) {
        SymbolDrawing drawing = twoColours();
        drawing.svg = svg;
        const auto image = rasterizeSymbol(drawing, 1);
        CHECK_FALSE_MESSAGE(image, svg);
        Surface surface(40, 20);
        const auto drawn = drawSymbol(surface.cairo, drawing, {0, 0, 1});
        REQUIRE_MESSAGE(drawn.has_value(), svg);
        CHECK(drawn->text == "Cannot draw a symbol: its drawing is no SVG.");
    }
}

TEST_CASE("a vector symbol is drawn at its place and scale, and nothing around it") {
    Surface surface(200, 100);
    REQUIRE_FALSE(drawSymbol(surface.cairo, twoColours(), {100, 50, 2}));
    constexpr std::uint32_t kRed = 0xffff0000;
    CHECK(surface.at(101, 51) == kRed);
    CHECK(surface.at(139, 89) == kRed);
    CHECK(surface.at(98, 60) == 0);
    CHECK(surface.at(120, 48) == 0);
    CHECK(surface.at(120, 91) == 0);
    CHECK(surface.at(181, 60) == 0);
    CHECK((surface.at(160, 60) & 0xff) == doctest::Approx(128).epsilon(0.02));
}
