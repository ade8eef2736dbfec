// SPDX-License-Identifier: Apache-2.0
#include "geodata/result/result.hpp"

#include <doctest/doctest.h>

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

TEST_CASE("quoted escapes the control characters of both sets, and nothing beside them") {
    CHECK(quoted("a\xC2\x9Bm") == "\"a\\xC2\\x9Bm\"");  // CSI in one character
    CHECK(quoted("\xC2\x80\xC2\x9F") == "\"\\xC2\\x80\\xC2\\x9F\"");
    CHECK(quoted("\x1B[m\x7F") == "\"\\x1B[m\\x7F\"");
    CHECK(quoted("\xC2\xA0\xC2\xB0\xC3\x9B") == "\"\xC2\xA0\xC2\xB0\xC3\x9B\"");
}
