// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/visual_text.hpp"

#include <doctest/doctest.h>

using namespace viewer;

TEST_CASE("Arabic is joined and put into the order in which it stands") {
    CHECK(visualText("صور") == "\uFEAD\uFEEE\uFEBB");  // reh, waw, sad: the first letter stands rightmost
    CHECK(visualText("Tyre صور") == "Tyre \uFEAD\uFEEE\uFEBB");
}

TEST_CASE("texts without such letters stay as they are") {
    for (const char* text : {"", "Naqoura", "Größe · Қазақстан", "100 % ##", "…"}) CHECK(visualText(text) == text);
    CHECK_FALSE(readsFromRight("Қазақстан 平和"));
    CHECK(readsFromRight("x صور"));
}

TEST_CASE("lines break at blanks and a word too wide stands alone") {
    const TextWidth oneEach = [](std::string_view text) { return static_cast<float>(text.size()); };
    using Lines = std::vector<std::string>;
    CHECK(wrappedLines("aa bb cc", 5, oneEach) == Lines{"aa bb", "cc"});
    CHECK(wrappedLines("a bbbbbbbb c", 3, oneEach) == Lines{"a", "bbbbbbbb", "c"});
    CHECK(wrappedLines("", 3, oneEach) == Lines{""});
}
