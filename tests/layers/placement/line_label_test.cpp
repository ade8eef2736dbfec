// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/line_label.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "layers/placement/label_placement.hpp"

using namespace layers;

namespace {

LabelCandidate lineCandidate(std::vector<ScreenPoint> path, std::size_t glyphs = 10) {
    LabelCandidate c;
    c.kind = CandidateKind::line;
    c.widthPx = 8 * static_cast<float>(glyphs);
    c.ascentPx = 10;
    c.descentPx = 3;
    c.path = std::move(path);
    c.advancesPx.assign(glyphs, 8);
    c.text = "Litani";
    return c;
}

std::vector<PlacedLabel> placed(const std::vector<LabelCandidate>& candidates) {
    return placeLabels({candidates, {}, {0, 0, 1000, 1000}});
}

std::vector<ScreenPoint> wave(double amplitudePx) {
    std::vector<ScreenPoint> path;
    for (double x = 100; x <= 900; x += 5) path.push_back({x, 500 + amplitudePx * std::sin(x / 120)});
    return path;
}

std::vector<ScreenPoint> reversed(const std::vector<ScreenPoint>& path) { return {path.rbegin(), path.rend()}; }

double distanceTo(const std::vector<ScreenPoint>& path, ScreenPoint p) {
    double nearest = 1e9;
    for (const ScreenPoint q : path) nearest = std::min(nearest, std::hypot(p.x - q.x, p.y - q.y));
    return nearest;
}

}  // namespace

TEST_CASE("a label on a straight line stands in its middle, just above it") {
    const std::vector<PlacedLabel> labels = placed({lineCandidate({{100, 500}, {900, 500}})});
    REQUIRE(labels.size() == 1);
    REQUIRE(labels[0].glyphs.size() == 10);
    CHECK(labels[0].glyphs[0].origin.x == doctest::Approx(460));
    CHECK(labels[0].glyphs[9].origin.x == doctest::Approx(532));
    for (const GlyphPose& glyph : labels[0].glyphs) {
        CHECK(glyph.origin.y == doctest::Approx(497));  // its descenders end on the line
        CHECK(glyph.rotationRad == doctest::Approx(0));
    }
}

TEST_CASE("a label follows its line and reads from left to right, whichever way the line runs") {
    for (const auto& path : {wave(40), reversed(wave(40))}) {
        const std::vector<PlacedLabel> labels = placed({lineCandidate(path, 20)});
        REQUIRE(labels.size() == 1);
        const std::vector<GlyphPose>& glyphs = labels[0].glyphs;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            CHECK(distanceTo(path, glyphs[i].origin) < 7);
            CHECK(std::abs(glyphs[i].rotationRad) < std::numbers::pi / 4);
            if (i > 0) CHECK(std::abs(glyphs[i].origin.x - glyphs[i - 1].origin.x - 7.5) < 1.5);
        }
    }
}

TEST_CASE("a label on an upright line reads upwards") {
    for (const auto& path : {std::vector<ScreenPoint>{{500, 100}, {500, 900}}, {{500, 900}, {500, 100}}}) {
        const std::vector<PlacedLabel> labels = placed({lineCandidate(path)});
        REQUIRE(labels.size() == 1);
        CHECK(labels[0].glyphs[0].rotationRad == doctest::Approx(-std::numbers::pi / 2));
        CHECK(labels[0].glyphs[0].origin.y > labels[0].glyphs[9].origin.y);
        CHECK(labels[0].glyphs[0].origin.x == doctest::Approx(497));
    }
}

TEST_CASE("a line that is too short, bends too much or is none gets no label") {
    CHECK(placed({lineCandidate({{100, 500}, {170, 500}})}).empty());
    CHECK(placed({lineCandidate({{100, 500}, {150, 500}, {150, 550}})}).empty());  // a right angle
    std::vector<ScreenPoint> circle;
    for (double a = 0; a < 6.3; a += 0.05) circle.push_back({500 + 25 * std::cos(a), 500 + 25 * std::sin(a)});
    CHECK(placed({lineCandidate(circle)}).empty());
    CHECK(placed({lineCandidate({{100, 500}})}).empty());
    CHECK(placed({lineCandidate({{100, 500}, {100, 500}, {100, 500}})}).empty());
    CHECK(placed({lineCandidate({{100, 500}, {NAN, 500}, {900, 500}})}).empty());
    CHECK(placed({lineCandidate({{100, 500}, {900, 500}}, 0)}).empty());
}

TEST_CASE("a label avoids the bend and takes the straight part") {
    const std::vector<PlacedLabel> labels = placed({lineCandidate({{500, 100}, {500, 300}, {800, 300}})});
    REQUIRE(labels.size() == 1);
    const double turn = labels[0].glyphs.front().rotationRad;
    for (const GlyphPose& glyph : labels[0].glyphs) CHECK(glyph.rotationRad == doctest::Approx(turn));
}

TEST_CASE("a label prefers the calm piece of its line to the middle") {
    std::vector<ScreenPoint> path;
    for (double x = 100; x <= 900; x += 5)
        path.push_back({x, x > 450 && x < 560 ? 500 + 8 * std::sin((x - 450) / 17.5) : 500});
    const std::vector<PlacedLabel> labels = placed({lineCandidate(path)});
    REQUIRE(labels.size() == 1);
    for (const GlyphPose& glyph : labels[0].glyphs) CHECK(std::abs(glyph.rotationRad) < 0.3);
    LabelCandidate onlyBent = lineCandidate({path.begin() + 65, path.begin() + 95});
    CHECK(placed({onlyBent}).size() == 1);
}

TEST_CASE("a label repeats along its line and keeps its distance to equal ones") {
    LabelCandidate first = lineCandidate({{0, 500}, {1000, 500}});
    first.repeatPx = 300;
    CHECK(placed({first}).size() == 3);
    LabelCandidate second = lineCandidate({{0, 530}, {1000, 530}});
    second.key = 1;
    second.repeatPx = 300;
    CHECK(placed({first, second}).size() == 3);
    second.text = "Blue Line";
    CHECK(placed({first, second}).size() == 6);
    first.repeatPx = second.repeatPx = 0;
    CHECK(placed({first, second}).size() == 2);
}

TEST_CASE("a line that leaves the picture is labelled where it is seen") {
    const std::vector<PlacedLabel> labels = placed({lineCandidate({{-1e6, 500}, {150, 500}})});
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].glyphs[0].origin.x == doctest::Approx(35));
    const std::vector<Stretch> stretches =
        visibleStretches({{-50, 10}, {50, 10}, {50, 200}, {80, 200}, {80, 20}, {-10, 20}}, {0, 0, 100, 100});
    REQUIRE(stretches.size() == 2);
    CHECK(stretches[0].lengthPx() == doctest::Approx(160));
    CHECK(stretches[1].lengthPx() == doctest::Approx(140));
}

TEST_CASE("a mark gets the pen's place behind its letter") {
    LabelCandidate c = lineCandidate({{100, 500}, {900, 500}});
    c.advancesPx = {8, 0, 0, 8};
    const std::vector<PlacedLabel> labels = placed({c});
    REQUIRE(labels.size() == 1);
    const std::vector<GlyphPose>& glyphs = labels[0].glyphs;
    CHECK(glyphs[1].origin.x == doctest::Approx(glyphs[0].origin.x + 8));
    CHECK(glyphs[2].origin.x == doctest::Approx(glyphs[1].origin.x));
    CHECK(glyphs[3].origin.x == doctest::Approx(glyphs[1].origin.x));
}

TEST_CASE("labels on lines of any shape bend little and go forwards") {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> turn(-0.35, 0.35), start(0, 2 * std::numbers::pi);
    int labelled = 0, faults = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<ScreenPoint> path{{500, 500}};
        for (double direction = start(random); path.size() < 60; direction += turn(random))
            path.push_back({path.back().x + 7 * std::cos(direction), path.back().y + 7 * std::sin(direction)});
        for (const PlacedLabel& label : placed({lineCandidate(path)})) {
            ++labelled;
            const ScreenPoint first = label.glyphs.front().origin, last = label.glyphs.back().origin;
            faults += last.x < first.x - 6;
            for (std::size_t i = 1; i < label.glyphs.size(); ++i) {
                const ScreenPoint a = label.glyphs[i - 1].origin, b = label.glyphs[i].origin;
                faults += (b.x - a.x) * (last.x - first.x) + (b.y - a.y) * (last.y - first.y) <= 0;
                faults += std::abs(std::remainder(label.glyphs[i].rotationRad - label.glyphs[i - 1].rotationRad,
                                                  2 * std::numbers::pi)) > 0.5;
                faults += distanceTo(path, b) > 9;
            }
        }
    }
    CHECK(labelled > 100);
    CHECK(faults == 0);
}

TEST_CASE("a name beside a line stands on its own side of it, whichever way the line runs") {
    for (const auto& path : {std::vector<ScreenPoint>{{100, 500}, {900, 500}}, {{900, 500}, {100, 500}}}) {
        LabelCandidate left = lineCandidate(path), right = left;
        left.side = LineSide::left;
        right.side = LineSide::right;
        right.key = 1;
        left.middlePx = right.middlePx = 400;
        left.offsetPx = right.offsetPx = 8;
        const std::vector<PlacedLabel> labels = placed({left, right});
        REQUIRE(labels.size() == 2);
        const bool eastward = path.front().x < path.back().x;
        const PlacedLabel& above = labels[labels[0].candidate == (eastward ? 0U : 1U) ? 0 : 1];
        const PlacedLabel& below = labels[&above == &labels[0] ? 1 : 0];
        for (const GlyphPose& glyph : above.glyphs)
            CHECK(glyph.origin.y == doctest::Approx(500 - 8 - 3));  // its descenders end 8 above the line
        for (const GlyphPose& glyph : below.glyphs)
            CHECK(glyph.origin.y == doctest::Approx(500 + 8 + 10));  // its ascenders begin 8 below it
        for (const PlacedLabel& label : labels) CHECK(label.glyphs[0].origin.x == doctest::Approx(460));
    }
}

TEST_CASE("a name beside a line stands as near to its place as there is room, over its own mark too") {
    LabelCandidate name = lineCandidate({{100, 500}, {900, 500}});
    name.side = LineSide::left;
    name.middlePx = 400;
    const auto firstX = [](const PlacementInput& input) { return placeLabels(input).at(0).glyphs[0].origin.x; };
    CHECK(firstX({{name}, {}, {0, 0, 1000, 1000}}) == doctest::Approx(460));
    CHECK(firstX({{name}, {}, {0, 0, 1000, 1000}, {{490, 480, 510, 500}}}) == doctest::Approx(460));
    const double besideX = firstX({{name}, {{490, 480, 510, 500}}, {0, 0, 1000, 1000}});
    CHECK((besideX >= 510 || besideX + 80 <= 490));
    CHECK(std::abs(besideX - 460) < 70);
    CHECK(placeLabels({{name}, {{0, 400, 1000, 600}}, {0, 0, 1000, 1000}}).empty());
    name.side = LineSide::above;
    CHECK(firstX({{name}, {}, {0, 0, 1000, 1000}, {{490, 480, 510, 500}}}) !=
          doctest::Approx(460));  // other texts give way to the mark
}
