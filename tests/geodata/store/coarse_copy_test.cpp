// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/coarse_copy.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "geodata/store/importance.hpp"
#include "sample_sets.hpp"

using namespace geodata;

namespace {

std::vector<MapPoint> wave(int count) {
    std::vector<MapPoint> line;
    for (int i = 0; i < count; ++i) line.push_back({i * 10.0, 300 * std::sin(i * 0.05)});
    return line;
}

}  // namespace

TEST_CASE("a coarse copy keeps the same vertices of a border on both of its sides") {
    const std::vector<MapPoint> border = wave(2000);
    std::vector<MapPoint> above = border, below(border.rbegin(), border.rend());
    above.push_back({20000, 90000}), above.push_back({0, 90000});
    below.push_back({0, -90000}), below.push_back({20000, -90000});
    const std::vector<Feature> both{{1, geometryOf(GeometryKind::polygon, {above}), {"a"}},
                                    {2, geometryOf(GeometryKind::polygon, {below}), {"b"}}};
    const auto together = coarseCopy(both, 500), apart = coarseCopy(std::span(both).last(1), 500);
    const auto within = [](const Geometry& g) {
        std::vector<double> xs;
        for (const MapPoint p : g.points)
            if (std::abs(p.y) < 1000) xs.push_back(p.x);
        std::sort(xs.begin(), xs.end());
        return xs;
    };
    CHECK(within(together[0].geometry) == within(apart[0].geometry));
    CHECK(within(together[0].geometry).size() < 700);
    CHECK(within(together[0].geometry).size() > 20);
    CHECK(together[1].values == std::vector<std::string>{"b"});
}

TEST_CASE("a coarse copy is never farther from the original than its tolerance says") {
    const std::vector<MapPoint> line = wave(3000);
    for (const double toleranceM : {50.0, 333.0, 2000.0}) {
        const auto copy = coarseCopy(std::vector<Feature>{{1, geometryOf(GeometryKind::line, {line}), {}}}, toleranceM);
        const auto& kept = copy[0].geometry.points;
        REQUIRE(kept.size() >= 2);
        CHECK(kept.front() == line.front());
        CHECK(kept.back() == line.back());
        for (const MapPoint p : line) {
            const auto nearest = std::min_element(kept.begin(), kept.end(), [&](MapPoint a, MapPoint b) {
                return std::hypot(a.x - p.x, a.y - p.y) < std::hypot(b.x - p.x, b.y - p.y);
            });
            CHECK(std::hypot(nearest->x - p.x, nearest->y - p.y) < 1.42 * toleranceM);
        }
    }
}

TEST_CASE("a coarse copy leaves out islands smaller than its tolerance, but not their feature") {
    const std::vector<MapPoint> speck{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    const auto copy = coarseCopy(std::vector<Feature>{{7, geometryOf(GeometryKind::polygon, {speck}), {"x"}},
                                                      {8, geometryOf(GeometryKind::point, {{{5, 5}}}), {"y"}}},
                                 1000);
    REQUIRE(copy.size() == 2);
    CHECK(copy[0].geometry.kind == GeometryKind::none);
    CHECK(copy[0].values[0] == "x");
    CHECK(copy[1].geometry.points.size() == 1);
}

TEST_CASE("a coarse copy without tolerance is the original") {
    const std::vector<Feature> one{{1, geometryOf(GeometryKind::polygon, {wave(100)}), {}}};
    CHECK(coarseCopy(one, 0)[0].geometry == one[0].geometry);
}
