// SPDX-License-Identifier: Apache-2.0
#pragma once
// Marks the changes between the stage's date and the date of comparison: arrivals green, departures red, moves purple
// with an arrow. A unit that is absent on the date is marked at its former position. Main thread.

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "layers/orbat/changes.hpp"
#include "layers/scene/units/units.hpp"

namespace layers {

class ChangeMarks {
public:
    // Adds nothing without a date of comparison. `marks` as they are in the list already.
    void addTo(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage);
    // Of what is marked in the picture, for the legend; `seen` as Units has them.
    std::set<ChangeKind> kindsIn(std::span<const RosterUnit* const> seen, const Stage& stage);

private:
    using OrbatPtr = std::shared_ptr<const Orbat>;
    const std::vector<UnitChange>& changesOf(const OrbatPtr& orbat, const Stage& stage);
    std::string m_from, m_to;
    std::map<OrbatPtr, std::vector<UnitChange>> m_changes;
};

// A sample of such a mark, in the middle of the box.
void addChangeSample(DrawList& list, ChangeKind kind, const ScreenRect& box, const Stage& stage);

}  // namespace layers
