// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/collision_grid.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace layers;

namespace {

TextBox text(double left, double top, double right, double bottom, double margin = 4) {
    const ScreenRect body{left, top, right, bottom};
    return {body, grown(body, margin)};
}

}  // namespace

TEST_CASE("an empty picture has room for what lies inside it") {
    const CollisionGrid grid({0, 0, 800, 600});
    CHECK(grid.isFree(text(10, 10, 100, 30), nullptr));
    CHECK(grid.isFree(text(0, 0, 800, 600, 0), nullptr));
    CHECK_FALSE(grid.isFree(text(-1, 10, 100, 30), nullptr));
    CHECK_FALSE(grid.isFree(text(10, 10, 801, 30), nullptr));
    CHECK_FALSE(grid.isFree(text(10, 590, 100, 601), nullptr));
}

TEST_CASE("a text keeps its margin to others") {
    CollisionGrid grid({0, 0, 800, 600});
    grid.addText(text(100, 100, 200, 120));
    CHECK_FALSE(grid.isFree(text(150, 110, 250, 130), nullptr));  // over it
    CHECK_FALSE(grid.isFree(text(203, 100, 300, 120), nullptr));  // within the margin
    CHECK(grid.isFree(text(205, 100, 300, 120), nullptr));
    CHECK(grid.isFree(text(100, 125, 200, 145), nullptr));
}

TEST_CASE("to the marker around its own anchor only the text itself keeps clear") {
    CollisionGrid grid({0, 0, 800, 600});
    grid.addKeepOut({395, 295, 405, 305});
    const ScreenPoint own{400, 300}, other{100, 100};
    CHECK(grid.isFree(text(406, 290, 450, 310), &own));
    CHECK_FALSE(grid.isFree(text(406, 290, 450, 310), &other));
    CHECK_FALSE(grid.isFree(text(406, 290, 450, 310), nullptr));
    CHECK_FALSE(grid.isFree(text(402, 290, 450, 310), &own));  // on the marker
}

TEST_CASE("the grid answers as going through all rectangles does") {
    std::mt19937 random(11);
    const auto number = [&](int most) { return static_cast<double>(random() % static_cast<unsigned>(most)); };
    const ScreenRect bounds{0, 0, 1000, 700};
    CollisionGrid grid(bounds);
    std::vector<ScreenRect> all;
    int freeCount = 0, taken = 0;
    for (int round = 0; round < 2000; ++round) {
        const double left = number(1000), top = number(700);
        const TextBox box = text(left, top, left + 5 + number(120), top + 5 + number(30), number(6));
        bool isFree = box.body.left >= 0 && box.body.top >= 0 && box.body.right <= 1000 && box.body.bottom <= 700;
        for (const ScreenRect& one : all) isFree = isFree && !one.intersects(box.withMargin);
        CHECK(grid.isFree(box, nullptr) == isFree);
        (isFree ? freeCount : taken)++;
        if (!isFree || round % 3 != 0) continue;
        if (round % 2 == 0) grid.addText(box);
        else grid.addKeepOut(box.body);
        all.push_back(box.body);
    }
    CHECK(freeCount > 20);
    CHECK(taken > 20);
}
