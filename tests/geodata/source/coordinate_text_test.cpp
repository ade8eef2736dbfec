// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/coordinate_text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <random>

using namespace geodata;

namespace {

// The one number as our parser reads it; none: it refuses it.
std::optional<double> ours(const std::string& number) {
    const auto read = coordinatesOf("[" + number + ",0]");
    return read ? std::optional(read->points.at(0).x) : std::nullopt;
}

bool isNearestDouble(const std::string& number) {
    const auto read = ours(number);
    return read &&
           std::bit_cast<std::uint64_t>(*read) == std::bit_cast<std::uint64_t>(std::strtod(number.c_str(), nullptr));
}

std::string digitsOf(std::mt19937& random, int count) {
    std::string digits;
    while (count-- > 0) digits += static_cast<char>('0' + random() % 10);
    return digits;
}

}  // namespace

TEST_CASE("coordinates are parsed to points, lists and polygons") {
    const auto read = coordinatesOf("[[[[1,2],[3 , 4.5]],\n[[5,-6]]],[[[7,8]]]]");
    REQUIRE(read);
    CHECK(read->depth == 4);
    CHECK(read->points == std::vector<MapPoint>{{1, 2}, {3, 4.5}, {5, -6}, {7, 8}});
    CHECK(read->listEnds == std::vector<std::uint32_t>{2, 3, 4});
    CHECK(read->polygonEnds == std::vector<std::uint32_t>{2, 3});
    CHECK_FALSE(read->heights);
    CHECK(coordinatesOf("[[1,2,3],[4,5]]")->heights);
    CHECK(coordinatesOf(" [1,2]") == std::nullopt);
}

TEST_CASE("numbers are the nearest doubles, bit for bit") {
    std::mt19937 random(1);
    for (int i = 0; i < 200'000; ++i) {
        std::string number =
            (random() % 3 == 0 ? "-" : "") +
            (random() % 4 == 0 ? std::string("0")
                               : std::to_string(1 + random() % 9) + digitsOf(random, static_cast<int>(random() % 8)));
        if (random() % 20 == 0) number += digitsOf(random, static_cast<int>(random() % 25));
        if (number.size() > 1 && number[number[0] == '-'] == '0') number.resize(1 + (number[0] == '-'));
        if (random() % 8 > 0)
            number += "." + digitsOf(random, 1 + static_cast<int>(random() % (random() % 10 == 0 ? 30 : 17)));
        if (random() % 10 == 0)
            number += fmt::format("{}{}{}", random() % 2 ? "e" : "E",
                                  random() % 3 == 0 ? "+"
                                  : random() % 2    ? "-"
                                                    : "",
                                  random() % 40);
        CAPTURE(number);
        REQUIRE(isNearestDouble(number));
    }
}

TEST_CASE("numbers at the edges of the exact ones are the nearest doubles") {
    for (const char* number :
         {"-0", "-0.0", "0e0", "9007199254740992", "9007199254740993", "9007199254740993.0", "900719925474099.3",
          "0.9007199254740993", "1e22", "1e23", "123456789012345678901234567890", "0.0000000000000000000001",
          "0.00000000000000000000001", "1.7976931348623157e308", "2.2250738585072014e-308", "179.99999999999997",
          "0.1e-5", "0.29985074355701086682266254"})
        CHECK_MESSAGE(isNearestDouble(number), number);
}

TEST_CASE("what JSON does not take for a number is refused") {
    for (const char* text :
         {"01",  "-",    "+1",    ".5",   "1.", "1.e5", "1e",    "1e+",  "--1", "1-",   "0x1",  "NaN",
          "inf", "-inf", "1e999", "1,,2", "",   "1 2",  "\"1\"", "null", "1_0", "00.5", "-01.5"})
        CHECK_MESSAGE(ours(text) == std::nullopt, text);
}

TEST_CASE("arrays that are uneven, empty, open or too deep are refused") {
    for (const char* text : {"[]", "[1]", "[[]]", "[[1,2],[[3,4]]]", "[[1,2],3]", "[1,[2,3]]", "[1,2", "[[1,2]",
                             "[1,2]]", "[1,2],", "[1,2,]", "[[1,2],]", "[[[[[1,2]]]]]", "[1;2]"})
        CHECK_MESSAGE(coordinatesOf(text) == std::nullopt, text);
    CHECK(coordinatesOf(std::string(1'000'000, '[')) == std::nullopt);
}

TEST_CASE("only what features have as their geometry's coordinates is cut out") {
    const std::string text =
        R"({"features":[{"properties":{"coordinates":[9,9],"a":"\"coordinates\":[8,8]"},"geometry":{)"
        R"("coordinates" : [[1,2],[3,4]] ,"type":"LineString"}},)"
        R"({"geometry":{"type":"Point","coordinates":[5,6]},"other":{"coordinates":[7,7]}}],"coordinates":[6,6]})";
    const CutText cut = cutCoordinates(text);
    CHECK(cut.rest ==
          R"({"features":[{"properties":{"coordinates":[9,9],"a":"\"coordinates\":[8,8]"},"geometry":{)"
          R"("coordinates" : 0 ,"type":"LineString"}},)"
          R"({"geometry":{"type":"Point","coordinates":0},"other":{"coordinates":[7,7]}}],"coordinates":[6,6]})");
    CHECK(cut.arrays == std::vector<std::string_view>{"[[1,2],[3,4]]", "[5,6]"});
    REQUIRE(cut.places.size() == 2);
    for (const std::size_t place : cut.places) CHECK(cut.rest[place] == '0');
    CHECK(allCoordinatesOf(cut.arrays)->at(1).points == std::vector<MapPoint>{{5, 6}});
}

TEST_CASE("many arrays are parsed on two threads, each at its own place, and one bad one refuses all") {
    std::vector<std::string> texts;
    for (int i = 1; i <= 20'000; ++i)
        texts.push_back(fmt::format("[[{}.0000000000000000000000000000001,{}],[1,2],[3,4]]", i, -i));
    std::vector<std::string_view> arrays(texts.begin(), texts.end());
    const auto all = allCoordinatesOf(arrays);
    REQUIRE(all);
    REQUIRE(all->size() == arrays.size());
    for (std::size_t i = 0; i < all->size(); ++i)
        REQUIRE((*all)[i].points[0] == MapPoint{static_cast<double>(i + 1), -static_cast<double>(i + 1)});
    arrays.back() = "[[1,2]";
    CHECK(allCoordinatesOf(arrays) == std::nullopt);
    CHECK(allCoordinatesOf({})->empty());
}
