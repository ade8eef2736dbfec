// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/free_space.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using layers::FreeSpace;
using layers::movedBy;
using layers::ScreenPoint;
using layers::ScreenRect;

TEST_CASE("a box in free room is not moved, and boxes may touch") {
    FreeSpace room(20);
    room.add({0, 0, 10, 10});
    const auto move = room.nearestMove({10, 0, 20, 10}, 50);
    REQUIRE(move);
    CHECK((move->x == 0 && move->y == 0));
}

TEST_CASE("a box is moved the shortest way off another") {
    FreeSpace room(20);
    room.add({0, 0, 10, 10});
    const auto move = room.nearestMove({7, 1, 17, 11}, 50);
    REQUIRE(move);
    CHECK(move->x == doctest::Approx(3));
    CHECK(move->y == doctest::Approx(0));
}

TEST_CASE("a place farther than the reach is none") {
    FreeSpace room(20);
    room.add({-100, -100, 100, 100});
    CHECK_FALSE(room.nearestMove({-5, -5, 5, 5}, 104));
    CHECK(room.nearestMove({-5, -5, 5, 5}, 106));
}

TEST_CASE("no free place of a fine raster is nearer than the one that is found") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> at(-60, 60), side(5, 25);
    for (int round = 0; round < 30; ++round) {
        FreeSpace room(15);
        for (int i = 0; i < 60; ++i) {
            const double x = at(random), y = at(random);
            room.add({x, y, x + side(random), y + side(random)});
        }
        const ScreenRect box{-8, -6, 8, 6};
        double nearestPx = std::numeric_limits<double>::infinity();
        for (double x = -50; x <= 50; x += 1)
            for (double y = -50; y <= 50; y += 1)
                if (std::hypot(x, y) <= 50 && room.isFree(movedBy(box, {x, y})))
                    nearestPx = std::min(nearestPx, std::hypot(x, y));
        const auto move = room.nearestMove(box, 50);
        CHECK((move ? std::hypot(move->x, move->y) : std::numeric_limits<double>::infinity()) <= nearestPx);
        if (!move) continue;
        const ScreenRect there = movedBy(box, *move);
        CHECK(room.isFree({there.left + 1e-9, there.top + 1e-9, there.right - 1e-9, there.bottom - 1e-9}));
    }
}

TEST_CASE("the one gap in a crowd is found where the box just fits it, and no narrower one") {
    std::mt19937 random(8);
    std::uniform_real_distribution<double> at(-40, 40), side(6, 20);
    for (int round = 0; round < 300; ++round) {
        const double width = side(random), height = side(random), x = at(random), y = at(random);
        FreeSpace room(15);
        for (const ScreenRect& taken : {ScreenRect{-200, -200, x, 200}, ScreenRect{x + width, -200, 200, 200},
                                        ScreenRect{x, -200, x + width, y}, ScreenRect{x, y + height, x + width, 200}})
            room.add(taken);
        const ScreenRect fits{-width / 2, -height / 2, width / 2, height / 2};
        const auto move =
            room.nearestMove({fits.left + 1e-9, fits.top + 1e-9, fits.right - 1e-9, fits.bottom - 1e-9}, 60);
        REQUIRE(move);
        CHECK(move->x == doctest::Approx(x + width / 2).epsilon(1e-6));
        CHECK(move->y == doctest::Approx(y + height / 2).epsilon(1e-6));
        CHECK_FALSE(room.nearestMove({fits.left - 0.1, fits.top, fits.right + 0.1, fits.bottom}, 60));
    }
}

TEST_CASE("what a box covers is what a search through all of them finds") {
    std::mt19937 random(21);
    std::uniform_real_distribution<double> at(-400, 400), side(1, 60);
    const auto randomBox = [&](double factor) {
        const double x = at(random), y = at(random);
        return ScreenRect{x, y, x + side(random) * factor, y + side(random) * factor};
    };
    for (int round = 0; round < 10; ++round) {
        FreeSpace room(5 + 20 * round);
        std::vector<ScreenRect> taken;
        for (int i = 0; i < 150; ++i) {
            taken.push_back(randomBox(i % 30 == 0 ? 40 : 1));  // some over very many cells
            room.add(taken.back());
        }
        for (int i = 0; i < 60; ++i) {
            const ScreenRect box = randomBox(i % 10 == 0 ? 30 : 1);
            std::vector<std::size_t> expected;
            for (std::size_t j = 0; j < taken.size(); ++j)
                if (taken[j].intersects(box)) expected.push_back(j);
            auto found = room.coveredBy(box);
            std::ranges::sort(found);
            CHECK(found == expected);
            CHECK(room.isFree(box) == expected.empty());
        }
    }
}

TEST_CASE("boxes that only touch cover nothing of each other") {
    FreeSpace room(10);
    room.add({0, 0, 10, 10});
    for (const ScreenRect& beside : {ScreenRect{10, 0, 20, 10}, {-10, 0, 0, 10}, {0, 10, 10, 20}, {10, 10, 20, 20}}) {
        CHECK(room.isFree(beside));
        CHECK(room.coveredBy(beside).empty());
    }
    CHECK_FALSE(room.isFree({9.9, 9.9, 20, 20}));
    CHECK(room.coveredBy({9.9, 9.9, 20, 20}) == std::vector<std::size_t>{0});
}
