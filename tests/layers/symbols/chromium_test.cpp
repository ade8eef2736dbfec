// SPDX-License-Identifier: Apache-2.0
// What librsvg draws of a normalised symbol is what a browser draws of milsymbol's own: the pictures of chromium/ were
// made once by make_chromium_pictures.js.
#include <doctest/doctest.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "layers/symbols/milsymbol.hpp"

using namespace layers;

namespace {

const std::string kFolder = OPSMAP_SOURCE_DIR "/tests/layers/symbols/chromium/";
constexpr double kScale = 2;        // pixels per milsymbol unit, as the pictures were made
constexpr int kMostAwayPx = 4;      // 2 % of a symbol's height of 100 units
constexpr std::uint8_t kInk = 100;  // darker is a letter, a frame or an icon; fills are lighter
constexpr int kSpeckPx = 20;        // smaller pieces are what smoothing leaves of a thin place

struct Gray {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
};

struct Box {
    int left = 0, top = 0, right = 0, bottom = 0, count = 0;
};

Gray readPng(const std::string& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_file(&image, file.c_str()) != 0);
    image.format = PNG_FORMAT_GRAY;
    Gray gray{static_cast<int>(image.width), static_cast<int>(image.height),
              std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    const png_color white{255, 255, 255};
    REQUIRE(png_image_finish_read(&image, &white, gray.pixels.data(), 0, nullptr) != 0);
    return gray;
}

// On white, in the greys that ImageMagick makes of colours.
Gray onWhite(const SymbolImage& image) {
    Gray gray{image.width, image.height, {}};
    for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
        const double light = 255.0 - image.rgba[i + 3];
        gray.pixels.push_back(static_cast<std::uint8_t>(
            std::min(255.0, light + 0.2126 * image.rgba[i] + 0.7152 * image.rgba[i + 1] + 0.0722 * image.rgba[i + 2])));
    }
    return gray;
}

// The pieces of ink that hang together: glyphs, frames, icons; from left to right.
std::vector<Box> piecesOf(Gray gray) {
    std::vector<Box> boxes;
    for (int start = 0; start < gray.width * gray.height; ++start) {
        if (gray.pixels[static_cast<std::size_t>(start)] >= kInk) continue;
        Box box{gray.width, gray.height, 0, 0, 0};
        for (std::vector<int> open{start}; !open.empty();) {
            const int at = open.back(), x = at % gray.width, y = at / gray.width;
            open.pop_back();
            if (gray.pixels[static_cast<std::size_t>(at)] >= kInk) continue;
            gray.pixels[static_cast<std::size_t>(at)] = 255;
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y),
                   box.count + 1};
            if (x > 0) open.push_back(at - 1);
            if (x + 1 < gray.width) open.push_back(at + 1);
            if (y > 0) open.push_back(at - gray.width);
            if (y + 1 < gray.height) open.push_back(at + gray.width);
        }
        if (box.count >= kSpeckPx) boxes.push_back(box);
    }
    return boxes;
}

int awayPx(const Box& a, const Box& b) {
    return std::max({std::abs(a.left - b.left), std::abs(a.top - b.top), std::abs(a.right - b.right),
                     std::abs(a.bottom - b.bottom)});
}

// How far the piece is from the one that is most like it.
int nearestPx(const Box& piece, const std::vector<Box>& others) {
    int nearest = 1 << 20;
    for (const Box& other : others) nearest = std::min(nearest, awayPx(piece, other));
    return nearest;
}

struct Case {
    std::string name;
    SymbolRequest request;
};

std::vector<Case> cases() {
    std::vector<Case> all;
    std::ifstream file(kFolder + "codes.txt");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        Case one;
        words >> one.name >> one.request.sidc;
        for (std::string pair; words >> pair;)
            one.request.amplifiers.emplace_back(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

TEST_CASE("each glyph of forty symbols stands where Chromium puts it") {
    const auto milsymbol = Milsymbol::load(OPSMAP_MILSYMBOL);
    REQUIRE(milsymbol);
    const std::vector<Case> all = cases();
    CHECK(all.size() >= 40);
    for (const Case& one : all) {
        CAPTURE(one.name);
        const auto image = rasterizeSymbol((*milsymbol)->draw(one.request), kScale);
        REQUIRE(image);
        const Gray wanted = readPng(kFolder + one.name + ".png");
        CHECK(image->width == wanted.width);
        CHECK(image->height == wanted.height);
        const std::vector<Box> drawn = piecesOf(onWhite(*image)), expected = piecesOf(wanted);
        CHECK(!expected.empty());
        CHECK(drawn.size() == expected.size());
        for (const Box& piece : expected) {
            CAPTURE(piece.left);
            CAPTURE(piece.top);
            CAPTURE(piece.right);
            CAPTURE(piece.bottom);
            CHECK(nearestPx(piece, drawn) <= kMostAwayPx);
        }
    }
}

TEST_CASE("MN stands inside a headquarters' frame, clear of its upper edge") {
    const auto milsymbol = Milsymbol::load(OPSMAP_MILSYMBOL);
    REQUIRE(milsymbol);
    const SymbolDrawing drawing = (*milsymbol)->draw({"10031002211100003900", {}});
    const auto image = rasterizeSymbol(drawing, kScale);
    REQUIRE(image);
    int glyphs = 0;
    for (const Box& piece : piecesOf(onWhite(*image))) {
        const bool inside =
            piece.left > (drawing.frameLeft + 4) * kScale && piece.right < (drawing.frameRight - 4) * kScale &&
            piece.top > (drawing.frameTop + 4) * kScale && piece.bottom < (drawing.frameBottom - 4) * kScale;
        glyphs += inside ? 1 : 0;
    }
    CHECK(glyphs == 2);
}
