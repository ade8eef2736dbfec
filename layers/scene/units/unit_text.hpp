// SPDX-License-Identifier: Apache-2.0
#pragma once
// The text at a unit's symbol, either beside it as a caption or in milsymbol's own fields around it. Pure; any
// thread.

#include <string>

#include "layers/model/stage.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {

struct UnitTexts {
    Amplifiers amplifiers = Amplifiers::name;
    SymbolColors colors = SymbolColors::light;
    std::string shortNameColumn =
        {};  // of the units layer's label: the name to write where the table has a shorter one; may be empty
};

// Its short name, or its name up to a bracket, comma or semicolon.
std::string shortNameOf(const Unit& unit, const std::string& shortNameColumn);

// Empty where nothing is to stand beside the symbol: amplifiers none, or all, which milsymbol writes, but not for a
// code that is wrong or that it does not know.
std::string captionOf(const Orbat& orbat, std::size_t unit, const UnitTexts& texts, bool isKnown = true);

// A code alone, in these colours.
SymbolRequest requestOf(const std::string& sidc, SymbolColors colors);

// What milsymbol is asked to draw: the code, its colours, and with all amplifiers what the table knows in the fields of
// APP-6: T designation and country, M higher formation, H how sure the position is, V type of equipment, and those that
// the table has columns for.
SymbolRequest requestOf(const Orbat& orbat, std::size_t unit, const UnitTexts& texts);

}  // namespace layers
