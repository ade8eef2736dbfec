// SPDX-License-Identifier: Apache-2.0
// Western Sahara as the United Nations see it: asked for at places that PROJ alone finds.
#include <doctest/doctest.h>

#include "tests/pictures/picture_harness.hpp"

using namespace pictures;

namespace {

const Shot kMinurso{.folder = OPSMAP_SOURCE_DIR "/areas/minurso/minurso.toml", .size = {1280, 720}};
const layers::Rgba kSea{201, 223, 238, 255}, kTerritory{251, 247, 234, 255}, kNeighbour{231, 228, 221, 255},
    kSymbol{128, 224, 255, 255};

Shot on(const std::string& date) {
    Shot shot = kMinurso;
    shot.date = date;
    return shot;
}

}  // namespace

TEST_CASE("Western Sahara is drawn whole: one tint from Laayoune to Agwanit, another beyond its boundary") {
    const Taken taken = take(kMinurso);
    CHECK(taken.problems.empty());
    CHECK(near(taken.colorAt(-18.0, 23.0), kSea));
    CHECK(near(taken.colorAt(-12.2, 26.9), kTerritory));  // near Laayoune, which other sources give to Morocco
    CHECK(near(taken.colorAt(-15.3, 23.2), kTerritory));  // behind Dakhla
    CHECK(near(taken.colorAt(-12.7, 24.0), kTerritory));  // east of the berm
    CHECK(near(taken.colorAt(-11.5, 28.0), kNeighbour));  // Morocco, north of 27°40'
    CHECK(near(taken.colorAt(-10.5, 24.5), kNeighbour));  // Mauritania
    CHECK(near(taken.colorAt(-7.6, 27.2), kNeighbour));   // Algeria
}

TEST_CASE("the restricted area lies on both sides of the berm, the rest of the territory outside it") {
    const Taken taken = take(kMinurso);
    const layers::Rgba west = taken.colorAt(-14.35, 23.1),
                       east = taken.colorAt(-13.9, 23.1);  // the berm passes 14.10° W there
    CHECK(west.b + 15 < kTerritory.b);
    CHECK(east.b + 15 < kTerritory.b);
    CHECK(near(taken.colorAt(-14.9, 23.1), kTerritory));
}

TEST_CASE("the office at Dakhla stands in 2014 and is gone after March 2016") {
    const double lon = -15.958 - 0.15, lat = 23.6848;  // in the symbol's left half, beside its letters
    CHECK(near(take(on("2014-12-01")).colorAt(lon, lat), kSymbol));
    CHECK_FALSE(near(take(on("2016-06-01")).colorAt(lon, lat), kSymbol, 30));
}

TEST_CASE("the MINURSO area looks as it did") {
    const Comparison comparison = compare(take(kMinurso), kMinurso);
    CHECK_MESSAGE(comparison.same, comparison.why);
}
