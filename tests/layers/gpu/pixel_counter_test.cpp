// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/pixel_counter.hpp"

#include <doctest/doctest.h>

#include "layers/gpu/painter.hpp"
#include "tests/layers/gpu/gl_context.hpp"

using namespace layers;

TEST_CASE("a pixel counter counts each pixel as often as it is painted, and not what a clip hides") {
    glContext();
    const auto painter = Painter::create({});
    OPSMAP_CHECK(painter);
    const auto buffer = FrameBuffer::create({40, 30});
    OPSMAP_CHECK(buffer);
    (*painter)->begin(*buffer, 0, {255, 255, 255, 255}, PixelRect{.left = 0, .top = 0, .right = 40, .bottom = 20});
    PixelCounter counter;
    (*painter)->cover({0, 0, 10, 10}, {255, 0, 0, 255});
    (*painter)->cover({5, 5, 15, 15}, {0, 0, 255, 128});
    (*painter)->cover({30, 10, 40, 30}, {0, 0, 255, 255});  // half of it outside the part
    CHECK(counter.finish() == 300);
    (*painter)->end();
}
