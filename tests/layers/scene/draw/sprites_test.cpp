// SPDX-License-Identifier: Apache-2.0
// What a frame takes to the GPU of symbols that were not there before.
#include "layers/scene/draw/sprites.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "layers/gpu/offscreen.hpp"

using namespace layers;

namespace {

constexpr double kScalePx = 2;
constexpr std::size_t kCornersOfPicture = 4;

std::vector<draw::Symbol> differentSymbols(int count) {
    std::vector<draw::Symbol> symbols;
    for (int i = 0; i < count; ++i) {
        const std::string svg =
            fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" )"
                        R"(height="20" fill="#{:06x}"/></svg>)",
                        i);
        symbols.push_back({std::make_shared<const SymbolDrawing>(
                               SymbolDrawing{.svg = svg, .width = 30, .height = 20, .anchorX = 15, .anchorY = 10}),
                           {},
                           {0, 0},
                           kScalePx});
    }
    return symbols;
}

// An atlas that is full is cleared and comes back larger, as GlFrame has it.
std::size_t picturesInFrame(Sprites& sprites, const std::vector<draw::Symbol>& symbols, bool isPicture) {
    sprites.beginFrame(isPicture);
    std::vector<SpriteVertex> corners;
    for (const draw::Symbol& symbol : symbols) {
        if (sprites.add(corners, symbol)) continue;
        sprites.clear();
        CHECK(sprites.add(corners, symbol));
    }
    return corners.size() / kCornersOfPicture;
}

FontSet loadedFonts() {
    auto fonts = FontSet::load({});
    OPSMAP_CHECK(fonts);
    return std::move(*fonts);
}

struct Setup {
    Setup() {
        static const auto offscreen = layers::Offscreen::create();
        OPSMAP_CHECK(offscreen);
        DrawList list;
        list.items.assign(symbols.begin(), symbols.end());
        sprites.order(list);
        sprites.waitUntilIdle();
        CHECK(sprites.poll());
    }
    FontSet fonts = loadedFonts();
    Sprites sprites{fonts, {}, {}};
    std::vector<draw::Symbol> symbols = differentSymbols(2000);
};

}  // namespace

TEST_CASE("two thousand different symbols go to the GPU over several frames, so many in each and none twice") {
    Setup s;
    std::size_t shown = 0, frames = 0;
    for (bool more = true; more && frames < 100; ++frames) {
        const std::size_t now = picturesInFrame(s.sprites, s.symbols, false);
        CHECK(now >= shown);
        CHECK(now - shown <= 100);
        shown = now;
        more = s.sprites.poll();
    }
    CHECK(shown == 2000);
    CHECK(frames <= 21);
    CHECK_FALSE(s.sprites.busy());
}

TEST_CASE("a picture shows all its symbols at once") {
    Setup s;
    CHECK(picturesInFrame(s.sprites, s.symbols, true) == 2000);
}
