#pragma once
// What changed between the stage's date and the date of comparison, marked on the picture: who arrived green, who left red,
// who moved purple with an arrow. A unit that the date does not have is marked where it stood. Main thread.

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
    // Adds nothing without a date of comparison. `marks` as they stand in the list already.
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
