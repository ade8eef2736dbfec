// SPDX-License-Identifier: Apache-2.0
// What of a list's tiles is drawn: made of tiles that hold no GPU memory, only what the planning looks at.
#include "layers/scene/draw/overdraw.hpp"

#include <doctest/doctest.h>

#include "layers/scene/draw/scene_tile.hpp"

using namespace layers;

namespace {

enum class Holds : std::uint8_t { nothing, something, everything };

std::shared_ptr<const SceneTile> tileThat(Holds holds) {
    auto tile = std::make_shared<SceneTile>();
    if (holds != Holds::nothing) tile->fill.batches = tile->line.batches = {{0, 0, 3}};
    tile->covered = holds == Holds::everything;
    return tile;
}

constexpr ScreenRect kLeft{0, 0, 100, 100}, kRight{100, 0, 200, 100}, kQuarter{0, 0, 50, 50};

TilePieces pieces(const std::vector<std::pair<Holds, ScreenRect>>& given) {
    auto made = std::make_shared<std::vector<TilePiece>>();
    for (const auto& [holds, rect] : given) made->push_back({tileThat(holds), {}, rect});
    return made;
}
draw::TileFill fill(Rgba color, const std::vector<std::pair<Holds, ScreenRect>>& given) {
    return {pieces(given), {.color = color, .anchorPx = {}}};
}

const Rgba kSea{0, 0, 200, 255}, kLand{200, 200, 0, 255}, kTint{255, 0, 0, 100};

Rgba sum(Rgba below, Rgba above) {
    return {static_cast<std::uint8_t>(below.r / 2 + above.r / 4), below.g, below.b, 255};
}

Overdraw planned(std::vector<DrawItem> items) { return withoutHidden({{200, 100}, kSea, std::move(items)}, sum); }

}  // namespace

TEST_CASE("what an area covers wholly is not drawn, and the area is a rectangle") {
    const auto plan = planned({fill(kSea, {{Holds::something, kLeft}, {Holds::something, kRight}}),
                               draw::TileLine{pieces({{Holds::something, kLeft}}), {kSea, 1, {}}},
                               fill(kLand, {{Holds::everything, kLeft}, {Holds::something, kRight}})});
    CHECK_FALSE(plan[0][0].drawn);
    CHECK_FALSE(plan[1][0].drawn);
    CHECK(plan[2][0].flat == kLand);
    CHECK(plan[0][1].drawn);
    CHECK(plan[2][1].drawn);
    CHECK_FALSE(plan[2][1].flat);
}

TEST_CASE("tiles that hold nothing are not drawn") {
    const auto plan = planned(
        {fill(kLand, {{Holds::nothing, kLeft}}), draw::TileLine{pieces({{Holds::nothing, kLeft}}), {kSea, 1, {}}}});
    CHECK_FALSE(plan[0][0].drawn);
    CHECK_FALSE(plan[1][0].drawn);
}

TEST_CASE("tints over one colour are one rectangle of what comes of them") {
    const auto plan = planned({fill(kLand, {{Holds::everything, kLeft}}),
                               fill(kTint, {{Holds::everything, kLeft}, {Holds::everything, kRight}}),
                               fill(kTint, {{Holds::everything, kLeft}})});
    CHECK(plan[0][0].flat == sum(sum(kLand, kTint), kTint));
    CHECK_FALSE(plan[1][0].drawn);
    CHECK_FALSE(plan[2][0].drawn);
    CHECK(plan[1][1].flat == sum(kSea, kTint));
}

TEST_CASE("a tint over more than one colour is drawn") {
    const auto plan = planned({fill(kLand, {{Holds::something, kLeft}}), fill(kTint, {{Holds::everything, kLeft}})});
    CHECK(plan[0][0].drawn);
    CHECK(plan[1][0].drawn);
    CHECK_FALSE(plan[1][0].flat);
}

TEST_CASE("a tint above something that is not made of tiles is drawn") {
    const auto plan = planned({fill(kLand, {{Holds::everything, kLeft}}), draw::Area{{{0, 0}, {9, 0}, {0, 9}}, kSea},
                               fill(kTint, {{Holds::everything, kLeft}})});
    CHECK(plan[0][0].flat == kLand);
    CHECK(plan[2][0].drawn);
}

TEST_CASE("a stand-in for a part of a tile takes nothing of its colour for granted") {
    const auto plan = planned({fill(kLand, {{Holds::everything, kLeft}}), fill(kSea, {{Holds::everything, kQuarter}}),
                               fill(kTint, {{Holds::everything, kLeft}})});
    CHECK(plan[0][0].flat == kLand);
    CHECK(plan[1][0].drawn);
    CHECK(plan[2][0].drawn);
    CHECK_FALSE(plan[2][0].flat);
}

TEST_CASE("a hatch covers nothing") {
    draw::TileFill hatched = fill(kSea, {{Holds::everything, kLeft}});
    hatched.paint.hatch = Hatch::diagonal;
    const auto plan =
        planned({fill(kLand, {{Holds::something, kLeft}}), hatched, fill(kTint, {{Holds::everything, kLeft}})});
    CHECK(plan[0][0].drawn);
    CHECK(plan[1][0].drawn);
    CHECK_FALSE(plan[1][0].flat);
    CHECK(plan[2][0].drawn);
}
