// SPDX-License-Identifier: Apache-2.0
// Units in each choice of texts and colours, and codes that cannot be drawn, which must look wrong.
#include <doctest/doctest.h>

#include "tests/pictures/picture_harness.hpp"

using namespace pictures;

namespace {

constexpr double kLeft = -0.22, kUp = -0.05;  // degrees, of a place in a symbol's frame where its fill is seen

Shot symbols(const std::string& name, layers::Amplifiers amplifiers, layers::SymbolColors colors) {
    return {.folder = "symbols", .size = {960, 720}, .name = name, .amplifiers = amplifiers, .symbolColors = colors};
}

void compareTaken(const Taken& taken, const Shot& shot) {
    CHECK(taken.problems.empty());
    const Comparison comparison = compare(taken, shot);
    CHECK_MESSAGE(comparison.same, comparison.why);
}

}  // namespace

TEST_CASE("symbols are filled in milsymbol's light, medium and dark colours") {
    using enum layers::SymbolColors;
    for (const auto& [name, colors, friendly] : {std::tuple("light", light, layers::Rgba{128, 224, 255, 255}),
                                                 std::tuple("medium", medium, layers::Rgba{0, 168, 220, 255}),
                                                 std::tuple("dark", dark, layers::Rgba{0, 107, 140, 255})}) {
        CAPTURE(name);
        const Shot shot = symbols(name, layers::Amplifiers::name, colors);
        const Taken taken = take(shot);
        CHECK(near(taken.colorAt(4 + kLeft, 5.1 + kUp), friendly));
        compareTaken(taken, shot);
    }
}

TEST_CASE("as many texts stand at symbols as are chosen") {
    using enum layers::Amplifiers;
    for (const auto& [name, amplifiers] :
         {std::pair("texts-none", none), std::pair("texts-higher", nameAndHigher), std::pair("texts-all", all)}) {
        CAPTURE(name);
        const Shot shot = symbols(name, amplifiers, layers::SymbolColors::light);
        compareTaken(take(shot), shot);
    }
}

TEST_CASE(
    "a code cut short, which milsymbol would draw as if it were whole, is drawn in the colour of what is not known") {
    const Taken taken = take(symbols("light", layers::Amplifiers::name, layers::SymbolColors::light));
    CHECK(near(taken.colorAt(4 + kLeft, 1 + kUp), {255, 255, 128, 255}));
}
