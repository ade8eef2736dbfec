// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/cairo_shapes.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace layers;

namespace {

constexpr int kSide = 100;
constexpr Rgba kRed{255, 0, 0, 255}, kHalfRed{255, 0, 0, 128};

// What is drawn on white; asked for by pixel.
class RetainedFrame {
public:
    explicit RetainedFrame(const std::function<void(cairo_t*)>& draw)
        : m_surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kSide, kSide)) {
        const Cairo cairo(cairo_create(m_surface.get()));
        cairo_set_source_rgb(cairo.get(), 1, 1, 1);
        cairo_paint(cairo.get());
        draw(cairo.get());
        CHECK(cairo_status(cairo.get()) == CAIRO_STATUS_SUCCESS);
        cairo_surface_flush(m_surface.get());
    }
    int green(int x, int y) const {  // 255 white, 0 red, 127 half red
        return cairo_image_surface_get_data(
            m_surface.get())[y * cairo_image_surface_get_stride(m_surface.get()) + x * 4 + 1];
    }

private:
    CairoSurface m_surface;
};

std::vector<ScreenPoint> square(double left, double top, double side) {
    return {{left, top}, {left + side, top}, {left + side, top + side}, {left, top + side}};
}

LayerShapes twoOverlapping() {
    return {{{square(10, 10, 50)}, {square(40, 10, 50)}},
            {{square(10, 10, 50), 0, true}, {square(40, 10, 50), 0, true}},
            {}};
}

}  // namespace

TEST_CASE("a translucent layer is laid down once where its areas overlap") {
    const RetainedFrame canvas(
        [](cairo_t* cairo) { fillAreas(cairo, twoOverlapping(), {.color = kHalfRed, .anchorPx = {}}); });
    CHECK(canvas.green(20, 30) == doctest::Approx(127).epsilon(0.02));
    CHECK(canvas.green(50, 30) == canvas.green(20, 30));
    CHECK(canvas.green(50, 80) == 255);
}

TEST_CASE("translucent lines too") {
    const RetainedFrame canvas([](cairo_t* cairo) { strokeLines(cairo, twoOverlapping(), {kHalfRed, 6, {}}, {}); });
    CHECK(canvas.green(40, 10) == canvas.green(25, 10));  // where the second area's corner lies on the first's edge
}

TEST_CASE("a hole stays empty") {
    const RetainedFrame canvas([](cairo_t* cairo) {
        fillAreas(cairo, {{{square(10, 10, 80), square(40, 40, 20)}}, {}, {}}, {.color = kRed, .anchorPx = {}});
    });
    CHECK(canvas.green(20, 20) == 0);
    CHECK(canvas.green(50, 50) == 255);
}

TEST_CASE("a hatch runs up to the right, stays inside its area and stands still with the map") {
    const FillPaint paint{
        .color = kRed, .hatch = Hatch::diagonal, .spacingPx = 14.142135, .widthPx = 3, .anchorPx = {50, 50}};
    const RetainedFrame canvas([&](cairo_t* cairo) { fillAreas(cairo, {{{square(20, 20, 60)}}, {}, {}}, paint); });
    // Lines where x + y = 100 + 10 + 20 n: by the shader's rule, half a spacing from the anchor.
    CHECK(canvas.green(55, 55) < 40);
    CHECK(canvas.green(65, 45) < 40);
    CHECK(canvas.green(45, 65) < 40);
    CHECK(canvas.green(60, 60) > 200);
    CHECK(canvas.green(90, 20) == 255);
    const RetainedFrame other([&](cairo_t* cairo) {
        FillPaint moved = paint;
        moved.anchorPx = {60, 50};
        fillAreas(cairo, {{{square(20, 20, 60)}}, {}, {}}, moved);
    });
    CHECK(other.green(60, 60) < 40);
}

TEST_CASE("dashes count from the line's own start") {
    const LayerShapes cut{{}, {{{{0, 50}, {100, 50}}, 15, false}}, {}};  // 15 px of it lie outside the picture
    const RetainedFrame canvas([&](cairo_t* cairo) { strokeLines(cairo, cut, {kRed, 4, {20, 10}}, {}); });
    CHECK(canvas.green(2, 50) == 0);     // 17: on the first dash
    CHECK(canvas.green(10, 50) == 255);  // 25: in the gap
    CHECK(canvas.green(20, 50) == 0);    // 35: on the second
}

TEST_CASE("a marker has its rim and its shape") {
    for (const Marker shape : {Marker::circle, Marker::square, Marker::triangle, Marker::diamond}) {
        const RetainedFrame canvas(
            [&](cairo_t* cairo) { drawMarkers(cairo, {{50, 50}}, {shape, 20, 4, kRed, {0, 120, 0, 255}}); });
        CAPTURE(static_cast<int>(shape));
        CHECK(canvas.green(50, 50) == 0);
        CHECK(canvas.green(50, 80) == 255);
        CHECK((canvas.green(65, 35) == 255) ==
              (shape == Marker::triangle || shape == Marker::diamond || shape == Marker::circle));
    }
    const RetainedFrame circle(
        [](cairo_t* cairo) { drawMarkers(cairo, {{50, 50}}, {Marker::circle, 20, 4, kRed, {0, 120, 0, 255}}); });
    CHECK(circle.green(50, 68) == 120);
    const RetainedFrame triangle(
        [](cairo_t* cairo) { drawMarkers(cairo, {{50, 50}}, {Marker::triangle, 20, 0, kRed, kRed}); });
    CHECK(triangle.green(50, 30) == 0);    // its point is up, 24 px high
    CHECK(triangle.green(50, 65) == 255);  // its foot 12 px low
}
