// SPDX-License-Identifier: Apache-2.0
#pragma once
// Echelons by the names that tables, filters and area files use, and the mark of each (APP-6, field B). Values; any
// thread.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace layers {

// Rising.
inline constexpr std::array<std::string_view, 13> kEchelons{"team",      "squad",      "section", "platoon",  "company",
                                                            "battalion", "regiment",   "brigade", "division", "corps",
                                                            "army",      "army group", "region"};

enum class EchelonShape : std::uint8_t { struckRing, dot, bar, cross };

struct EchelonMark {
    EchelonShape shape = EchelonShape::dot;
    int count = 0;  // 0: no echelon of ours
};

// "battalion": two bars.
inline EchelonMark markOf(std::string_view echelon) {
    constexpr std::array<EchelonMark, kEchelons.size()> kMarks{{{EchelonShape::struckRing, 1},
                                                                {EchelonShape::dot, 1},
                                                                {EchelonShape::dot, 2},
                                                                {EchelonShape::dot, 3},
                                                                {EchelonShape::bar, 1},
                                                                {EchelonShape::bar, 2},
                                                                {EchelonShape::bar, 3},
                                                                {EchelonShape::cross, 1},
                                                                {EchelonShape::cross, 2},
                                                                {EchelonShape::cross, 3},
                                                                {EchelonShape::cross, 4},
                                                                {EchelonShape::cross, 5},
                                                                {EchelonShape::cross, 6}}};
    const auto found = std::ranges::find(kEchelons, echelon);
    return found == kEchelons.end() ? EchelonMark{} : kMarks[static_cast<std::size_t>(found - kEchelons.begin())];
}

}  // namespace layers
