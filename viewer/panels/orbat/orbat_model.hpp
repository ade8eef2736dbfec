// SPDX-License-Identifier: Apache-2.0
#pragma once
// The model of the order of battle panel: which units are shown under which, by date, filters and search text. Pure;
// any thread.

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/model/stage.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/orbat/roll_up.hpp"
#include "viewer/workspace/loaded_orbats.hpp"

namespace viewer {

// What the panel was told; not part of the stage, because the map does not change by it.
struct OrbatRequest {
    std::string search;            // a part of name, id, country, place or type, in any case
    bool alsoOthers = false;       // units that are not there on the date too, greyed
    std::set<std::string> closed;  // ids whose branch is folded; while one searches every branch is open

    bool operator==(const OrbatRequest&) const = default;
};

struct OrbatRow {
    std::size_t unit = 0;   // index into Orbat::units
    std::size_t depth = 0;  // of its branch among the rows
    bool hasRowsBelow = false, open = false;
    bool here = true;        // on the date
    bool hidden = false;     // it or one above it was switched off
    bool onlyHeads = false;  // does not fit the filters itself: it stands there for what is below it

    bool operator==(const OrbatRow&) const = default;
};

std::vector<OrbatRow> orbatRows(const layers::Orbat& orbat, const layers::Stage& stage, const OrbatRequest& request);

// The row of this id that the date has, otherwise its first one.
std::optional<std::size_t> unitOn(const layers::Orbat& orbat, std::string_view id, std::string_view date);

// "6 units, 960", "6 units, at least 960"; empty: nothing is below.
std::string rollUpText(const layers::RollUp& sum);
// What is below is more than the unit's own figure says.
bool exceedsOwn(const layers::RollUp& sum, const layers::Unit& unit);

// What is wrong with the tables, a sentence each: doubled ids, parents that are not there, rings of them, dates. The
// rows are in the list all the same.
std::vector<std::string> faultsOf(std::span<const LoadedOrbat> tables);

}  // namespace viewer
