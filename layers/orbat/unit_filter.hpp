// SPDX-License-Identifier: Apache-2.0
#pragma once
// The filter of units by echelon, country, status and branch. Pure; any thread.

#include <string_view>
#include <vector>

#include "layers/model/echelon.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/orbat.hpp"

namespace layers {

// One of kEchelons: as the table says, otherwise as the symbol's code says; empty: neither does.
std::string_view echelonOf(const Unit& unit);
// "present", "planned", "fully capable", "damaged", "destroyed", "full to capacity", as the symbol's code says; empty:
// it does not.
std::string_view statusOf(const Unit& unit);

// Echelon, country and status; branches that are hidden are not looked at.
bool passes(const Unit& unit, const UnitFilter& filter);
// Per unit: it or one above it is hidden.
std::vector<bool> hiddenUnits(const Orbat& orbat, const UnitFilter& filter);

// What can be chosen from, each once, in order.
std::vector<std::string> countriesOf(const Orbat& orbat);
std::vector<std::string> statusesOf(const Orbat& orbat);

}  // namespace layers
