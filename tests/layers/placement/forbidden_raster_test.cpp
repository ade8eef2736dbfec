// SPDX-License-Identifier: Apache-2.0
// What the raster says of a neighbourhood is never too little room, and enough of it to be worth the look.
#include "layers/placement/forbidden_raster.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "layers/placement/free_space.hpp"

using namespace layers;

namespace {

constexpr BoxSize kSize{16, 12};

ScreenRect boxAt(ScreenPoint corner) {
    return {corner.x, corner.y, corner.x + kSize.widthPx, corner.y + kSize.heightPx};
}

}  // namespace

TEST_CASE("wherever a box is free the raster has room, no farther off than that") {
    std::mt19937 random(3);
    for (const double reachPx : {20.0, 150.0}) {  // one word of a row, and several
        std::uniform_real_distribution<double> at(-reachPx - 20, reachPx + 20), side(5, 25);
        for (int round = 0; round < 40; ++round) {
            ForbiddenRaster raster(kSize);
            FreeSpace room(15);
            for (double covered = 0; covered < reachPx * reachPx * 8; covered += 100) {
                const double x = at(random), y = at(random);
                const ScreenRect taken{x, y, x + side(random), y + side(random)};
                raster.take(taken);
                room.add(taken);
            }
            const ScreenPoint wished{at(random) / 9, at(random) / 9};
            RasterWindow window(raster, wished, reachPx);
            const double least = window.leastMove();
            for (double x = -reachPx; x <= reachPx; x += 1.3)
                for (double y = -reachPx; y <= reachPx; y += 1.1) {
                    if (!room.isFree(boxAt({wished.x + x, wished.y + y}))) continue;
                    CHECK(raster.mayStandAt({wished.x + x, wished.y + y}));
                    CHECK(least <= std::hypot(x, y));
                    CHECK(window.leastY(x) <= std::abs(y));
                }
        }
    }
}

TEST_CASE(
    "a neighbourhood without room for a box has none in the raster, and with a gap as wide as a few cells it has") {
    for (const double shift : {0.0, -1000.3, 64.0}) {  // wherever the raster's blocks end
        const auto at = [&](const ScreenRect& rect) { return movedBy(rect, {shift, shift}); };
        ForbiddenRaster raster(kSize);
        raster.take(at({-200, -200, 5, 200}));
        CHECK_FALSE(raster.mayStandAt({shift, shift}));
        RasterWindow full(raster, {shift, shift}, 50);
        full.take(at({5, -200, 200, 200}));
        CHECK(std::isinf(full.leastMove()));
        RasterWindow gap(raster, {shift, shift}, 50);
        gap.take(at({24, -200, 200, 200}));  // as wide as the box and three more
        gap.take(at({0, -20, 30, 200}));
        CHECK(gap.leastMove() > std::hypot(5, 32) - 3);
        CHECK(gap.leastMove() <= std::hypot(5, 32));
        CHECK(std::isinf(gap.leastY(0)));
        CHECK(gap.leastY(6.5) > 30);
        CHECK(gap.leastY(6.5) <= 32);
    }
}

TEST_CASE("a neighbourhood too large to be looked at may have room anywhere") {
    ForbiddenRaster raster({});
    raster.take({-50, -50, 50, 50});
    RasterWindow window(raster, {0, 0}, 100);
    window.take({-50, -50, 500, 50});
    CHECK(window.leastMove() == 0);
    CHECK(window.leastY(0) == 0);
}
