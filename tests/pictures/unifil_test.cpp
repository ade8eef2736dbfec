// SPDX-License-Identifier: Apache-2.0
// The bundled area: what must be seen on it, asked for at places that PROJ alone finds.
#include <doctest/doctest.h>

#include "tests/pictures/picture_harness.hpp"

using namespace pictures;

namespace {
const Shot kUnifil{.folder = OPSMAP_SOURCE_DIR "/areas/unifil/unifil.toml", .size = {1280, 720}};
}

TEST_CASE("the UNIFIL area reads whole and shows sea, Lebanon, its neighbours and both sectors") {
    const Taken taken = take(kUnifil);
    CHECK(taken.problems.empty());
    const layers::Rgba sea{201, 223, 238, 255}, lebanon{250, 247, 239, 255}, neighbour{233, 228, 218, 255};
    CHECK(near(taken.colorAt(35.03, 33.20), sea));
    CHECK(near(taken.colorAt(35.62, 33.45), lebanon, 12));
    CHECK(near(taken.colorAt(35.85, 33.12), neighbour, 12));
    const layers::Rgba west = taken.colorAt(35.25, 33.23), east = taken.colorAt(35.70, 33.36);
    CHECK(west.g > west.r);  // green
    CHECK(east.r > east.g);  // orange
}

TEST_CASE("the UNIFIL area looks as it did") {
    const Taken taken = take(kUnifil);
    const Comparison comparison = compare(taken, kUnifil);
    CHECK_MESSAGE(comparison.same, comparison.why);
}

TEST_CASE("before 31 October 2018 the Kazakh company is not there, after it it is") {
    const layers::Rgba friendly{128, 224, 255, 255};
    const layers::ScreenPoint company{848,
                                      244};  // in its frame, which stands beside INDBATT's: it is there that it was put
    for (const auto& [date, there] : {std::pair("2018-10-01", false), std::pair("2018-11-06", true)}) {
        CAPTURE(date);
        Shot shot = kUnifil;
        shot.date = date;
        shot.name = date;
        const Taken taken = take(shot);
        CHECK(near(taken.picture.at(company), friendly) == there);
        const Comparison comparison = compare(taken, shot);
        CHECK_MESSAGE(comparison.same, comparison.why);
    }
}
