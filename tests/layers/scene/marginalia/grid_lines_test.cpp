// SPDX-License-Identifier: Apache-2.0
// Lines that are kept while the view moves, and names of squares that stand in every view.
#include "layers/scene/marginalia/grid_lines.hpp"

#include <doctest/doctest.h>

#include <random>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

TEST_CASE(
    "panning and zooming make the lines again only where they leave them, and the same view always has the same") {
    FullFrame frame;
    GridLines grids;
    const auto& math = frame.math;
    const auto linesAt = [&](GridLines& of, MapPoint center, double mPerPx) {
        frame.stage.view.center = center;
        frame.stage.view.mPerPx = mPerPx;
        return of.graticule({frame.stage.view.box(), mPerPx, 200}, math, "EPSG:32636").size() +
               of.metric({frame.stage.view.box(), mPerPx, 40}, math, "EPSG:32636").lines.size();
    };
    const MapPoint start = math.toMap({35.3, 33.2});
    for (int i = 0; i < 200; ++i) {  // two pictures' widths in all, by no round number
        const MapPoint at{start.x + i * 480.0123, start.y + i * 0.77};
        GridLines fresh;
        CHECK(linesAt(grids, at, 25) == linesAt(fresh, at, 25));
    }
    CHECK(grids.computed() <= 24);  // of 400
    const std::size_t before = grids.computed();
    for (int i = 0; i < 60; ++i) linesAt(grids, start, 16.5 * std::exp2(i / 64.0));  // nearly an octave
    CHECK(grids.computed() - before <= 12);  // of 120: where the box or a step changes
}

TEST_CASE("another coordinate system has other lines") {
    FullFrame frame;
    GridLines grids;
    const geodata::GridRequest request{frame.stage.view.box(), 25, 200};
    grids.graticule(request, frame.math, "EPSG:32636");
    grids.graticule(request, frame.math, "EPSG:32637");
    CHECK(grids.computed() == 2);
}

TEST_CASE("every window shows the name of a square, plates in its middle or not") {
    FullFrame frame;
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(33, 38.9), lat(20, 45), zoom(0.5, 9);
    for (int i = 0; i < 60; ++i) {
        frame.show(i % 2 == 0 ? ScreenSize{1920, 1080} : ScreenSize{1280, 720});
        frame.stage.view.center = frame.math.toMap({lon(random), lat(random)});
        frame.stage.view.mPerPx = std::exp2(zoom(random));
        const PlacedMarginalia decoration = frame.placedMarginalia();
        const auto names = std::ranges::count_if(
            decoration.under, [](const DrawItem& item) { return std::holds_alternative<draw::Text>(item); });
        CAPTURE(frame.stage.view.mPerPx);
        CHECK(names >= 2);  // a zone's and a square's
    }
}

TEST_CASE("a frame of panning asks the projection for steps, scale and north alone") {
    FullFrame frame;
    std::size_t asked = 0;
    const geodata::MapMath& math = frame.math;
    const geodata::MapMath counting{[&](geodata::LonLat p) { return ++asked, math.toMap(p); },
                                    [&](MapPoint p) { return ++asked, math.toLonLat(p); }};
    for (const GridKind kind : {GridKind::geo, GridKind::mgrs}) {
        GridLines grids;
        frame.stage.gridKind = kind;
        const auto asks = [&] {
            asked = 0;
            layOutMarginalia({frame.document, frame.stage, &counting, frame.fonts.front(), frame.content, grids});
            return asked;
        };
        const std::size_t first = asks();
        CHECK(first > 1000);
        frame.stage.view.center.x += 8 * frame.stage.view.mPerPx;
        CHECK(asks() < first / 6);
    }
}
