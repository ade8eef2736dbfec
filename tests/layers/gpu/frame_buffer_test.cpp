// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/frame_buffer.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>

#include "layers/gpu/gl.hpp"
#include "tests/layers/gpu/gl_context.hpp"

using namespace layers;

namespace {

using Rgb = std::array<std::uint8_t, 3>;
constexpr ScreenSize kSize{6, 4};

FrameBuffer made(ScreenSize size = kSize) {
    glContext();
    auto buffer = FrameBuffer::create(size);
    OPSMAP_CHECK(buffer);
    return std::move(*buffer);
}

Rgb colorAt(int x, int y) { return {static_cast<std::uint8_t>(10 * x), static_cast<std::uint8_t>(20 * y), 200}; }

// Every pixel in a colour of its own.
void paint(const FrameBuffer& buffer) {
    buffer.bind();
    glEnable(GL_SCISSOR_TEST);
    for (int y = 0; y < buffer.size().height; ++y)
        for (int x = 0; x < buffer.size().width; ++x) {
            const Rgb color = colorAt(x, y);
            glScissor(x, y, 1, 1);
            glClearColor(color[0] / 255.0f, color[1] / 255.0f, color[2] / 255.0f, 1);
            glClear(GL_COLOR_BUFFER_BIT);
        }
    glDisable(GL_SCISSOR_TEST);
}

Rgb pixel(const FrameBuffer& buffer, int x, int y) {
    const auto row = buffer.readRgb(1, y);
    const auto at = static_cast<std::size_t>(3 * x);
    return {row[at], row[at + 1], row[at + 2]};
}

}  // namespace

TEST_CASE("a frame buffer gives back the pixels that were painted, the upper row first") {
    const FrameBuffer buffer = made();
    paint(buffer);
    const auto all = buffer.readRgb(kSize.height);
    REQUIRE(all.size() == 3 * 6 * 4);
    for (int y = 0; y < kSize.height; ++y)
        for (int x = 0; x < kSize.width; ++x) {
            const auto at = static_cast<std::size_t>(3 * (y * kSize.width + x));
            CHECK(Rgb{all[at], all[at + 1], all[at + 2]} == colorAt(x, y));
        }
    CHECK(pixel(buffer, 2, 3) == colorAt(2, 3));
}

TEST_CASE("a frame buffer that was moved shows its pixels farther right and down, or left and up") {
    for (const auto& [right, down] : {std::pair{2, 1}, std::pair{-3, -2}, std::pair{0, 3}}) {
        CAPTURE(right);
        FrameBuffer buffer = made();
        paint(buffer);
        buffer.bindWithStencil();  // which follows the pixels
        REQUIRE(buffer.move(right, down));
        for (int y = std::max(0, down); y < std::min(kSize.height, kSize.height + down); ++y)
            for (int x = std::max(0, right); x < std::min(kSize.width, kSize.width + right); ++x)
                CHECK(pixel(buffer, x, y) == colorAt(x - right, y - down));
        buffer.bindWithStencil();
        glClearColor(1, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        CHECK(pixel(buffer, 0, 0) == Rgb{255, 0, 0});
    }
}

TEST_CASE("a frame buffer keeps its pixels when its owner changes") {
    FrameBuffer first = made();
    paint(first);
    FrameBuffer second = std::move(first);
    CHECK(pixel(second, 5, 2) == colorAt(5, 2));
    FrameBuffer third = made({1, 1});
    third = std::move(second);
    CHECK(third.size() == kSize);
    CHECK(pixel(third, 5, 2) == colorAt(5, 2));
}

TEST_CASE("a fresh stencil value is none that was given out before, until all were") {
    const FrameBuffer buffer = made();
    buffer.bindWithStencil();
    std::set<int> values;
    for (int i = 0; i < 255; ++i) values.insert(buffer.freshStencilValue());
    CHECK(values.size() == 255);
    CHECK(*values.begin() == 1);
    CHECK(*values.rbegin() == 255);
    CHECK(buffer.freshStencilValue() == 1);
}

TEST_CASE("a buffer larger than the driver can give is refused with its size") {
    glContext();
    const auto buffer = FrameBuffer::create({largestSidePx() + 1, 16});
    REQUIRE_FALSE(buffer);
    CHECK(buffer.error().text.find(std::to_string(largestSidePx() + 1) + "×16") != std::string::npos);
}
