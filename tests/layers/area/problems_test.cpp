// SPDX-License-Identifier: Apache-2.0
#include "layers/area/problems.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace layers;

TEST_CASE("a problem is a sentence with file, line and column, and its advice") {
    Problems problems("area.toml");
    CHECK(problems.empty());
    problems.add({3, 7}, "unknown key \"colour\"", "Did you mean \"color\"?");
    CHECK_FALSE(problems.empty());
    CHECK(problems.error().text ==
          "Cannot read area file \"area.toml\": line 3, column 7: unknown key \"colour\". Did you mean \"color\"?");
}

TEST_CASE("a problem of the whole file has no line, and the file may be of another kind") {
    Problems problems("settings.toml", "settings");
    problems.add({}, "it is empty");
    CHECK(problems.error().text == "Cannot read settings \"settings.toml\": it is empty.");
}

TEST_CASE("problems come in the file's order, those of one place in the order in which they were found") {
    Problems problems("a.toml");
    problems.add({9, 1}, "third");
    problems.add({2, 5}, "second");
    problems.add({2, 1}, "first");
    problems.add({9, 1}, "fourth");
    const std::string text = problems.error().text;
    CHECK(text.find("first") < text.find("second"));
    CHECK(text.find("second") < text.find("third"));
    CHECK(text.find("third") < text.find("fourth"));
    CHECK(std::ranges::count(text, '\n') == 3);
}

TEST_CASE("ten problems are listed, and of the others it is said how many there are") {
    Problems problems("a.toml");
    for (std::uint32_t line = 1; line <= 13; ++line) problems.add({line, 1}, "wrong");
    CHECK_FALSE(problems.many());
    const std::string text = problems.error().text;
    CHECK(text.find("line 10,") != std::string::npos);
    CHECK(text.find("line 11,") == std::string::npos);
    CHECK(text.ends_with("\n3 more problems of \"a.toml\" are not listed."));
    for (std::uint32_t line = 14; line <= 21; ++line) problems.add({line, 1}, "wrong");
    CHECK(problems.many());
}

TEST_CASE("a file's name cannot break the sentence") {
    Problems problems("a\n\x1b[31m.toml");
    problems.add({1, 1}, "wrong");
    const std::string text = problems.error().text;
    CHECK(text.find('\n') == std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
}
