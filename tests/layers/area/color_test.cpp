// SPDX-License-Identifier: Apache-2.0
#include "layers/area/color.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace layers;

TEST_CASE("parseColor reads the forms of CSS") {
    CHECK(parseColor("#1af") == Rgba{0x11, 0xaa, 0xff, 255});
    CHECK(parseColor("#12ABef") == Rgba{0x12, 0xab, 0xef, 255});
    CHECK(parseColor("#12abef80") == Rgba{0x12, 0xab, 0xef, 0x80});
    CHECK(parseColor("navy") == Rgba{0, 0, 128, 255});
    CHECK(parseColor("none") == Rgba{0, 0, 0, 0});
}

TEST_CASE("parseColor refuses what is no colour") {
    for (const char* text : {"", "#", "#1", "#12", "#1234", "#12345", "#1234567", "#123456789", "#ggg", "#-12",
                             "#+12345", "123456", "Navy", "reed", "rgb(1,2,3)"})
        CHECK_FALSE_MESSAGE(parseColor(text), text);
}

TEST_CASE("colorText and parseColor are a round trip") {
    std::mt19937 random(1);
    const auto byte = [&] { return static_cast<std::uint8_t>(random()); };
    for (int i = 0; i < 1000; ++i) {
        const Rgba color{byte(), byte(), byte(), i % 2 ? byte() : std::uint8_t{255}};
        CHECK(parseColor(colorText(color)) == color);
    }
}
