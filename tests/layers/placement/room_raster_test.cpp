// What the raster says of a neighbourhood is never too little room, and enough of it to be worth the look.
#include "layers/placement/room_raster.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "layers/placement/free_room.hpp"

using namespace layers;

namespace {

const ScreenRect kBox{-8, -6, 8, 6};

ScreenRect around(double reachPx) { return {kBox.left - reachPx, kBox.top - reachPx, kBox.right + reachPx, kBox.bottom + reachPx}; }

}  // namespace

TEST_CASE("wherever a box is free the raster has room, no farther off than that") {
    std::mt19937 random(3);
    for (const double reachPx : {30.0, 150.0}) {  // one word of a row, and several
        std::uniform_real_distribution<double> at(-reachPx - 20, reachPx + 20), side(5, 25);
        for (int round = 0; round < 40; ++round) {
            RoomRaster raster(1.7);
            FreeRoom room(15);
            for (double covered = 0; covered < reachPx * reachPx * 8; covered += 100) {
                const double x = at(random), y = at(random);
                const ScreenRect taken{x, y, x + side(random), y + side(random)};
                raster.take(taken);
                room.add(taken);
            }
            RoomWindow window(raster, around(reachPx));
            const bool has = window.hasRoomFor(kBox);
            for (double x = -reachPx; x <= reachPx; x += 1.3)
                for (double y = -reachPx; y <= reachPx; y += 1.1) {
                    if (!room.isFree(movedBy(kBox, {x, y}))) continue;
                    CHECK(has);
                    CHECK(window.leastY(kBox.left + x) <= std::abs(y));
                }
        }
    }
}

TEST_CASE("a neighbourhood without room for a box has none in the raster, and with a gap as wide as a few cells it has") {
    for (const double shift : {0.0, -1000.3, 64.0}) {  // wherever the raster's blocks end
        const auto at = [&](const ScreenRect& rect) { return movedBy(rect, {shift, shift}); };
        RoomRaster raster(1);
        raster.take(at({-200, -200, -3, 200}));
        RoomWindow full(raster, at(around(50)));
        full.take(at({-3, -200, 200, 200}));
        CHECK_FALSE(full.hasRoomFor(at(kBox)));
        RoomWindow gap(raster, at(around(50)));
        gap.take(at({14, -200, 200, 200}));
        gap.take(at({-3, -20, 14, 200}));
        REQUIRE(gap.hasRoomFor(at(kBox)));
        CHECK(std::isinf(gap.leastY(at(kBox).left)));
        CHECK(gap.leastY(at(kBox).left + 5.5) > 24);
        CHECK(gap.leastY(at(kBox).left + 5.5) <= 26);
    }
}

TEST_CASE("a neighbourhood too large to be looked at may have room anywhere") {
    RoomRaster raster(0.01);
    raster.take({-50, -50, 50, 50});
    RoomWindow window(raster, around(30));
    window.take({-50, -50, 50, 50});
    CHECK(window.hasRoomFor(kBox));
    CHECK(window.leastY(0) == 0);
}
