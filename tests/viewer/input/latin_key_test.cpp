// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/latin_key.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace viewer;

namespace {

std::string latin(std::u32string_view typed) {
    std::string keys;
    for (const char32_t character : typed) keys += static_cast<char>(latinKeyOf(character));
    return keys;
}

}  // namespace

TEST_CASE("a letter's Latin key is the one that types it: L, O, G, T, E, K of each layout") {
    CHECK(latin(U"дщпеул") == "logtek");
    CHECK(latin(U"ДЩПЕУЛ") == "LOGTEK");
    CHECK(latin(U"مخلفثن") == "logtek");
    CHECK(latin(U"ךםעאקל") == "logtek");
}

TEST_CASE("digits and signs have their keys under the layouts that type others") {
    CHECK(latin(U"٠١٢٣٤٥٦٧٨٩") == "0123456789");
    CHECK(latin(U"۰۱۹") == "019");
    CHECK(latin(U"әіңғүұқ") == "2345890");
    CHECK(latin(U"ӘӨҺ") == "2-=");
    CHECK(latin(U"،؟") == ",?");
    CHECK(latin(U"бюБЮ") == ",.<>");
}

TEST_CASE("what a Latin keyboard types stays, and so does what no known layout has") {
    CHECK(latin(U"abzAZ019,.<>?+-=/'") == "abzAZ019,.<>?+-=/'");
    CHECK(latinKeyOf(U'é') == U'é');
    CHECK(latinKeyOf(0x4E00) == 0x4E00);
    CHECK(latinKeyOf(0) == 0);
}
