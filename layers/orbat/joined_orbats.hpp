// SPDX-License-Identifier: Apache-2.0
#pragma once
// Joins the tables of several layers into one order of battle when units of one belong under units of another. Pure;
// any thread.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layers/orbat/orbat.hpp"

namespace layers {

using OrbatPtr = std::shared_ptr<const Orbat>;

// Which tables belong together: each group rising, groups by their first. A unit whose parent its own table does not
// have joins its table to the first one that has it.
std::vector<std::vector<std::size_t>> joinedGroups(std::span<const OrbatPtr> orbats);

// One tree of all rows, in the tables' order; a row that several tables have (same id, same time) is there once. Its
// warnings are the tables' own.
Orbat joined(std::span<const OrbatPtr> orbats, std::string_view table);

// The units whose parent neither their own table nor any of `others` has: counted, the first named.
std::optional<geodata::Warning> orphansOf(const Orbat& orbat, std::span<const OrbatPtr> others = {});

}  // namespace layers
