// SPDX-License-Identifier: Apache-2.0
#include "layers/model/document.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("a layer is found by its id, as it is written") {
    Document document;
    for (const char* id : {"a", "b", "a"}) {
        document.layers.emplace_back();
        document.layers.back().id = id;
    }
    CHECK(document.layer("a") == document.layers.data());  // the first of two
    CHECK(document.layer("b") == &document.layers[1]);
    CHECK(document.layer("A") == nullptr);
    CHECK(document.layer("") == nullptr);
}

TEST_CASE("a background is #rrggbb, and white where the text is none") {
    Document document;
    document.background = "#dfe9f2";
    CHECK(document.backgroundColor() == Rgba{0xdf, 0xe9, 0xf2, 255});
    document.background = "#000000";
    CHECK(document.backgroundColor() == Rgba{0, 0, 0, 255});
    for (const char* text : {"", "#fff", "dfe9f2a", "#dfe9f2ff"}) {
        document.background = text;
        CHECK(document.backgroundColor() == Rgba{255, 255, 255, 255});
    }
}
