// SPDX-License-Identifier: Apache-2.0
#include "layers/model/echelon.hpp"

#include <doctest/doctest.h>

using namespace layers;

// APP-6, table of echelon indicators.
TEST_CASE("each echelon has the mark of APP-6") {
    const auto is = [](std::string_view echelon, EchelonShape shape, int count) {
        const EchelonMark mark = markOf(echelon);
        return mark.shape == shape && mark.count == count;
    };
    CHECK(is("team", EchelonShape::struckRing, 1));
    CHECK(is("squad", EchelonShape::dot, 1));
    CHECK(is("section", EchelonShape::dot, 2));
    CHECK(is("platoon", EchelonShape::dot, 3));
    CHECK(is("company", EchelonShape::bar, 1));
    CHECK(is("battalion", EchelonShape::bar, 2));
    CHECK(is("regiment", EchelonShape::bar, 3));
    CHECK(is("brigade", EchelonShape::cross, 1));
    CHECK(is("division", EchelonShape::cross, 2));
    CHECK(is("corps", EchelonShape::cross, 3));
    CHECK(is("army", EchelonShape::cross, 4));
    CHECK(is("army group", EchelonShape::cross, 5));
    CHECK(is("region", EchelonShape::cross, 6));
}

TEST_CASE("what is no echelon has no mark") {
    for (const char* text : {"", "Battalion", "battalion ", "task force", "none"}) CHECK(markOf(text).count == 0);
}

TEST_CASE("echelons rise, and each is there once") {
    for (std::size_t i = 0; i < kEchelons.size(); ++i)
        for (std::size_t j = i + 1; j < kEchelons.size(); ++j) CHECK(kEchelons[i] != kEchelons[j]);
    CHECK(kEchelons.front() == "team");
    CHECK(kEchelons.back() == "region");
}
