// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds symbol codes that cannot be drawn, first by their form and then by what the symbol library knows. Pure; any
// thread.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/orbat/orbat.hpp"

namespace layers {

// A code as the standards write it: without spaces, the dress of a spreadsheet (an apostrophe before it, ="…", .0
// behind it) and dashes between groups of digits; capitals, dashes for asterisks, a letter code of 10 to 14 characters
// filled up to 15. A text that is no code even so stays as it is.
std::string standardCode(std::string_view sidc);

// "has 16 characters: 20 digits (30 with a sector) or 15 letters are needed"; empty: its form is that of a code. Fields
// that a picture would silently leave out are looked at too: identity, status, headquarters, echelon. What standardCode
// reads is no fault.
std::string codeFault(std::string_view sidc);

// Whether a table without a given kind is one of units: a column "sidc", or one of another usual name that holds codes.
bool holdsUnits(const geodata::Store& store);
// A table with symbol codes in a column that no usual name tells: its rows are drawn as plain points. None where a
// column has such a name, or no column holds codes.
std::optional<geodata::Warning> unnamedCodes(const geodata::Store& store);

// Whether a code of the right form is known; none: that is not found out yet.
using CodeKnowledge = std::function<std::optional<bool>(const std::string& sidc)>;

struct CodeFindings {
    std::vector<geodata::Warning> warnings;  // a sentence for each row, the first ten of them
    bool complete = true;                    // every code is looked up
};
CodeFindings codeFindings(const Orbat& orbat, const CodeKnowledge& knows);

}  // namespace layers
