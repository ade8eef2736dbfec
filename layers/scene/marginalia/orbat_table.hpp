// SPDX-License-Identifier: Apache-2.0
#pragma once
// The ORBAT table: the order of battle of the units on the map, as rows of a table in the picture. Pure; any thread.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/scene/units/unit_roster.hpp"

namespace layers {

struct OrbatTableRow {
    std::size_t depth = 0;  // how many of those above it are in the table too
    std::string name, country, strength, place;

    bool operator==(const OrbatTableRow&) const = default;
};

// Each after the one that it stands under on that day, in the order in which they come.
std::vector<OrbatTableRow> orbatTableOf(std::span<const RosterUnit* const> units, std::string_view date);

}  // namespace layers
