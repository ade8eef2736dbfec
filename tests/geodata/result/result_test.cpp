// SPDX-License-Identifier: Apache-2.0
#include "geodata/result/result.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace geodata;

TEST_CASE("failure makes one sentence of its parts") {
    CHECK(failure("Cannot read", quoted("a.shp"), "it is empty").text == "Cannot read \"a.shp\": it is empty.");
    CHECK(failure("Cannot read", quoted("a"), "no CRS", "Set crs.").text == "Cannot read \"a\": no CRS. Set crs.");
}

TEST_CASE("quoted keeps letters of every script and escapes what would break a line") {
    CHECK(quoted("مرجعيون") == "\"مرجعيون\"");
    CHECK(quoted("a\nb%n##") == "\"a\\x0Ab%n##\"");
    CHECK(quoted("\xE2\x80\xAE"
                 "abc") ==
          "\"\\xE2\\x80\\xAE"
          "abc\"");
}

TEST_CASE("quoted writes bytes that are not UTF-8 as numbers") {
    CHECK(quoted("\xC7\xE1") == "\"\\xC7\\xE1\"");           // CP1256
    CHECK(quoted("\xC0\xAF") == "\"\\xC0\\xAF\"");           // overlong
    CHECK(quoted("\xED\xA0\x80") == "\"\\xED\\xA0\\x80\"");  // surrogate
    CHECK(quoted("\xE2\x82") == "\"\\xE2\\x82\"");           // cut short
}

TEST_CASE("quoted cuts a long text") {
    const std::string text = quoted(std::string(1 << 20, 'x'), 50);
    CHECK(text.size() < 60);
    CHECK(text.find("…") != std::string::npos);
}

TEST_CASE("a result is a value or an error") {
    const Result<int> good = 7;
    const Result<int> bad = Error{"no"};
    CHECK(good);
    CHECK(*good == 7);
    CHECK_FALSE(bad);
    CHECK(bad.error().text == "no");
}

TEST_CASE("quoted keeps whole sequences of three and four bytes at both ends of their ranges") {
    for (const char* text : {"\xE0\xA0\x80", "\xED\x9F\xBF", "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        CHECK(quoted(text) == "\"" + std::string(text) + "\"");
}

TEST_CASE("quoted writes four-byte sequences that are no characters as numbers") {
    CHECK(quoted("\xF0\x8F\xBF\xBF") == "\"\\xF0\\x8F\\xBF\\xBF\"");  // overlong
    CHECK(quoted("\xF4\x90\x80\x80") == "\"\\xF4\\x90\\x80\\x80\"");  // beyond U+10FFFF
    CHECK(quoted("\xF5\x80\x80\x80") == "\"\\xF5\\x80\\x80\\x80\"");  // no first byte
    CHECK(quoted("\xF0\x9F\x98") == "\"\\xF0\\x9F\\x98\"");           // cut short
    CHECK(quoted("\xF0\x9F\x98z") == "\"\\xF0\\x9F\\x98z\"");         // the letter after it stays
}

TEST_CASE("quoted escapes each mark of direction and no neighbour of one") {
    for (const char* mark :
         {"\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9"}) {
        CAPTURE(mark);
        CHECK(quoted(mark).find("\\xE2\\x8") == 1);
    }
    for (const char* plain :
         {"\xE2\x80\x8D", "\xE2\x80\x90", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\xA5", "\xE2\x81\xAA"})
        CHECK(quoted(plain) == "\"" + std::string(plain) + "\"");
}

TEST_CASE("a result gives its value away, and can be changed in place") {
    Result<std::string> text = std::string("roads");
    text->push_back('!');
    CHECK(*text == "roads!");
    const std::string taken = *std::move(text);
    CHECK(taken == "roads!");
}

TEST_CASE("quoted escapes the control characters of both sets, and nothing beside them") {
    CHECK(quoted("a\xC2\x9Bm") == "\"a\\xC2\\x9Bm\"");  // CSI in one character
    CHECK(quoted("\xC2\x80\xC2\x9F") == "\"\\xC2\\x80\\xC2\\x9F\"");
    CHECK(quoted("\x1B[m\x7F") == "\"\\x1B[m\\x7F\"");
    CHECK(quoted("\xC2\xA0\xC2\xB0\xC3\x9B") == "\"\xC2\xA0\xC2\xB0\xC3\x9B\"");
}
