// SPDX-License-Identifier: Apache-2.0
// A crowd of units from far away to near: whoever leads stands in its own place at every scale, nobody is dropped.
#include <doctest/doctest.h>

#include <string>

#include "tests/pictures/picture_harness.hpp"

using namespace pictures;

namespace {

constexpr double kMetresPerDegree = 93'100;  // of longitude, at 33.25° N
const layers::Rgba kFriend{128, 224, 255, 255};

Shot clusterAt(double zoom, const std::string& name) {
    return {.folder = "crowd", .size = {1280, 720}, .zoom = zoom, .name = name};
}

}  // namespace

TEST_CASE("a crowd looks as it did at four scales, and the division keeps its place in the middle of it") {
    for (const auto& [zoom, name] :
         {std::pair(0.2, "far"), std::pair(1.0, "home"), std::pair(5.0, "near"), std::pair(25.0, "close")}) {
        CAPTURE(name);
        const Shot shot = clusterAt(zoom, name);
        const Taken taken = take(shot);
        CHECK(taken.problems.empty());
        const double leftDegrees = 7 * taken.view.mPerPx / kMetresPerDegree;  // of where the symbol's lines cross
        CHECK(near(taken.colorAt(35.35 - leftDegrees, 33.25), kFriend));
        const Comparison comparison = compare(taken, shot);
        CHECK_MESSAGE(comparison.same, comparison.why);
    }
}
