// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/declutter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "layers/placement/free_space.hpp"
#include "layers/placement/zoom_step.hpp"

using namespace layers;

namespace {

constexpr ScreenRect kRoom{-20, -14, 20, 14};

UnitSpot spot(std::uint64_t key, double x, double y, double priority = 0) {
    return {key, priority, {x, y}, kRoom, {}, {}};
}

// Rooms of several sizes, some of an HQ that stands above its position; parents come before their children.
std::vector<UnitSpot> orderOfBattle(unsigned seed, std::size_t count, double widthPx) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> at(0, widthPx), size(15, 25);
    std::vector<UnitSpot> spots;
    for (std::size_t i = 0; i < count; ++i) {
        UnitSpot made = spot(i, at(random), at(random), -static_cast<double>(i * 8 / count));
        const double half = size(random);
        made.room =
            i % 5 == 0 ? ScreenRect{-1, -2 * half, 2 * half, 0} : ScreenRect{-half, -half * 0.7, half, half * 0.7};
        if (i > 0 && i % 7 != 0) made.parent = std::uniform_int_distribution<std::size_t>(0, i - 1)(random);
        spots.push_back(made);
    }
    return spots;
}

ScreenRect drawnAt(const UnitSpot& spot, const UnitPlace& place, double closer) {
    const ScreenPoint at{(spot.position.x + place.offset.x) * closer, (spot.position.y + place.offset.y) * closer};
    const ScreenRect rect = movedBy(spot.room, at);
    return {rect.left + 1e-6, rect.top + 1e-6, rect.right - 1e-6, rect.bottom - 1e-6};
}

std::size_t overlaps(const std::vector<UnitSpot>& spots, const std::vector<UnitPlace>& places, double closer) {
    FreeSpace room(50);
    std::size_t found = 0;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        if (places[i].showing != UnitShowing::own) continue;
        const ScreenRect rect = drawnAt(spots[i], places[i], closer);
        found += room.coveredBy(rect).size();
        room.add(rect);
    }
    return found;
}

// Each stands for itself or at one that does; no stack is larger than can be fanned out.
bool isComplete(const std::vector<UnitPlace>& places) {
    std::vector<std::size_t> stacked(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[places[i].host].showing != UnitShowing::own) return false;
        if ((places[i].showing == UnitShowing::own) != (places[i].host == i)) return false;
        if (places[i].showing == UnitShowing::stacked) ++stacked[places[i].host];
    }
    return std::ranges::all_of(stacked, [](std::size_t n) { return n <= kMostInStack; });
}

}  // namespace

TEST_CASE("nothing is placed where there is nothing") { CHECK(placeUnits({}).empty()); }

TEST_CASE("of two units on one spot the more important one stays, the other is offset") {
    const auto places = placeUnits({spot(1, 0, 0, 1), spot(2, 0, 0, 5)});
    CHECK((places[1].offset.x == 0 && places[1].offset.y == 0));
    CHECK(places[0].showing == UnitShowing::own);
    CHECK(std::hypot(places[0].offset.x, places[0].offset.y) == doctest::Approx(28));
}

TEST_CASE("no unit is lost and none covers another, up to the next step, in orders of battle of up to 5 000 units") {
    unsigned seed = 1;
    for (const std::size_t count : {1U, 10U, 300U, 5000U})
        for (const double widthPx : {60.0, 700.0, 6000.0}) {
            const auto spots = orderOfBattle(++seed, count, widthPx);
            const auto places = placeUnits(spots);
            REQUIRE(places.size() == count);
            CHECK(isComplete(places));
            for (const double closer : {1.0, 1.1, kStepRatio}) CHECK(overlaps(spots, places, closer) == 0);
        }
}

TEST_CASE("the order of the units does not matter") {
    auto spots = orderOfBattle(3, 400, 500);
    for (UnitSpot& s : spots) s.parent.reset();  // indices would change
    const auto places = placeUnits(spots);
    std::vector<std::size_t> order(spots.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(9));
    std::vector<UnitSpot> shuffled;
    for (const std::size_t i : order) shuffled.push_back(spots[i]);
    const auto others = placeUnits(shuffled);
    std::size_t differences = 0;
    for (std::size_t n = 0; n < order.size(); ++n) {
        const UnitPlace &a = places[order[n]], &b = others[n];
        differences +=
            a.showing != b.showing || a.host != order[b.host] || a.offset.x != b.offset.x || a.offset.y != b.offset.y;
    }
    CHECK(differences == 0);
}

TEST_CASE("no unit is stacked or collapsed where an offset of two widths fits") {
    const auto spots = orderOfBattle(4, 1500, 1200);
    const auto places = placeUnits(spots);
    FreeSpace room(50);
    std::size_t hidden = 0, wouldFit = 0;
    for (std::size_t i = 0; i < spots.size(); ++i)
        if (places[i].showing == UnitShowing::own) room.add(drawnAt(spots[i], places[i], 1));
    for (std::size_t i = 0; i < spots.size(); ++i) {
        if (places[i].showing == UnitShowing::own) continue;
        ++hidden;
        wouldFit += room.nearestMove(movedBy(spots[i].room, spots[i].position), 2 * spots[i].room.width()).has_value();
    }
    CHECK(hidden > 0);
    CHECK(wouldFit == 0);
}

TEST_CASE("a unit that finds no stack is counted at the unit above it") {
    std::vector<UnitSpot> spots{spot(0, 5000, 0, 9)};
    for (std::uint64_t i = 1; i <= 2000; ++i) {
        spots.push_back(spot(i, 0, 0));
        spots.back().parent = 0;
    }
    const auto places = placeUnits(spots);
    CHECK(std::ranges::count(places, UnitShowing::collapsed, &UnitPlace::showing) > 0);
    for (const UnitPlace& place : places)
        if (place.showing == UnitShowing::collapsed) REQUIRE(place.host == 0);
}

TEST_CASE("a hand-made offset is kept, and others make room for it") {
    std::vector<UnitSpot> spots{spot(1, 0, 0, 9), spot(2, 200, 0, 1)};
    spots[1].byHand = ScreenPoint{-200, 3};
    const auto places = placeUnits(spots);
    CHECK((places[1].offset.x == -200 && places[1].offset.y == 3));
    CHECK((places[0].offset.x != 0 || places[0].offset.y != 0));
}

TEST_CASE("a zoom step's metres per pixel reach the view's, by less than one step") {
    for (double mPerPx = 0.01; mPerPx < 1e5; mPerPx *= 1.0371) {
        const ZoomStep zoom = zoomStepOf(mPerPx);
        CHECK(mPerPxOf(zoom.step) / zoom.closer == doctest::Approx(mPerPx));
        CHECK(zoom.closer >= 1);
        CHECK(zoom.closer < kStepRatio + 1e-9);
    }
    CHECK(zoomStepOf(1).step == 0);
    CHECK(mPerPxOf(-4) == 0.5);
    CHECK(mPerPxOf(5) == doctest::Approx(2 * kStepRatio));
}
