// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/atlas.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "layers/gpu/gl.hpp"
#include "tests/layers/gpu/gl_context.hpp"

using namespace layers;

namespace {

std::vector<std::uint8_t> texels(int width, int height, std::uint8_t value = 255) {
    return std::vector<std::uint8_t>(static_cast<std::size_t>(width * height), value);
}

// With the pixel around each that keeps its neighbour out of linear filtering.
bool apart(const AtlasSlot& a, const AtlasSlot& b) {
    return a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
}

}  // namespace

TEST_CASE("an atlas keeps its pictures apart and inside, whatever their sizes") {
    glContext();
    Atlas atlas(TexelKind::coverage, 128, 128);
    std::mt19937 random(7);
    std::uniform_int_distribution<int> side(1, 20);
    std::vector<AtlasSlot> slots;
    while (true) {
        const int width = side(random), height = side(random);
        const auto slot = atlas.add(width, height, texels(width, height));
        if (!slot) break;
        CHECK(slot->width == width);
        CHECK(slot->height == height);
        CHECK(std::min(slot->x, slot->y) >= 1);
        CHECK(std::max(slot->x + width, slot->y + height) < atlas.sidePx());
        CHECK(std::ranges::all_of(slots, [&](const AtlasSlot& other) { return apart(other, *slot); }));
        slots.push_back(*slot);
    }
    CHECK(slots.size() > 40);
}

TEST_CASE("an atlas that is cleared comes back empty and twice as large, up to its limit") {
    glContext();
    Atlas atlas(TexelKind::coverage, 32, 64);
    CHECK(atlas.add(28, 28, texels(28, 28)));
    CHECK_FALSE(atlas.add(28, 28, texels(28, 28)));
    atlas.clear();
    CHECK(atlas.sidePx() == 64);
    CHECK(atlas.add(28, 28, texels(28, 28)));
    atlas.clear();
    CHECK(atlas.sidePx() == 64);
}

TEST_CASE("an atlas grows for one large picture and refuses what is empty or larger than it may become") {
    glContext();
    Atlas atlas(TexelKind::coverage, 32, 128);
    CHECK(atlas.add(100, 4, texels(100, 4)));
    CHECK(atlas.sidePx() == 128);
    CHECK_FALSE(atlas.add(127, 4, texels(127, 4)));
    CHECK_FALSE(atlas.add(0, 4, {}));
}

TEST_CASE("an atlas holds a picture's texels where its slot says, with an empty rim") {
    glContext();
    Atlas atlas(TexelKind::rgba, 16, 16);
    const std::vector<std::uint8_t> picture{10, 20, 30, 40, 50, 60, 70, 80};  // two pixels
    const auto slot = atlas.add(2, 1, picture);
    REQUIRE(slot);
    std::vector<std::uint8_t> all(16 * 16 * 4);
    glBindTexture(GL_TEXTURE_2D, atlas.texture());
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RGBA, GL_UNSIGNED_BYTE, all.data());
    const auto at = [&](int x, int y) { return all.begin() + (y * 16 + x) * 4; };
    CHECK(std::equal(picture.begin(), picture.end(), at(slot->x, slot->y)));
    for (int x = slot->x - 1; x <= slot->x + 2; ++x)
        for (const int y : {slot->y - 1, slot->y + 1})
            CHECK(std::all_of(at(x, y), at(x, y) + 4, [](int value) { return value == 0; }));
}
