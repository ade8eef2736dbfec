// SPDX-License-Identifier: Apache-2.0
#include "layers/text/readable_characters.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace layers;

namespace {

std::u32string read(std::string_view utf8) { return readableCharacters(utf8, 100); }

}  // namespace

TEST_CASE("readable characters are those of the text") {
    CHECK(read("Sur صور €😀") == U"Sur صور €😀");
    CHECK(read("").empty());
}

TEST_CASE("bytes that are not UTF-8 become one replacement each") {
    CHECK(read("a\xFF"
               "b") == U"a\uFFFDb");
    CHECK(read("\xC0\xAF") == U"\uFFFD\uFFFD");            // overlong
    CHECK(read("\xE0\x80\xAF").size() == 3);               // overlong, of three bytes
    CHECK(read("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // a surrogate
    CHECK(read("\xF4\x90\x80\x80").size() == 4);           // beyond U+10FFFF
    CHECK(read("\xE2\x82") == U"\uFFFD\uFFFD");            // cut off
    CHECK(read("\xE2\x82"
               "a") == U"\uFFFD\uFFFDa");            // what follows is read again
    CHECK(read("caf\xE9 bar") == U"caf\uFFFD bar");  // Latin-1
}

TEST_CASE("control and direction characters go and line breaks become spaces") {
    using namespace std::string_view_literals;
    CHECK(read("a\0b\x01\x7F"
               "c"sv) == U"abc");
    CHECK(read("\u202Ea\u2066b\u200F\uFEFF\u200Bc\u00ADd") == U"abcd");
    CHECK(read("one\r\ntwo\tthree\u2028four") == U"one two three four");
    CHECK(read("می\u200Cخواهم").size() == 8);  // the non-joiner stays
}

TEST_CASE("no text gives more characters than the limit") {
    CHECK(read(std::string(1'000'000, 'x')).size() == 100);
    CHECK(read(std::string(1'000'000, '\x01')).empty());
    std::mt19937 random(1);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (int i = 0; i < 200; ++i) bytes += static_cast<char>(byte(random));
        const std::u32string characters = read(bytes);
        CHECK(characters.size() <= 100);
        for (const char32_t c : characters) CHECK((c >= 0x20 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)));
    }
}
