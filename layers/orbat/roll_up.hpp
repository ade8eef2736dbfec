// SPDX-License-Identifier: Apache-2.0
#pragma once
// Sums the units and people below each unit on a date. Pure; any thread.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layers/orbat/orbat.hpp"

namespace layers {

// People as a table writes them: "850", "~1,200", "4 000 incl. support": the first number. None where there is none.
std::optional<std::uint64_t> strengthOf(const Unit& unit);

struct RollUp {
    std::uint64_t units = 0;  // below it, at any depth
    std::uint64_t strength =
        0;  // of those below: a unit's own figure counts for its whole branch, otherwise what is below it
    bool complete = true;  // every branch below has a figure

    bool operator==(const RollUp&) const = default;
};

// Of every unit of the tree, counting only what is valid on `date`.
std::vector<RollUp> rollUp(const Orbat& orbat, std::string_view date);

// All units so that each comes after its parent, children in the table's order. Where a parent has several rows, a unit
// stands below the one that is valid on `date`, if there is one; without a date below the row it is linked to.
struct TreePlace {
    std::size_t unit = 0;
    std::size_t depth = 0;
    std::optional<std::size_t> parent;
};
std::vector<TreePlace> treeOrder(const Orbat& orbat, std::string_view date = {});

}  // namespace layers
