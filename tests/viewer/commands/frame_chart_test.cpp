// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/frame_chart.hpp"

#include <doctest/doctest.h>

using namespace viewer;

TEST_CASE("a chart has a bar for each frame, as high as the frame was long, inside the picture") {
    const auto fonts = layers::FontSet::load({});
    OPSMAP_CHECK(fonts);
    BenchFigures figures;
    figures.frames = {{Leg::world, 10}, {Leg::world, 20}, {Leg::dive, 200}};
    const auto list = frameChart(figures, *fonts, {800, 400});
    std::vector<double> heights;
    for (const auto& item : list.items)
        if (const auto* bar = std::get_if<layers::draw::Area>(&item)) {
            heights.push_back(bar->ring[2].y - bar->ring[1].y);
            for (const auto point : bar->ring)
                CHECK((point.x >= 0 && point.x <= 800 && point.y >= 0 && point.y <= 400));
        }
    REQUIRE(heights.size() == 3);
    CHECK(heights[1] == doctest::Approx(2 * heights[0]));
    CHECK(heights[2] == doctest::Approx(20 * heights[0]));
}
