// SPDX-License-Identifier: Apache-2.0
#include "layers/text/visual_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace layers;

namespace {

std::u32string drawn(std::u32string_view text) {
    std::u32string characters;
    for (const VisualCharacter& c : visualOrder(text)) characters += c.character;
    return characters;
}

}  // namespace

TEST_CASE("visual order joins Arabic letters and lets the last one stand first") {
    // Tyre: sad initial, waw final, reh alone (waw joins nothing after it); from the left it is reh, waw, sad.
    CHECK(drawn(U"صور") == U"\uFEAD\uFEEE\uFEBB");
    CHECK(drawn(U"Tyre") == U"Tyre");
    CHECK(drawn(U"").empty());
}

TEST_CASE("visual order keeps the order of Latin letters and digits inside Arabic") {
    CHECK(drawn(U"Sur صور") == U"Sur \uFEAD\uFEEE\uFEBB");
    CHECK(drawn(U"صور Sur") == U"Sur \uFEAD\uFEEE\uFEBB");  // Arabic first: it stands at the right
    CHECK(drawn(U"صور 131") == U"131 \uFEAD\uFEEE\uFEBB");
    CHECK(drawn(U"אב 12") == U"12 בא");
}

TEST_CASE("visual order mirrors brackets in right-to-left text") {
    CHECK(drawn(U"(صور)") == U"(\uFEAD\uFEEE\uFEBB)");
    CHECK(drawn(U"ص (ر") == U"\uFEAD) \uFEB9");
}

TEST_CASE("lam and alef become one ligature and leave no filler") {
    CHECK(drawn(U"لا") == U"\uFEFB");
    CHECK(visualOrder(U"لا").front().cursive);
}

TEST_CASE("each character drawn knows which it stands for") {
    const std::vector<VisualCharacter> tyre = visualOrder(U"صور");
    REQUIRE(tyre.size() == 3);
    CHECK(tyre[0].read == U'ر');
    CHECK(tyre[2].read == U'ص');
    const std::vector<VisualCharacter> ligature =
        visualOrder(U"سلام");  // seen, lam with alef, meem; from the left meem first
    REQUIRE(ligature.size() == 3);
    CHECK(ligature[1].read == U'\uFEFC');
    CHECK(ligature[0].read == U'م');
}

TEST_CASE("a non-joiner parts two letters and is not drawn") {
    CHECK(drawn(U"\u0628\u0628") == U"\uFE90\uFE91");
    CHECK(drawn(U"\u0628\u200C\u0628") == U"\uFE8F\uFE8F");
}

TEST_CASE("a mark follows its letter in either direction") {
    const std::vector<VisualCharacter> latin = visualOrder(U"e\u0301a");
    REQUIRE(latin.size() == 3);
    CHECK(latin[1] == VisualCharacter{0x301, true, false, 0x301});
    const std::vector<VisualCharacter> arabic = visualOrder(U"\u0628\u064E\u0631");  // beh, fatha, reh
    REQUIRE(arabic.size() == 3);
    CHECK(arabic[1].character == 0xFE91);
    CHECK(arabic[2] == VisualCharacter{0x64E, true, false, 0x64E});
}

TEST_CASE("visual order of anything loses no letter but to ligatures") {
    std::mt19937 random(2);
    const std::u32string alphabet = U"ab1 ()صورבא-.\u0301\u064E٣ж";
    std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
    for (int round = 0; round < 300; ++round) {
        std::u32string text;
        for (int i = 0; i < 40; ++i) text += alphabet[pick(random)];
        const std::u32string visual = drawn(text);
        CHECK(visual.size() == text.size());  // the alphabet holds no alef, so no ligature
        CHECK(std::count(visual.begin(), visual.end(), U'a') == std::count(text.begin(), text.end(), U'a'));
    }
}
