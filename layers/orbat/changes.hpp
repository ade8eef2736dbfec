// SPDX-License-Identifier: Apache-2.0
#pragma once
// Computes what happened to the units between two days: arrivals, departures, moves and reliefs. A pure function of
// the order of battle; any thread.

#include <cstdint>
#include <string_view>
#include <vector>

#include "layers/orbat/orbat.hpp"

namespace layers {

enum class ChangeKind : std::uint8_t { arrived, left, moved, relieved };

struct UnitChange {
    ChangeKind kind = ChangeKind::arrived;
    std::size_t unit =
        0;  // index into Orbat::units: the row that counts on the later day, for those who left on the earlier
    std::size_t before =
        0;  // moved: the row on the earlier day; relieved: the row of the unit that left; otherwise the same as `unit`

    bool operator==(const UnitChange&) const = default;
};

// Dates are YYYY-MM-DD, in either order. A unit is known by its id, one without id by its row. It has moved when its
// position lies elsewhere by more than a metre, or when it has one on one day only. One that takes over the place of
// another (`relieves`, over several rotations too) is one change, not an arrival and a departure. In the table's order.
std::vector<UnitChange> changesBetween(const Orbat& orbat, std::string_view one, std::string_view other);

}  // namespace layers
