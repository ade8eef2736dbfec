// SPDX-License-Identifier: Apache-2.0
#include "layers/model/picture_frame.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace layers;

namespace {

const ScreenSize kWindow{1920, 1080};

Stage stageAt(double mPerPx) {
    Stage stage;
    stage.view = {{700'000, 3'700'000}, mPerPx, kWindow};
    return stage;
}

}  // namespace

TEST_CASE("a frame's size is its pixels, its sheet at its dots per inch, or its aspect, else that of the window") {
    CHECK(*sizeOf({}, kWindow) == kWindow);
    CHECK(*sizeOf({.size = ScreenSize{3840, 2160}}, kWindow) == ScreenSize{3840, 2160});
    CHECK(*sizeOf({.paper = "A3"}, kWindow) == ScreenSize{4961, 3508});
    CHECK(*sizeOf({.paper = "A4", .portrait = true, .dpi = 150}, kWindow) == ScreenSize{1240, 1754});
    CHECK(*sizeOf({.aspect = "16:9"}, kWindow) == ScreenSize{3840, 2160});
    CHECK(*sizeOf({.aspect = "4:3", .portrait = true}, kWindow) == ScreenSize{2160, 2880});
    CHECK(*sizeOf({.aspect = "1:1"}, kWindow) == ScreenSize{2160, 2160});
    CHECK(sizeOf({.paper = "A0", .dpi = 600}, kWindow).error().text.find("each side must have 16 to 16384 pixels") !=
          std::string::npos);
}

TEST_CASE("a frame of another shape shows all that the view shows, about the same middle") {
    const Stage stage = stageAt(50);
    const Stage square = framed(stage, {}, {1000, 1000});
    const MapBox was = stage.view.box(), is = square.view.box();
    CHECK(square.view.center == stage.view.center);
    CHECK(is.min.x <= was.min.x + 1e-6);
    CHECK(is.min.y < was.min.y);
    CHECK(is.max.x >= was.max.x - 1e-6);
    CHECK(framed(stage, {}, kWindow).view == stage.view);
}

TEST_CASE("a scale is true on paper: 1:50 000 on A3 at 300 dpi") {
    const PictureFrame frame{.paper = "A3", .scale = 50'000};
    const Stage stage = framed(stageAt(50), frame, *sizeOf(frame, kWindow));
    CHECK(stage.dpi == 300);
    CHECK(std::abs(stage.scale() - 50'000) < 1e-6);
    CHECK(std::abs(stage.view.box().width() - 0.420 * 50'000) <
          50'000 * 0.0254 / 300);  // metres on the ground, to the pixel
    CHECK(stage.view.center == stageAt(50).view.center);
}

TEST_CASE("a round scale is the next rounder one that still shows all") {
    CHECK(rounderScale(1) == 1);
    CHECK(rounderScale(143'201) == 150'000);
    CHECK(rounderScale(150'000) == 150'000);
    CHECK(rounderScale(7'600) == 10'000);
    CHECK(std::isnan(rounderScale(std::nan(""))));
    const PictureFrame frame{.paper = "A3", .roundScale = true};
    const Stage stage = stageAt(47), sheet = framed(stage, frame, *sizeOf(frame, kWindow));
    CHECK(std::abs(sheet.scale() - rounderScale(sheet.scale())) < 1e-3);
    CHECK(sheet.view.box().width() >= stage.view.box().width());
    CHECK(sheet.view.box().height() >= stage.view.box().height());
}

TEST_CASE("an extent of the frame stands in the view's place") {
    const MapBox extent{{0, 0}, {4000, 1000}};
    const Stage stage = framed(stageAt(50), {}, {400, 400}, extent);
    CHECK(stage.view.center == MapPoint{2000, 500});
    CHECK(stage.view.mPerPx == doctest::Approx(10));
}

TEST_CASE("what is said later of a frame wins, a size whole") {
    const PictureFrame sheet{.paper = "A3", .portrait = true, .dpi = 300, .scale = 50'000};
    const PictureFrame screen = overlaid(sheet, {.size = ScreenSize{800, 600}});
    CHECK(*sizeOf(screen, kWindow) == ScreenSize{800, 600});
    CHECK(dpiOf(screen) == 0);
    CHECK(overlaid(sheet, {.dpi = 150}) == PictureFrame{.paper = "A3", .portrait = true, .dpi = 150, .scale = 50'000});
    CHECK(overlaid(sheet, {.roundScale = true}) ==
          PictureFrame{.paper = "A3", .portrait = true, .dpi = 300, .roundScale = true});
    const geodata::LonLatBox extent{35, 33, 36, 34};
    CHECK_FALSE(overlaid(sheet, {.extent = extent}).scale);
    CHECK(overlaid(sheet, {}) == sheet);
}
