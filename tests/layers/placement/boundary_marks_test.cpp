// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/boundary_marks.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace layers;

namespace {

const auto kAnywhere = [](ScreenPoint) { return true; };

BoundaryPiece whole(std::vector<ScreenPoint> points) {
    Stretch stretch(std::move(points));
    const double lengthPx = stretch.lengthPx();
    return {std::move(stretch), 0, lengthPx};
}

}  // namespace

TEST_CASE("marks divide a line evenly, the first and last half a spacing from its ends") {
    const auto marks = marksAlong(whole({{0, 100}, {1000, 100}}), {330, 20}, kAnywhere);
    REQUIRE(marks.size() == 3);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        CHECK(marks[i].middle.x == doctest::Approx((static_cast<double>(i) + 0.5) * 1000 / 3));
        CHECK(marks[i].middle.y == doctest::Approx(100));
        CHECK(marks[i].turnRad == doctest::Approx(0));
    }
}

TEST_CASE("a mark is turned with its line") {
    const auto marks = marksAlong(whole({{0, 0}, {100, 100}}), {330, 20}, kAnywhere);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].turnRad == doctest::Approx(std::numbers::pi / 4));
}

TEST_CASE("a piece of a line has the marks that the whole line has there") {
    std::vector<ScreenPoint> points;
    for (double x = 0; x <= 3000; x += 10) points.push_back({x, 200 * std::sin(x / 300)});
    const BoundaryPiece line = whole(points);
    const auto all = marksAlong(line, {250, 20}, kAnywhere);
    for (const double cut : {130.0, 777.0, 1500.0}) {
        const BoundaryPiece piece{Stretch(line.stretch.cut(cut, cut + 1200)), cut, line.wholePx};
        std::size_t seen = 0;
        for (const BoundaryMark& mark : marksAlong(piece, {250, 20}, kAnywhere)) {
            if (mark.alongPx < 125 || mark.alongPx > 1075)
                continue;  // whoever draws looks half a spacing beyond the picture
            const auto same = [&](const BoundaryMark& other) {
                return std::abs(other.alongPx - cut - mark.alongPx) < 1e-6 &&
                       std::hypot(other.middle.x - mark.middle.x, other.middle.y - mark.middle.y) < 1e-6;
            };
            CHECK(std::any_of(all.begin(), all.end(), same));
            ++seen;
        }
        CHECK(seen >= 3);
    }
}

TEST_CASE("a mark gives way along the line to what stands there, and is left out where it cannot") {
    const BoundaryPiece line = whole({{0, 0}, {300, 0}});
    const auto beside = marksAlong(line, {300, 20}, [](ScreenPoint p) { return std::abs(p.x - 150) > 30; });
    REQUIRE(beside.size() == 1);
    CHECK(beside[0].middle.x == doctest::Approx(150 + 0.16 * 300));
    CHECK(withoutGaps(line.stretch, marksAlong(line, {300, 20}, [](ScreenPoint) { return false; }), 20).size() == 1);
}

TEST_CASE("no mark stands on a sharp bend, nor on a line that would be all mark") {
    const auto marks = marksAlong(whole({{0, 0}, {150, 0}, {150, 150}}), {300, 40}, kAnywhere);
    REQUIRE(marks.size() == 1);
    CHECK(std::abs(marks[0].alongPx - 150) > 10);
    CHECK(marksAlong(whole({{0, 0}, {50, 0}}), {300, 20}, kAnywhere).empty());
    CHECK(marksAlong(whole({}), {300, 20}, kAnywhere).empty());
    CHECK(marksAlong(whole({{5, 5}, {5, 5}}), {300, 20}, kAnywhere).empty());
}

TEST_CASE("the line ends at its marks' gaps and goes on behind them") {
    const BoundaryPiece line = whole({{0, 0}, {500, 0}, {1000, 0}});
    const auto parts = withoutGaps(line.stretch, marksAlong(line, {500, 40}, kAnywhere), 40);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].back().x == doctest::Approx(230));
    CHECK(parts[1].front().x == doctest::Approx(270));
    CHECK(parts[1].size() == 3);  // its vertex between
    CHECK(parts[2].back().x == doctest::Approx(1000));
}
