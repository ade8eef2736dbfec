// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/marginalia_layout.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace layers;

TEST_CASE("plates of a corner stand inwards of each other") {
    MarginaliaLayout layout({1000, 500}, 10, 4);
    CHECK(layout.put(PlateSide::bottomLeft, {100, 50}) == ScreenRect{10, 440, 110, 490});
    CHECK(layout.put(PlateSide::bottomLeft, {80, 30}) == ScreenRect{10, 406, 90, 436});
    CHECK(layout.put(PlateSide::top, {200, 20}) == ScreenRect{400, 10, 600, 30});
    CHECK(layout.put(PlateSide::topRight, {380, 20}) == ScreenRect{610, 10, 990, 30});
    CHECK(layout.put(PlateSide::topRight, {500, 20}) ==
          ScreenRect{490, 34, 990, 54});  // too wide to stand beside the title
}

TEST_CASE("what does not fit is refused, and the room that is left is known") {
    MarginaliaLayout layout({1000, 500}, 10, 4);
    CHECK_FALSE(layout.put(PlateSide::top, {981, 10}));
    CHECK_FALSE(layout.put(PlateSide::top, {10, 481}));
    CHECK(layout.tallestPx(PlateSide::topLeft, 200) == 480);
    REQUIRE(layout.put(PlateSide::bottomLeft, {100, 50}));
    CHECK(layout.tallestPx(PlateSide::topLeft, 200) == 426);
    CHECK(layout.tallestPx(PlateSide::topLeft, 981) == 0);
    CHECK(layout.put(PlateSide::topLeft, {200, 426}));
    CHECK_FALSE(layout.put(PlateSide::topLeft, {200, 1}));
}

TEST_CASE("plates never overlap and never leave the picture") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const ScreenSize picture{std::uniform_int_distribution(200, 2000)(random),
                                 std::uniform_int_distribution(200, 2000)(random)};
        MarginaliaLayout layout(picture, 9.3, 5.7);
        std::vector<ScreenRect> put;
        for (int i = 0; i < 20; ++i) {
            const auto side = static_cast<PlateSide>(std::uniform_int_distribution(0, 5)(random));
            const auto plate = layout.put(side, {std::uniform_real_distribution(5.0, 700.0)(random),
                                                 std::uniform_real_distribution(5.0, 500.0)(random)});
            if (!plate) continue;
            CHECK((plate->left >= 0 && plate->top >= 0 && plate->right <= picture.width &&
                   plate->bottom <= picture.height));
            for (const ScreenRect& other : put) CHECK_FALSE(plate->intersects(other));
            put.push_back(*plate);
        }
        CHECK(put.size() >= 1);
    }
}

TEST_CASE("a plate that would stand in the picture's middle takes the better of two corners") {
    const PlateSize table{300, 200};
    MarginaliaLayout layout({600, 800}, 10, 4);
    REQUIRE(layout.put(PlateSide::top, {300, 60}));
    CHECK(layout.better(PlateSide::topLeft, PlateSide::bottomLeft, table) ==
          PlateSide::topLeft);  // just below the title
    REQUIRE(layout.put(PlateSide::topRight, {560, 300}));
    CHECK(layout.better(PlateSide::topLeft, PlateSide::bottomLeft, table) == PlateSide::bottomLeft);
    CHECK(layout.put(PlateSide::bottomLeft, table) == ScreenRect{10, 590, 310, 790});
    CHECK(layout.better(PlateSide::topLeft, PlateSide::bottomLeft, table) ==
          PlateSide::topLeft);  // the other has no room left
}
