// SPDX-License-Identifier: Apache-2.0
#pragma once
// Describes a symbol code in words for a legend when the table has no words of its own. Pure; any thread.

#include <string_view>

namespace layers {

// "infantry", "field artillery", "installation"; "unit" where nothing more is known. Of 20 digits (APP-6D,
// MIL-STD-2525D).
std::string_view functionOf(std::string_view sidc);
// "friend", "hostile", "neutral", "unknown"; empty where the code says none.
std::string_view affiliationOf(std::string_view sidc);
// Of several nations, by the land unit's modifier.
bool isMultinational(std::string_view sidc);
// A boundary, a line, an area or a point of an operation and no unit: symbol set 25, or the scheme G of letter codes.
bool isControlMeasure(std::string_view sidc);
// A headquarters' staff is drawn at the symbol.
bool isHeadquarters(std::string_view sidc);

}  // namespace layers
