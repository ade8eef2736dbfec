// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

#include "layers/placement/label_placement.hpp"

using namespace layers;

namespace {

using geodata::Geometry;
using Ring = std::vector<MapPoint>;

Geometry polygon(const std::vector<Ring>& rings) {
    Geometry g{geodata::GeometryKind::polygon, {}, {}};
    for (const Ring& ring : rings) g.addPart(ring);
    return g;
}

bool isInside(MapPoint p, const Geometry& g) {
    bool inside = false;
    for (std::size_t k = 0; k < g.partCount(); ++k)
        for (std::size_t i = 0; i < g.part(k).size(); ++i) {
            const MapPoint a = g.part(k)[i], b = g.part(k)[(i + 1) % g.part(k).size()];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
        }
    return inside;
}

Ring starAround(MapPoint middle, std::size_t points, std::mt19937& random) {
    std::uniform_real_distribution<double> radius(300, 1000);
    Ring ring;
    for (std::size_t i = 0; i < points; ++i) {
        const double angle = 6.28318 * static_cast<double>(i) / static_cast<double>(points), r = radius(random);
        ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    return ring;
}

}  // namespace

TEST_CASE("the anchor of a square is its middle") {
    const MapPoint anchor = labelAnchor(polygon({{{0, 0}, {100, 0}, {100, 100}, {0, 100}}}), 1);
    CHECK(std::abs(anchor.x - 50) <= 1);
    CHECK(std::abs(anchor.y - 50) <= 1);
}

TEST_CASE("the anchor of a U lies in its widest arm, not in its mouth") {
    const Geometry u = polygon({{{0, 0}, {100, 0}, {100, 100}, {60, 100}, {60, 20}, {20, 20}, {20, 100}, {0, 100}}});
    const MapPoint anchor = labelAnchor(u, 1);
    CHECK(isInside(anchor, u));
    CHECK(anchor.x > 70);
    CHECK(anchor.x < 90);
}

TEST_CASE("the anchor stays out of a hole and takes the biggest of several parts") {
    const Geometry ring = polygon({{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{20, 20}, {90, 20}, {90, 90}, {20, 90}}});
    const MapPoint inRing = labelAnchor(ring, 0.5);
    CHECK(isInside(inRing, ring));
    CHECK(std::min(inRing.x, inRing.y) == doctest::Approx(12).epsilon(0.1));  // between the corners (0, 0) and (20, 20)
    const MapPoint inBig =
        labelAnchor(polygon({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{50, 0}, {90, 0}, {90, 40}, {50, 40}}}), 0.5);
    CHECK(inBig.x == doctest::Approx(70).epsilon(0.02));
}

TEST_CASE("the anchor of a polygon without an inside is on it") {
    CHECK(labelAnchor({}, 1) == MapPoint{});
    CHECK(labelAnchor(polygon({{{7, 8}}}), 1) == MapPoint{7, 8});
    CHECK(labelAnchor(polygon({{{0, 5}, {10, 5}}}), 1) == MapPoint{5, 5});
    CHECK(labelAnchor(polygon({{{1, 2}, {5, 6}, {9, 10}}}), 1) == MapPoint{1, 2});
    const double nan = std::numeric_limits<double>::quiet_NaN(), huge = std::numeric_limits<double>::max();
    CHECK(labelAnchor(polygon({{{nan, 0}, {0, nan}}}), 1) == MapPoint{});
    CHECK(std::isfinite(labelAnchor(polygon({{{-huge, -huge}, {huge, -huge}, {0, huge}}}), 1).x));
    const double o = 5e6, tiny = 1e-9;  // a square of one or two steps of a double
    CHECK(std::isfinite(labelAnchor(polygon({{{o, o}, {o + tiny, o}, {o + tiny, o + tiny}}}), 1).x));
}

TEST_CASE("the anchor lies inside polygons of any shape") {
    std::mt19937 random(3);
    for (int round = 0; round < 60; ++round) {
        const Geometry star = polygon({starAround({1e6, 4e6}, 40, random)});
        for (const double precision : {10.0, 0.0, std::numeric_limits<double>::quiet_NaN()})
            CHECK(isInside(labelAnchor(star, precision), star));
    }
}

TEST_CASE("the anchor of a big polygon lies inside it") {
    std::mt19937 random(5);
    const Geometry big = polygon({starAround({0, 0}, 100'000, random), {{-50, -50}, {50, -50}, {50, 50}, {-50, 50}}});
    const MapPoint anchor = labelAnchor(big, 1);
    CHECK(isInside(anchor, big));
    CHECK(std::hypot(anchor.x, anchor.y) < 300);
}
