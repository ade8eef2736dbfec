// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/symbol_meaning.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace layers;

namespace {

// Version 10, reality, friend; set, status, headquarters, echelon, entity, two modifiers: APP-6D, table A-I.
std::string code(const std::string& set, const std::string& entity, char identity = '3', char hq = '0') {
    return std::string("100") + identity + set + "0" + hq + "00" + entity + "0000";
}

}  // namespace

TEST_CASE("a land unit is named by its branch") {
    CHECK(functionOf(code("10", "121100")) == "infantry");
    CHECK(functionOf(code("10", "121102")) == "infantry");  // motorized infantry is infantry
    CHECK(functionOf(code("10", "130300")) == "field artillery");
    CHECK(functionOf(code("10", "140700")) == "engineer");
    CHECK(functionOf(code("10", "161300")) == "medical");
    CHECK(functionOf(code("10", "999900")) == "unit");
}

TEST_CASE("what is no land unit is named by its set") {
    const std::map<std::string, std::string> sets{
        {"01", "aircraft"},        {"02", "missile"},   {"05", "spacecraft"},
        {"11", "civilian unit"},   {"15", "equipment"}, {"20", "installation"},
        {"25", "control measure"}, {"30", "ship"},      {"35", "submarine"},
        {"40", "activity"},        {"99", "unit"}};
    for (const auto& [set, words] : sets) CHECK(functionOf(code(set, "110000")) == words);
}

TEST_CASE("letters, short codes and other texts are units of which nothing more is known") {
    for (const char* text : {"", "SFGPUCI----E---", "1003100016121100000", "100310001612110000X0"})
        CHECK(functionOf(text) == "unit");
}

TEST_CASE("thirty digits are read as their first twenty") {
    CHECK(functionOf(code("10", "121100") + "0000000398") == "infantry");
    CHECK(isMultinational("100310001612110039000000000398") == isMultinational("10031000161211003900"));
}

TEST_CASE("an affiliation comes from either kind of code") {
    const std::map<char, std::string> digits{{'0', "unknown"}, {'1', "unknown"}, {'2', "friend"},  {'3', "friend"},
                                             {'4', "neutral"}, {'5', "hostile"}, {'6', "hostile"}, {'7', ""}};
    for (const auto& [digit, words] : digits) CHECK(affiliationOf(code("10", "121100", digit)) == words);
    const std::map<char, std::string> letters{{'P', "unknown"}, {'U', "unknown"}, {'A', "friend"},  {'F', "friend"},
                                              {'N', "neutral"}, {'S', "hostile"}, {'H', "hostile"}, {'O', ""}};
    for (const auto& [letter, words] : letters)
        CHECK(affiliationOf(std::string("S") + letter + "GPUCI----E---") == words);
    CHECK(affiliationOf("SF").empty());
    CHECK(affiliationOf("").empty());
}

TEST_CASE("a headquarters is told by its digit or its letter") {
    for (const char digit : {'2', '3', '6', '7'}) CHECK(isHeadquarters(code("10", "121100", '3', digit)));
    for (const char digit : {'0', '1', '4', '5'}) CHECK_FALSE(isHeadquarters(code("10", "121100", '3', digit)));
    for (const char letter : {'A', 'B', 'C', 'D'}) CHECK(isHeadquarters(std::string("SFGPUCI---") + letter + "E---"));
    for (const char letter : {'-', 'E', 'F', 'G'})
        CHECK_FALSE(isHeadquarters(std::string("SFGPUCI---") + letter + "E---"));
    CHECK_FALSE(isHeadquarters("SFGPUCI---"));
    CHECK_FALSE(isHeadquarters(""));
}

TEST_CASE("only a land unit's first modifier 39 makes it multinational") {
    CHECK(isMultinational("10031000161211003900"));
    CHECK_FALSE(isMultinational("10031000161211000039"));
    CHECK_FALSE(isMultinational("10032000161211003900"));
    CHECK_FALSE(isMultinational("SFGPUCI----E---"));
}

TEST_CASE("a control measure is told by its set or its scheme") {
    CHECK(isControlMeasure("10032500001101000000"));
    CHECK(isControlMeasure("100325000011010000000000000398"));
    CHECK(isControlMeasure("GFGPGLP--------"));
    for (const char* other : {"10031000161211040000", "SFGPUCI----F---", "GFGPGLP", "", "10032500001101"})
        CHECK_FALSE(isControlMeasure(other));
}
