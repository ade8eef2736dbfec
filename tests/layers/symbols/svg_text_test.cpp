// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/svg_text.hpp"

#include <doctest/doctest.h>

using layers::normalisedSvg;

TEST_CASE("a text's dominant baseline becomes an offset of half Arial's x-height") {
    CHECK(normalisedSvg(R"(<svg><text x="1" y="10" font-size="100" dominant-baseline="middle" >MN</text></svg>)") ==
          R"(<svg><text x="1" y="35.950" font-size="100" >MN</text></svg>)");
}

TEST_CASE("the order of attributes does not matter, and Arial becomes a font that is there") {
    CHECK(normalisedSvg(R"(<text dominant-baseline="middle" font-family="Arial" y="0" font-size="20">A</text>)") ==
          R"(<text font-family="Noto Sans" y="5.190" font-size="20">A</text>)");
}

TEST_CASE("what is no text is left alone") {
    CHECK(normalisedSvg("") == "");
    CHECK(normalisedSvg(R"(<path d="M0,0" dominant-baseline="middle"/>)") ==
          R"(<path d="M0,0" dominant-baseline="middle"/>)");
    CHECK(normalisedSvg("<text") == "<text");
    CHECK(normalisedSvg(R"(<text y="1" dominant-baseline="auto">)") == R"(<text y="1">)");
}
