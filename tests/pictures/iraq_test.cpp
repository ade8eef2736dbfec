// SPDX-License-Identifier: Apache-2.0
// The zone of the Multinational Division Central-South and its brigades: asked for at places that PROJ alone finds.
#include <doctest/doctest.h>

#include "tests/pictures/picture_harness.hpp"

using namespace pictures;

namespace {

const Shot kIraq{.folder = OPSMAP_SOURCE_DIR "/areas/iraq-2003-2008/iraq-2003-2008.toml", .size = {1280, 720}};
const layers::Rgba kCountry{251, 247, 234, 255}, kNeighbour{231, 228, 221, 255}, kSymbol{128, 224, 255, 255};

Shot on(const std::string& date) {
    Shot shot = kIraq;
    shot.date = date;
    return shot;
}

}  // namespace

TEST_CASE("the five provinces carry the tint of their brigade, the rest of Iraq none") {
    const Taken taken = take(kIraq);
    CHECK(taken.problems.empty());
    const layers::Rgba karbala = taken.colorAt(43.45, 32.45), najaf = taken.colorAt(43.5, 30.8),
                       qadisiyah = taken.colorAt(45.4, 31.95), wasit = taken.colorAt(46.2, 32.85);
    CHECK((karbala.g > karbala.r && karbala.g > karbala.b));    // green
    CHECK((najaf.r > najaf.b + 20 && near(najaf, qadisiyah)));  // orange, both
    CHECK((wasit.b > wasit.r && wasit.b > wasit.g));            // blue
    CHECK(near(taken.colorAt(42.6, 31.4), kCountry));           // Anbar
    CHECK(near(taken.colorAt(46.6, 30.3), kCountry));           // Basra
    CHECK(near(taken.colorAt(47.6, 33.3), kNeighbour));         // Iran
}

TEST_CASE("the Spanish brigade stands at Diwaniyah until May 2004, the Kazakh water team at COP Murray in 2008") {
    const double besideSign = 0.06;  // degrees: inside the symbol, beside the strokes that meet in its middle
    const Taken early = take(on("2003-12-01")), summer = take(on("2004-06-01")), late = take(on("2008-06-01"));
    CHECK(near(early.colorAt(44.9249 - besideSign, 31.9929), kSymbol, 40));
    CHECK_FALSE(near(summer.colorAt(44.9249 - besideSign, 31.9929), kSymbol, 40));
    CHECK_FALSE(near(early.colorAt(44.45 - 0.09, 33.13 - 0.02), kSymbol, 40));
    CHECK(near(late.colorAt(44.45 - 0.09, 33.13 - 0.02), kSymbol, 40));
}

TEST_CASE("the Iraq area looks as it did") {
    const Comparison comparison = compare(take(kIraq), kIraq);
    CHECK_MESSAGE(comparison.same, comparison.why);
}
