// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counts the symbols on the map by class, as a military legend groups them: one class is one symbol as drawn without
// its texts. Pure; any thread.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "layers/scene/units/unit_roster.hpp"

namespace layers {

struct UnitClass {
    SymbolRequest request;
    std::string name;  // "Motorized infantry battalion"
    std::size_t count = 0;
    std::shared_ptr<const SymbolDrawing> drawing = {};  // null while milsymbol works on it

    bool operator==(const UnitClass&) const = default;
};

// The largest formations first, headquarters before others. Where friends, foes and neutrals are on the map, names say
// which.
std::vector<UnitClass> unitClassesOf(std::span<const RosterUnit* const> units, SymbolColors colors);

}  // namespace layers
