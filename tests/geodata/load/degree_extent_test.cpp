// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/degree_extent.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace geodata;

namespace {

std::pair<double, double> spanOf(const std::vector<std::pair<double, double>>& parts) {
    Longitudes longitudes;
    for (const auto& [west, east] : parts) longitudes.add(west, east);
    const auto span = longitudes.span();
    REQUIRE(span);
    return *span;
}

}  // namespace

TEST_CASE("longitudes begin and end at their widest gap") {
    CHECK(spanOf({{10, 20}, {30, 40}}) == std::pair(10.0, 40.0));
    CHECK(spanOf({{177, 180}, {-180, -178}}) == std::pair(177.0, -178.0));
    CHECK(spanOf({{178, 178}, {-179, -179}}) == std::pair(178.0, -179.0));
    CHECK(spanOf({{-170, 170}}) == std::pair(-170.0, 170.0));  // one part has no gap inside
    CHECK(spanOf({{-180, 180}}) == std::pair(-180.0, 180.0));
    CHECK(spanOf({{35.5, 35.5}}) == std::pair(35.5, 35.5));
    CHECK(spanOf({{35.5, 35.75}, {35.25, 35.5}}) == std::pair(35.25, 35.75));
}

TEST_CASE("longitudes beyond 180 come in again from -180") {
    CHECK(spanOf({{177, 182}}) == std::pair(177.0, -178.0));
    CHECK(spanOf({{190, 200}}) == std::pair(-170.0, -160.0));
    CHECK(spanOf({{-190, -185}}) == std::pair(170.0, 175.0));
    CHECK(spanOf({{180, 180}}) == std::pair(180.0, 180.0));
    CHECK(spanOf({{-500, 500}}) == std::pair(-180.0, 180.0));
}

TEST_CASE("longitudes hold what was added and nothing where they are empty") {
    Longitudes longitudes;
    CHECK(!longitudes.span());
    CHECK(!longitudes.holds(0));
    longitudes.add(10.25, 12.5);
    for (const double inside : {10.25, 11.0, 11.7, 12.5}) CHECK(longitudes.holds(inside));
    for (const double outside : {10.0, 12.75, -170.0, 179.0}) CHECK(!longitudes.holds(outside));
}

TEST_CASE("whatever is added, the span holds all of it and is no wider than a turn") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> at(-180, 180), length(0, 40);
    for (int round = 0; round < 200; ++round) {
        Longitudes longitudes;
        std::vector<double> added;
        for (int i = 0; i < 5; ++i) {
            const double west = at(random), east = std::min(180.0, west + length(random));
            longitudes.add(west, east);
            added.insert(added.end(), {west, east});
        }
        const auto [west, east] = *longitudes.span();
        for (const double lon : added) {
            const bool inside = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
            CHECK(inside);
        }
        CHECK(std::abs(west) <= 180);
        CHECK(std::abs(east) <= 180);
    }
}
