// SPDX-License-Identifier: Apache-2.0
// The plate with the small map: where the view's frame is in it.
#include "layers/scene/marginalia/locator_plate.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

constexpr Rgba kLand{200, 210, 190, 255}, kBorder{90, 90, 90, 255};

struct Located : Framed {
    Located() {
        stage.view = {{6e5, 45e4}, 50, {1920, 1080}};  // 96 km × 54 km
        // A region as wide and high as the plate: 1200 km × 900 km.
        map.region = {{0, 0}, {12e5, 9e5}};
        map.shapes = {{{{0, 0}, {6e5, 0}, {6e5, 9e5}, {0, 9e5}}, kLand, true}, {{{0, 45e4}, {12e5, 45e4}}, kBorder}};
    }
    PlacedMarginalia placed() {
        content.locator = std::make_shared<const LocatorMap>(map);
        PlacedMarginalia out{{}, {}, {}, {}, MarginaliaLayout(stage.view.size, 10, 5), 0};
        addLocator(out, {document, stage, &math, fonts.front(), content, grids});
        return out;
    }
    // The view's frame, the last line.
    static ScreenRect frameOf(const PlacedMarginalia& out) {
        REQUIRE(!out.over.empty());
        const auto* frame = std::get_if<draw::Polyline>(&out.over.back());
        REQUIRE(frame != nullptr);
        return {frame->points[0].x, frame->points[0].y, frame->points[2].x, frame->points[2].y};
    }
    LocatorMap map;
    GridLines grids;
};

}  // namespace

TEST_CASE("the frame in the small map is as large a share of it as the view is of its region") {
    Located located;
    located.stage.view.mPerPx = 200;  // 384 km × 216 km of 1200 km × 900 km
    const PlacedMarginalia out = located.placed();
    REQUIRE(out.keepOut.size() == 1);
    const ScreenRect plate = out.keepOut[0], frame = Located::frameOf(out);
    const double shownPx = kLocatorWidthPt * 4 / 3;
    CHECK(frame.width() == doctest::Approx(shownPx * 384 / 1200).epsilon(0.01));
    CHECK(frame.height() == doctest::Approx(shownPx * 216 / 1200).epsilon(0.01));
    CHECK((frame.left + frame.right) / 2 == doctest::Approx((plate.left + plate.right) / 2).epsilon(0.005));
    CHECK((frame.top + frame.bottom) / 2 == doctest::Approx((plate.top + plate.bottom) / 2).epsilon(0.005));
}

TEST_CASE("the frame moves as the view does: east to the right, north upwards") {
    Located located;
    const ScreenRect before = Located::frameOf(located.placed());
    located.stage.view.center.x += 3e5;
    located.stage.view.center.y += 2e5;
    const ScreenRect after = Located::frameOf(located.placed());
    const double pxPerM = kLocatorWidthPt * 4 / 3 / 12e5;
    CHECK(after.left - before.left == doctest::Approx(3e5 * pxPerM).epsilon(0.01));
    CHECK(before.top - after.top == doctest::Approx(2e5 * pxPerM).epsilon(0.01));
    CHECK(after.width() == doctest::Approx(before.width()));
}

TEST_CASE("a view that is tiny on the small map has a frame that can be found") {
    Located located;
    located.stage.view.mPerPx = 0.5;
    const ScreenRect frame = Located::frameOf(located.placed());
    CHECK(frame.width() == doctest::Approx(5 * 4.0 / 3));
    CHECK(frame.height() == doctest::Approx(5 * 4.0 / 3));
}

TEST_CASE("land and borders are in their colours, on the map's own background") {
    Located located;
    located.document.background = "#cfe2f3";
    const PlacedMarginalia out = located.placed();
    std::vector<Rgba> areas;
    std::ptrdiff_t borders = 0;
    for (const DrawItem& item : out.over) {
        if (const auto* area = std::get_if<draw::Area>(&item)) areas.push_back(area->color);
        if (const auto* line = std::get_if<draw::Polyline>(&item); line != nullptr && line->paint.color == kBorder) {
            ++borders;
            CHECK_FALSE(line->closed);
            CHECK(line->points[0].y == line->points[1].y);
            CHECK(line->paint.widthPx >= 1);
        }
    }
    REQUIRE(areas.size() == 3);  // the plate, the sea, the land
    CHECK(areas[1] == Rgba{0xcf, 0xe2, 0xf3, 255});
    CHECK(areas[2] == kLand);
    CHECK(borders == 1);
}

TEST_CASE("what is drawn of the small map stays on its plate") {
    Located located;
    for (const double x : {1e5, 6e5, 11e5}) {
        located.stage.view.center = {x, 45e4};
        const PlacedMarginalia out = located.placed();
        const ScreenRect plate = out.keepOut[0];
        for (const DrawItem& item : out.over)
            if (const auto* line = std::get_if<draw::Polyline>(&item))
                for (const ScreenPoint p : line->points) CHECK(grown(plate, 0.5).contains(p));
    }
}

TEST_CASE("without a small map, or with an empty one, there is no plate") {
    Located located;
    located.map.shapes.clear();
    CHECK(located.placed().over.empty());
    PlacedMarginalia out{{}, {}, {}, {}, MarginaliaLayout(located.stage.view.size, 10, 5), 0};
    located.content.locator = nullptr;
    addLocator(out,
               {located.document, located.stage, &located.math, located.fonts.front(), located.content, located.grids});
    CHECK(out.over.empty());
    CHECK(out.keepOut.empty());
}
