#include "layers/placement/spread.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using layers::ScreenPoint;
using layers::SpreadItem;
using layers::spreadApart;

namespace {

SpreadItem item(std::uint64_t key, double x, double y, double priority = 0) { return {key, priority, {x, y, x + 30, y + 20}, 2}; }

bool overlap(const SpreadItem& a, ScreenPoint byA, const SpreadItem& b, ScreenPoint byB) {
    return layers::ScreenRect{a.rect.left + byA.x, a.rect.top + byA.y, a.rect.right + byA.x, a.rect.bottom + byA.y}.intersects(
        {b.rect.left + byB.x, b.rect.top + byB.y, b.rect.right + byB.x, b.rect.bottom + byB.y});
}

std::vector<SpreadItem> crowd(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 200);
    std::vector<SpreadItem> items;
    for (int i = 0; i < count; ++i) items.push_back(item(static_cast<std::uint64_t>(i), place(random), place(random), i % 3));
    return items;
}

}  // namespace

TEST_CASE("a symbol with room around it stays where it is") {
    const auto moves = spreadApart({item(1, 0, 0), item(2, 100, 100)});
    CHECK((moves[0].x == 0 && moves[0].y == 0));
    CHECK((moves[1].x == 0 && moves[1].y == 0));
}

TEST_CASE("nothing is moved where there is nothing") { CHECK(spreadApart({}).empty()); }

TEST_CASE("of two on one spot the more important one stays") {
    const auto moves = spreadApart({item(1, 0, 0, 1), item(2, 0, 0, 5)});
    CHECK((moves[1].x == 0 && moves[1].y == 0));
    CHECK((moves[0].x != 0 || moves[0].y != 0));
}

TEST_CASE("no two symbols overlap however crowded, and none is lost") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto items = crowd(seed, 54);
        const auto moves = spreadApart(items);
        REQUIRE(moves.size() == items.size());
        int overlaps = 0;
        for (std::size_t a = 0; a < items.size(); ++a)
            for (std::size_t b = a + 1; b < items.size(); ++b) overlaps += overlap(items[a], moves[a], items[b], moves[b]);
        CHECK(overlaps == 0);
    }
}

TEST_CASE("the order of the items does not matter") {
    auto items = crowd(7, 40);
    const auto moves = spreadApart(items);
    auto reversed = items;
    std::reverse(reversed.begin(), reversed.end());
    const auto other = spreadApart(reversed);
    for (std::size_t i = 0; i < items.size(); ++i) {
        CHECK(moves[i].x == other[items.size() - 1 - i].x);
        CHECK(moves[i].y == other[items.size() - 1 - i].y);
    }
}
