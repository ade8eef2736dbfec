// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/stage_requests.hpp"

#include <doctest/doctest.h>

using namespace viewer;

TEST_CASE("a wish changes what it names and nothing else") {
    layers::Stage stage, expected;
    stage.date = expected.date = "2018-11-06";
    stage.selectedUnit = "a";
    StageRequests wishes;
    wishes.selectedUnit = "";
    wishes.amplifiers = expected.amplifiers = layers::Amplifiers::all;
    apply(wishes, stage);
    CHECK(stage == expected);
}

TEST_CASE("a branch is switched off and on again") {
    layers::UnitFilter filter{{"a"}, "battalion", {}, {}};
    const layers::UnitFilter both = withBranch(filter, "b", true);
    CHECK(both.hidden == std::set<std::string>{"a", "b"});
    CHECK(both.leastEchelon == "battalion");
    CHECK(withBranch(both, "b", false) == filter);
}
