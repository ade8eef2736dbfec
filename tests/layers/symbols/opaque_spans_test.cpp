// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/opaque_spans.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace layers;

namespace {

SymbolImage emptyImage(int width, int height) {
    return {width, height, 0, 0, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 4, 0)};
}

void addInk(SymbolImage& image, const PixelRect& rect) {
    for (int y = rect.top; y < rect.bottom; ++y)
        for (int x = rect.left; x < rect.right; ++x)
            image.rgba[(static_cast<std::size_t>(y) * image.width + x) * 4 + 3] = 1;
}

int areaOf(const std::vector<PixelRect>& rects) {
    int area = 0;
    for (const PixelRect& rect : rects) area += rect.width() * rect.height();
    return area;
}

}  // namespace

TEST_CASE("span is a rectangle around a frame and one around the echelon's mark above it") {
    SymbolImage image = emptyImage(120, 100);
    addInk(image, {50, 2, 70, 20});
    addInk(image, {4, 30, 116, 98});
    const std::vector<PixelRect> span = opaqueSpansOf(image);
    REQUIRE(span.size() == 2);
    CHECK(areaOf(span) == 20 * 18 + 112 * 68);
}

TEST_CASE("span of a small symbol is one rectangle: another would cost more than it saves") {
    SymbolImage image = emptyImage(30, 24);
    addInk(image, {12, 0, 18, 6});
    addInk(image, {1, 8, 29, 23});
    const std::vector<PixelRect> span = opaqueSpansOf(image);
    REQUIRE(span.size() == 1);
    CHECK(areaOf(span) == 28 * 23);
}

TEST_CASE("span of a diamond leaves out most of its corners") {
    SymbolImage image = emptyImage(100, 100);
    for (int y = 0; y < 100; ++y) {
        const int half = y < 50 ? y + 1 : 100 - y;
        addInk(image, {50 - half, y, 50 + half, y + 1});
    }
    CHECK(areaOf(opaqueSpansOf(image)) < 7500);  // of 10,000, where the diamond has half
}

TEST_CASE("span of an empty picture is nothing") {
    CHECK(opaqueSpansOf(emptyImage(20, 10)).empty());
    CHECK(opaqueSpansOf({}).empty());
}

TEST_CASE("span holds every pixel once, whatever the picture") {
    std::mt19937 random(5);
    for (int i = 0; i < 50; ++i) {
        SymbolImage image = emptyImage(1 + static_cast<int>(random() % 90), 1 + static_cast<int>(random() % 90));
        for (auto n = random() % 40; n > 0; --n)
            image.rgba[random() % (static_cast<std::size_t>(image.width) * image.height) * 4 + 3] = 255;
        const std::vector<PixelRect> span = opaqueSpansOf(image);
        for (int y = 0; y < image.height; ++y)
            for (int x = 0; x < image.width; ++x) {
                const auto holds = [&](const PixelRect& r) {
                    return x >= r.left && x < r.right && y >= r.top && y < r.bottom;
                };
                const auto times = std::count_if(span.begin(), span.end(), holds);
                REQUIRE(times <= 1);
                if (image.rgba[(static_cast<std::size_t>(y) * image.width + x) * 4 + 3] != 0) REQUIRE(times == 1);
            }
    }
}
