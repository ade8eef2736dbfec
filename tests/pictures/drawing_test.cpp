// SPDX-License-Identifier: Apache-2.0
// Each drawing kind at two scales and two sizes, the picture compared, and colours asked for at places that PROJ alone
// finds.
#include <doctest/doctest.h>

#include "tests/pictures/picture_harness.hpp"

using namespace pictures;

namespace {

const layers::Rgba kWhite{255, 255, 255, 255};

// The picture at two sizes and two scales.
void compareAll(const std::string& folder) {
    for (const auto& [name, size, zoom] : {std::tuple{"small", layers::ScreenSize{400, 300}, 1.0},
                                           {"large", layers::ScreenSize{800, 600}, 1.0},
                                           {"near", layers::ScreenSize{400, 300}, 3.0}}) {
        const Shot shot{.folder = folder, .size = size, .zoom = zoom, .name = name};
        const Taken taken = take(shot);
        CHECK(taken.problems.empty());
        const Comparison comparison = compare(taken, shot);
        CHECK_MESSAGE(comparison.same, comparison.why);
    }
}

}  // namespace

TEST_CASE("areas look as they did") { compareAll("fills"); }
TEST_CASE("lines look as they did") { compareAll("lines"); }
TEST_CASE("points and labels look as they did") { compareAll("points"); }

TEST_CASE("boundaries look as they did") { compareAll("boundaries"); }

TEST_CASE("a boundary's line makes room for its mark, whose arms cross on it") {
    const Taken taken = take({.folder = "boundaries", .size = {800, 600}});
    const layers::Rgba line{18, 50, 79, 255}, ground{244, 244, 240, 255};
    CHECK(near(taken.colorAt(1, 5.2), line));
    CHECK(near(taken.colorAt(4, 5.2), line, 40));   // the arms' crossing
    CHECK(near(taken.colorAt(4.08, 5.2), ground));  // between the arms, where the line would be
    CHECK(near(taken.colorAt(4, 5.27), ground));
}

TEST_CASE("areas are filled by the even-odd rule, half-transparent layers once") {
    const Taken taken = take({.folder = "fills"});
    const layers::Rgba red{232, 152, 152, 255}, green{144, 192, 160, 255}, blue{32, 96, 192, 255};
    CHECK(near(taken.colorAt(1, 4.5), red));          // half of #d03030 on white
    CHECK(near(taken.colorAt(2, 4.5), kWhite));       // the hole
    CHECK(near(taken.colorAt(4.7, 4.5), blue));       // the bow-tie's left wing
    CHECK(near(taken.colorAt(6, 5.2), kWhite));       // between its wings
    CHECK(near(taken.colorAt(1, 0.8), green));        // one square
    CHECK(near(taken.colorAt(2, 1.5), green));        // both squares: no darker
    CHECK(near(taken.colorAt(7.6, 3.12), blue, 40));  // the sliver
}

TEST_CASE("lines have their joins, casings and dashes where they belong") {
    const Taken taken = take({.folder = "lines"});
    CHECK(near(taken.colorAt(1.3, 4.5), {32, 48, 128, 255}));
    CHECK(near(taken.colorAt(6, 5.4), {255, 208, 32, 255}));       // the mitre's point
    CHECK(near(taken.colorAt(5.2, 1.02), taken.colorAt(6, 1.5)));  // the crossing is no darker than one arm
    CHECK(near(taken.colorAt(6, 0.7), {244, 244, 240, 255}));
}

TEST_CASE("a marker stands at its projected place") {
    const Taken taken = take({.folder = "points", .size = {800, 600}});
    CHECK(near(taken.colorAt(2, 4), {192, 32, 32, 255}));
    CHECK(near(taken.colorAt(5, 2), {192, 32, 32, 255}, 40));
    CHECK(near(taken.colorAt(7, 5), kWhite));
}

TEST_CASE("a wrong picture is found") {
    const Shot shot{.folder = "fills", .name = "small"};
    Taken taken = take(shot);
    for (std::size_t i = 0; i < taken.picture.rgb.size() / 50; ++i) taken.picture.rgb[i] ^= 0x40;  // 2 % of the pixels
    CHECK_FALSE(compare(taken, shot, Acceptance::never).same);
}
