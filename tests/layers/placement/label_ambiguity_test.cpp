// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/label_ambiguity.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "layers/placement/label_placement.hpp"

using namespace layers;

namespace {

constexpr ScreenPoint kAnchor{100, 100};
const std::vector<ScreenRect> kTwo{{80, 85, 120, 115}, {140, 85, 180, 115}};  // its own and one at its right

// A symbol's text of 60 × 13 px.
LabelCandidate textOf(ScreenPoint anchor, int farSteps) {
    LabelCandidate c;
    c.widthPx = 60;
    c.ascentPx = 10;
    c.descentPx = 3;
    c.offsetPx = 24;
    c.farPx = 20;
    c.farSteps = farSteps;
    c.ofSymbol = true;
    c.path = {anchor};
    return c;
}

ScreenRect bodyOf(const PlacedLabel& placed) {
    return {placed.origin.x, placed.origin.y - 10, placed.origin.x + 60, placed.origin.y + 3};
}

}  // namespace

TEST_CASE("how near a text stands to its own symbol and to others") {
    const LabelAmbiguity belonging = ambiguityOf({130, 60, 190, 75}, kAnchor, kTwo);
    CHECK(belonging.ownPx == doctest::Approx(std::hypot(10, 10)));
    CHECK(belonging.otherPx == 10);
    CHECK(std::isinf(ambiguityOf({130, 60, 190, 75}, kAnchor, {}).ownPx));
}

TEST_CASE("a leader passes under the symbols between its own and the text") {
    CHECK(ambiguityOf({190, 95, 250, 108}, kAnchor, kTwo).leaderUnderOther);
    CHECK_FALSE(ambiguityOf({120, 140, 180, 153}, kAnchor, kTwo).leaderUnderOther);
    CHECK_FALSE(ambiguityOf({60, 20, 140, 33}, kAnchor, kTwo).leaderUnderOther);
}

TEST_CASE("a text that finds no room beside its symbol stands where nobody takes it for another one's") {
    PlacementInput input{{textOf(kAnchor, 8)}, {}, {0, 0, 400, 400}};
    input.lineMarks = {{0, 80, 79, 120}, {60, 60, 140, 84}, {60, 116, 140, 140}};
    input.symbols = kTwo;
    const auto placed = placeLabels(input);
    REQUIRE(placed.size() == 1);
    const LabelAmbiguity belonging = ambiguityOf(bodyOf(placed[0]), kAnchor, input.symbols);
    CHECK(belonging.ownPx < belonging.otherPx);
    CHECK_FALSE(belonging.leaderUnderOther);
    CHECK(placed[0].leaderEnd);
}

TEST_CASE("a leader that would pass under other symbols in all straight directions finds its way between them") {
    PlacementInput input{{textOf(kAnchor, 3)}, {}, {0, 0, 400, 400}};
    input.symbols = {kTwo[0], {135, 75, 150, 125}, {50, 75, 65, 125}, {90, 60, 110, 70}, {90, 130, 110, 140}};
    const auto placed = placeLabels(input);
    REQUIRE(placed.size() == 1);
    REQUIRE(placed[0].leaderEnd);
    CHECK_FALSE(ambiguityOf(bodyOf(placed[0]), kAnchor, input.symbols).leaderUnderOther);
}

namespace {

// A symbol around (200, 200); beside that stands something else.
struct Aslant {
    Aslant() {
        input.symbols = {{180, 185, 220, 215}};
        input.lineMarks = {{222, 150, 229, 250}, {171, 150, 178, 250}, {180, 160, 220, 178}, {180, 222, 220, 240}};
    }
    ScreenRect placed() const {
        const auto labels = placeLabels(input);
        REQUIRE(labels.size() == 1);
        return bodyOf(labels[0]);
    }
    PlacementInput input{{textOf({200, 200}, LabelCandidate{}.farSteps)}, {}, {0, 0, 400, 400}};
};

}  // namespace

TEST_CASE("a symbol's text rather stands aslant of it than on a line") {
    Aslant scene;
    for (const double y : {130.0, 150.0, 173.0, 200.0, 227.0, 251.0, 270.0})
        scene.input.thickLines.push_back({0, y - 1, 400, y + 1});
    for (const ScreenRect& line : scene.input.thickLines) CHECK_FALSE(line.intersects(scene.placed()));
}

TEST_CASE("a leader rather goes past a plate than under it") {
    Aslant scene;
    scene.input.bounds.left = 190;
    scene.input.keepOut = {{230, 150, 250, 250}};
    CHECK_FALSE(ambiguityOf(scene.placed(), {200, 200}, scene.input.keepOut).leaderUnderOther);
}

namespace {

LabelCandidate townAt(ScreenPoint anchor, double priority) {
    LabelCandidate town = textOf(anchor, 0);
    town.key = 1;
    town.priority = priority;
    town.offsetPx = 6;
    town.farPx = 0;
    town.ofSymbol = false;
    return town;
}

bool isThrough(const PlacedLabel& leader, const PlacedLabel& text) {
    return crosses(bodyOf(text), {200, 200}, leader.leaderEnd.value());
}

}  // namespace

TEST_CASE("a leader rather goes aslant than through another text") {
    Aslant scene;
    scene.input.bounds = {190, 172, 800, 228};
    scene.input.candidates[0].farSteps = 8;
    scene.input.candidates.push_back(townAt({230, 200}, 1));  // is placed first
    const auto placed = placeLabels(scene.input);
    REQUIRE(placed.size() == 2);
    CHECK_FALSE(isThrough(placed[1], placed[0]));
}

TEST_CASE("a text rather takes another place than one on a leader") {
    Aslant scene;
    scene.input.bounds = {190, 172, 800, 228};
    scene.input.candidates[0].farPx = 200;
    scene.input.candidates.push_back(townAt({290, 200}, -1));
    const auto placed = placeLabels(scene.input);
    REQUIRE(placed.size() == 2);
    CHECK_FALSE(isThrough(placed[0], placed[1]));
}
