// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/json_text.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>

#include "geodata/store/store_format.hpp"

using viewer::jsonNumber;
using viewer::jsonString;

TEST_CASE("jsonString escapes what JSON demands and nothing else") {
    CHECK(jsonString("Bint Jbeil") == "\"Bint Jbeil\"");
    CHECK(jsonString("a\"b\\c\n\x01/") == R"("a\"b\\c\u000a\u0001/")");
    CHECK(jsonString("بيروت ≤ 😀") == "\"بيروت ≤ 😀\"");
    CHECK(jsonString(std::string_view("a\0b", 3)) == R"("a\u0000b")");
    CHECK(jsonString("a\xFF\xC3") == "\"a\uFFFD\uFFFD\"");
    CHECK(jsonString("") == "\"\"");
}

TEST_CASE("jsonString of any bytes is UTF-8 without bare control characters or quotes") {
    std::mt19937 random(2);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes;
        for (std::size_t n = random() % 20; n > 0; --n) bytes += static_cast<char>(random());
        const std::string json = jsonString(bytes);
        CHECK(geodata::isUtf8(json));
        for (std::size_t at = 1; at + 1 < json.size(); ++at) {
            CHECK(static_cast<unsigned char>(json[at]) >= 0x20);
            CHECK(json[at] != '"');
            if (json[at] == '\\') ++at;
        }
    }
}

TEST_CASE("jsonNumber writes no number that JSON lacks") {
    CHECK(jsonNumber(35.1) == "35.1");
    CHECK(jsonNumber(-180) == "-180");
    CHECK(jsonNumber(1e300) == "1e+300");
    CHECK(jsonNumber(std::numeric_limits<double>::quiet_NaN()) == "null");
    CHECK(jsonNumber(std::numeric_limits<double>::infinity()) == "null");
}
