// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/label_placement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace layers;

namespace {

LabelCandidate candidate(CandidateKind kind, std::uint64_t key, double priority, ScreenPoint anchor) {
    LabelCandidate c;
    c.kind = kind;
    c.key = key;
    c.priority = priority;
    c.widthPx = 60;
    c.ascentPx = 10;
    c.descentPx = 3;
    c.offsetPx = 6;
    c.path = {anchor};
    return c;
}

ScreenRect bodyOf(const PlacedLabel& label, const LabelCandidate& c) {
    return {label.origin.x, label.origin.y - c.ascentPx, label.origin.x + c.widthPx, label.origin.y + c.descentPx};
}

constexpr ScreenRect kBounds{0, 0, 800, 600};

// Points, areas and lines scattered over more than the picture, crowded enough that many find no place.
PlacementInput generated(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> x(-50, 850), y(-50, 650), share(0, 1);
    PlacementInput input{{}, {}, kBounds};
    for (std::uint64_t key = 0; key < 400; ++key) {
        LabelCandidate c =
            candidate(static_cast<CandidateKind>(key % 3), key, std::floor(share(random) * 5), {x(random), y(random)});
        c.widthPx = static_cast<float>(20 + 80 * share(random));
        if (c.kind == CandidateKind::line) {
            c.advancesPx.assign(8, c.widthPx / 8);
            for (int i = 0; i < 6; ++i)
                c.path.push_back({c.path.back().x + 60 * share(random), c.path.back().y + 40 * (share(random) - 0.5)});
            c.text = key % 2 == 0 ? "Litani" : "Blue Line";
            c.repeatPx = 150;
        }
        input.candidates.push_back(c);
    }
    for (int i = 0; i < 20; ++i) {
        const ScreenPoint p{x(random), y(random)};
        input.keepOut.push_back({p.x, p.y, p.x + 30, p.y + 25});
    }
    return input;
}

ScreenRect turned(const GlyphPose& pose, float advancePx, const LabelCandidate& c) {
    ScreenRect box{1e9, 1e9, -1e9, -1e9};
    for (const double u : {0.0, static_cast<double>(advancePx)})
        for (const double v : {-static_cast<double>(c.ascentPx), static_cast<double>(c.descentPx)}) {
            const double px = pose.origin.x + u * std::cos(pose.rotationRad) - v * std::sin(pose.rotationRad);
            const double py = pose.origin.y + u * std::sin(pose.rotationRad) + v * std::cos(pose.rotationRad);
            box = {std::min(box.left, px), std::min(box.top, py), std::max(box.right, px), std::max(box.bottom, py)};
        }
    return box;
}

std::vector<ScreenRect> boxesOf(const PlacedLabel& label, const LabelCandidate& c) {
    if (c.kind != CandidateKind::line) return {bodyOf(label, c)};
    std::vector<ScreenRect> boxes;
    for (std::size_t i = 0; i < label.glyphs.size(); ++i) boxes.push_back(turned(label.glyphs[i], c.advancesPx[i], c));
    return boxes;
}

bool anyIntersect(const std::vector<ScreenRect>& a, const std::vector<ScreenRect>& b) {
    return std::any_of(a.begin(), a.end(), [&](const ScreenRect& r) {
        return std::any_of(b.begin(), b.end(), [&](const ScreenRect& o) { return r.intersects(o); });
    });
}

}  // namespace

TEST_CASE("a point's label stands at its right, level with it and off its marker") {
    const PlacementInput input{{candidate(CandidateKind::point, 1, 0, {100, 100})}, {}, kBounds};
    const std::vector<PlacedLabel> placed = placeLabels(input);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].candidate == 0);
    CHECK(placed[0].origin == ScreenPoint{106, 103.5});
    CHECK(placed[0].glyphs.empty());
}

TEST_CASE("a point's label moves around its marker where a place is taken") {
    PlacementInput input{{candidate(CandidateKind::point, 1, 0, {100, 100})}, {{94, 94, 106, 106}}, kBounds};
    CHECK(placeLabels(input).front().origin.x == 106);  // its own marker does not push it away
    input.keepOut.push_back({110, 60, 200, 140});
    const ScreenRect left = bodyOf(placeLabels(input).front(), input.candidates[0]);
    CHECK(left.right == doctest::Approx(94));
    input.keepOut.push_back({0, 60, 90, 140});
    const std::vector<PlacedLabel> squeezed = placeLabels(input);  // free is only the column of 20 px in between
    CHECK(squeezed.empty());
    input.keepOut = {{94, 94, 106, 106}, {107, 99, 108, 101}, {92, 99, 93, 101}};
    const ScreenRect raised = bodyOf(placeLabels(input).front(), input.candidates[0]);
    CHECK(raised.bottom <= 94);  // level and slanted places all touch the two dots' margins
}

TEST_CASE("an area's label is centred and gives way upwards first") {
    PlacementInput input{{candidate(CandidateKind::area, 1, 0, {100, 100})}, {}, kBounds};
    const ScreenRect centred = bodyOf(placeLabels(input).front(), input.candidates[0]);
    CHECK((centred.left + centred.right) / 2 == doctest::Approx(100));
    CHECK((centred.top + centred.bottom) / 2 == doctest::Approx(100));
    input.keepOut = {{95, 102, 105, 110}};
    CHECK(bodyOf(placeLabels(input).front(), input.candidates[0]).bottom == doctest::Approx(98));
}

TEST_CASE("the higher priority wins a place and the smaller key a tie") {
    PlacementInput input{{}, {}, kBounds};
    for (std::uint64_t key : {7, 3, 5}) input.candidates.push_back(candidate(CandidateKind::area, key, 1, {100, 100}));
    input.candidates[2].priority = 2;
    const std::vector<PlacedLabel> placed = placeLabels(input);
    REQUIRE(placed.size() >= 2);
    CHECK(placed[0].candidate == 2);
    CHECK(placed[1].candidate == 1);
}

TEST_CASE("labels find no place outside the bounds or without numbers") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    PlacementInput input{
        {candidate(CandidateKind::area, 1, 0, {5, 100}), candidate(CandidateKind::point, 2, nan, {nan, 100}),
         candidate(CandidateKind::point, 3, 0, {1e300, 1e300}), candidate(CandidateKind::line, 4, 0, {10, 10})},
        {{nan, 0, 10, 10}},
        kBounds};
    input.candidates.push_back(candidate(CandidateKind::point, 5, 0, {300, 300}));
    input.candidates.back().widthPx = std::numeric_limits<float>::quiet_NaN();
    input.candidates.push_back(candidate(CandidateKind::point, 6, 0, {300, 300}));
    input.candidates.back().path.clear();
    CHECK(placeLabels(input).empty());
    CHECK(placeLabels({{candidate(CandidateKind::point, 1, 0, {5, 5})}, {}, {}}).empty());
    CHECK(placeLabels({{candidate(CandidateKind::point, 1, 0, {5, 5})}, {}, {0, 0, nan, 10}}).empty());
    CHECK(placeLabels({}).empty());
}

TEST_CASE("the order of the candidates does not matter") {
    const PlacementInput input = generated(1);
    const std::vector<PlacedLabel> expected = placeLabels(input);
    PlacementInput shuffled = input;
    std::mt19937 random(9);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(shuffled.candidates.begin(), shuffled.candidates.end(), random);
        const std::vector<PlacedLabel> placed = placeLabels(shuffled);
        REQUIRE(placed.size() == expected.size());
        int different = 0;
        for (std::size_t i = 0; i < placed.size(); ++i)
            different += shuffled.candidates[placed[i].candidate].key != input.candidates[expected[i].candidate].key ||
                         placed[i].origin != expected[i].origin;
        CHECK(different == 0);
    }
}

TEST_CASE("placed labels overlap neither each other nor keep-outs and stay in bounds") {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const PlacementInput input = generated(seed);
        const std::vector<PlacedLabel> placed = placeLabels(input);
        std::map<CandidateKind, int> counts;
        int overlaps = 0, onKeepOuts = 0, outside = 0;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const LabelCandidate& c = input.candidates[placed[i].candidate];
            ++counts[c.kind];
            const std::vector<ScreenRect> boxes = boxesOf(placed[i], c);
            for (std::size_t j = 0; j < i; ++j)
                overlaps += anyIntersect(boxes, boxesOf(placed[j], input.candidates[placed[j].candidate]));
            onKeepOuts += anyIntersect(boxes, input.keepOut);
            outside += std::any_of(boxes.begin(), boxes.end(), [](const ScreenRect& b) {
                return b.left < kBounds.left || b.top < kBounds.top || b.right > kBounds.right ||
                       b.bottom > kBounds.bottom;
            });
        }
        CHECK(overlaps == 0);
        CHECK(onKeepOuts == 0);
        CHECK(outside == 0);
        for (const CandidateKind kind : {CandidateKind::point, CandidateKind::area, CandidateKind::line})
            CHECK(counts[kind] > 5);
    }
}

TEST_CASE("a label is never lost to one of lower priority") {
    for (unsigned seed = 1; seed <= 3; ++seed) {
        PlacementInput input = generated(seed);
        const std::vector<PlacedLabel> all = placeLabels(input);
        std::erase_if(input.candidates, [](const LabelCandidate& c) { return c.priority < 3; });
        const std::vector<PlacedLabel> upper = placeLabels(input);  // what the lower ones see when they come
        REQUIRE(upper.size() < all.size());
        for (std::size_t i = 0; i < upper.size(); ++i) CHECK(upper[i].origin == all[i].origin);
    }
}

TEST_CASE("an important point that is crowded all around is named farther off, with a leader line to it") {
    PlacementInput input{{}, {{60, 60, 140, 140}}, {0, 0, 400, 400}};
    LabelCandidate town;
    town.widthPx = 40;
    town.ascentPx = 10;
    town.descentPx = 3;
    town.offsetPx = 4;
    town.path = {{100, 100}};
    input.candidates = {town};
    CHECK(placeLabels(input).empty());
    input.candidates[0].farPx = 40;
    const auto placed = placeLabels(input);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].origin.x >= 140);
    REQUIRE(placed[0].leaderEnd);
    CHECK(placed[0].leaderEnd->x == doctest::Approx(placed[0].origin.x));
}

TEST_CASE(
    "a point's text stands beside a thick line and off others' markers, where there is room, and is not lost where "
    "there is none") {
    PlacementInput input{{candidate(CandidateKind::point, 1, 0, {100, 100})}, {}, kBounds};
    const ScreenRect right = bodyOf(placeLabels(input).front(), input.candidates[0]);
    input.thickLines = {{0, 98, 400, 102}};  // through the point, from side to side
    const ScreenRect clear = bodyOf(placeLabels(input).front(), input.candidates[0]);
    CHECK_FALSE(clear.intersects(input.thickLines[0]));
    CHECK_FALSE(right == clear);
    input.thickLines = {{0, 0, 400, 400}};
    CHECK(bodyOf(placeLabels(input).front(), input.candidates[0]) == right);
    input.thickLines.clear();
    input.dots = {{95, 95, 105, 105}, {112, 95, 118, 105}};  // its own and one beside
    CHECK_FALSE(bodyOf(placeLabels(input).front(), input.candidates[0]).intersects(input.dots[1]));
    input.dots = {{0, 0, 94, 400}, {106, 0, 400, 400}, {94, 0, 106, 95}, {94, 105, 106, 400}};
    CHECK(bodyOf(placeLabels(input).front(), input.candidates[0]) == right);
    input.candidates[0].farPx = 10;
    CHECK_FALSE(placeLabels(input).front().leaderEnd);  // farther off it would cover markers too
}

TEST_CASE("a text may go as far off as its candidate says") {
    PlacementInput input{{candidate(CandidateKind::point, 1, 0, {200, 200})}, {{100, 100, 300, 300}}, {0, 0, 400, 400}};
    input.candidates[0].farPx = 20;
    CHECK(placeLabels(input).empty());
    input.candidates[0].farSteps = 8;
    REQUIRE(placeLabels(input).size() == 1);
    CHECK(placeLabels(input)[0].leaderEnd);
}
