// SPDX-License-Identifier: Apache-2.0
#include "geodata/tiles/clip.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace geodata;

namespace {

const MapBox kBox{{0, 0}, {100, 50}};

double areaOf(const std::vector<MapPoint>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

double lengthOf(const std::vector<LinePiece>& pieces) {
    double length = 0;
    for (const LinePiece& piece : pieces)
        for (std::size_t i = 1; i < piece.points.size(); ++i)
            length += std::hypot(piece.points[i].x - piece.points[i - 1].x, piece.points[i].y - piece.points[i - 1].y);
    return length;
}

}  // namespace

TEST_CASE("a ring inside the box stays as it is, one outside leaves nothing") {
    const std::vector<MapPoint> inside{{10, 10}, {20, 10}, {15, 20}}, outside{{210, 10}, {220, 10}, {215, 20}};
    CHECK(clipRing(inside, kBox) == inside);
    CHECK(clipRing(outside, kBox).size() < 3);
}

TEST_CASE("a ring's pieces on both sides of a line add up to the ring") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> radius(5, 60);
    const MapBox left{{-100, -100}, {17, 100}}, right{{17, -100}, {100, 100}};
    for (int round = 0; round < 50; ++round) {
        std::vector<MapPoint> ring;
        for (int i = 0; i < 40; ++i) {
            const double r = radius(random), turn = i * 6.283185307 / 40;
            ring.push_back({r * std::cos(turn), r * std::sin(turn)});
        }
        CHECK(areaOf(clipRing(ring, left)) + areaOf(clipRing(ring, right)) == doctest::Approx(areaOf(ring)));
    }
}

TEST_CASE("neighbours cut a shared edge at the same point") {
    const std::vector<MapPoint> one{{-30, 10}, {130, 37}, {50, 49}}, other{{130, 37}, {-30, 10}, {50, 1}};
    const auto crossingOf =
        [](const std::vector<MapPoint>& ring) {  // of the shared edge with the left side: at y = 15.0625
            const auto found = std::find_if(ring.begin(), ring.end(),
                                            [](MapPoint p) { return p.x == 0 && std::abs(p.y - 15.0625) < 1; });
            REQUIRE(found != ring.end());
            return *found;
        };
    CHECK(crossingOf(clipRing(one, kBox)) == crossingOf(clipRing(other, kBox)));
}

TEST_CASE("a line leaves and comes back as two pieces that know where they are along it") {
    const std::vector<MapPoint> line{{10, 25}, {200, 25}, {200, 45}, {10, 45}};
    const auto pieces = clipLine(line, false, kBox);
    REQUIRE(pieces.size() == 2);
    CHECK(lengthOf(pieces) == doctest::Approx(180));
    CHECK(pieces[0].startsLine);
    CHECK(!pieces[0].endsLine);
    CHECK(pieces[1].endsLine);
    CHECK(pieces[0].alongM.front() == 0);
    CHECK(pieces[1].alongM.front() == doctest::Approx(190 + 20 + 100));
}

TEST_CASE("a ring that begins inside the box is not broken at its start") {
    const std::vector<MapPoint> ring{{50, 25}, {150, 25}, {150, 40}, {50, 40}};
    const auto pieces = clipLine(ring, true, kBox);
    REQUIRE(pieces.size() == 1);
    CHECK(lengthOf(pieces) == doctest::Approx(50 + 50 + 15));
}

TEST_CASE("a clipped ring tells whether it is the whole box, nothing of it or something between") {
    const std::vector<MapPoint> around{{-50, -50}, {300, -20}, {200, 90}, {-10, 200}},
        through{{-50, -50}, {300, -20}, {60, 40}}, beside{{-20, -5}, {-20, 200}, {90, 200}, {-5, 60}};
    CHECK(turnsAround(clipRing(around, kBox), kBox) == 1);
    CHECK(turnsAround(clipRing(std::vector<MapPoint>(around.rbegin(), around.rend()), kBox), kBox) == -1);
    CHECK_FALSE(turnsAround(clipRing(through, kBox), kBox));
    CHECK(turnsAround(clipRing(beside, kBox), kBox).value_or(7) == 0);
}
