// SPDX-License-Identifier: Apache-2.0
// The words and needles of the three norths.
#include "layers/scene/marginalia/north_plate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

struct North : FullFrame {
    North() { content.declination.reset(); }
    PlacedMarginalia placed() {
        PlacedMarginalia out{{}, {}, {}, {}, MarginaliaLayout(stage.view.size, 10, 5), 0};
        addNorth(out, {document, stage, &math, fonts.front(), content, grids});
        return out;
    }
    // The needles' turns from the top of the picture, by their lines.
    static std::vector<double> needlesOf(const PlacedMarginalia& out) {
        std::vector<double> turns;
        for (const DrawItem& item : out.over) {
            const auto* line = std::get_if<draw::Polyline>(&item);
            if (line == nullptr || line->closed) continue;
            const double dx = line->points[1].x - line->points[0].x, dy = line->points[0].y - line->points[1].y;
            turns.push_back(std::atan2(dx, dy) * 180 / 3.14159265358979);
        }
        return turns;
    }
    GridLines grids;
};

}  // namespace

TEST_CASE("east of the zone's middle grid north is east of true north, which is so far west of it") {
    North north;  // at 35.3 E, 33.2 N in zone 36, whose middle is 33 E: 2.3° × sin 33.2° = 1.26°
    const PlacedMarginalia out = north.placed();
    CHECK(north.count(out, "True north 1.3° W of grid north") == 1);
    CHECK(north.count(out, "Magnetic north not available for 06 NOV 18") == 1);
    CHECK(north.count(out, "GN", FontFace::bold) == 1);
    CHECK(north.count(out, "MN", FontFace::bold) == 0);
    const auto needles = North::needlesOf(out);
    REQUIRE(needles.size() == 2);
    CHECK(std::abs(needles[0]) < 0.01);  // the map is in its zone's own grid
    CHECK(needles[1] < -20);             // apart enough to be read
}

TEST_CASE("magnetic north is on the other side where the declination is to the east") {
    North north;
    north.content.declination = geodata::Declination{4.9, "WMM2015v2"};
    const PlacedMarginalia out = north.placed();
    CHECK(north.count(out, "Magnetic north 3.6° E of grid north") == 1);
    CHECK(north.count(out, "Declination 4.9° E of true north (06 NOV 18, WMM2015v2)") == 1);
    CHECK(north.count(out, "MN", FontFace::bold) == 1);
    const auto needles = North::needlesOf(out);
    REQUIRE(needles.size() == 3);
    CHECK(std::ranges::count_if(needles, [](double turn) { return turn < -20; }) == 1);
    CHECK(std::ranges::count_if(needles, [](double turn) { return turn > 20; }) == 1);
}

TEST_CASE("norths of one side are in their order") {
    North north;
    north.content.declination = geodata::Declination{-6, "WMM2015v2"};
    const PlacedMarginalia out = north.placed();
    CHECK(north.count(out, "Magnetic north 7.3° W of grid north") == 1);
    const auto needles = North::needlesOf(out);
    REQUIRE(needles.size() == 3);
    CHECK(needles[1] < -20);              // true north, the nearer one
    CHECK(needles[2] < needles[1] - 20);  // magnetic north beyond it
    CHECK(needles[2] > -90);
}

TEST_CASE("in the middle of the zone true north is grid north") {
    North north;
    north.stage.view.center = north.math.toMap({33, 33.2});
    const PlacedMarginalia out = north.placed();
    CHECK(north.count(out, "True north same as grid north") == 1);
    const auto needles = North::needlesOf(out);
    REQUIRE(needles.size() == 2);
    CHECK(needles[0] == doctest::Approx(needles[1]));
}

TEST_CASE("a place without position has no norths") {
    North north;
    north.stage.view.center = {1e12, 1e12};
    CHECK(north.placed().over.empty());
}
