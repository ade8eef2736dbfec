#pragma once
// Where the roster's units stand at a zoom: the solutions of the two neighbouring quarter steps, kept, and between them a
// pure function of the zoom. Nothing depends on where the view stands. Main thread.

#include <map>
#include <vector>

#include "layers/placement/unit_placement.hpp"
#include "layers/scene/unit_roster.hpp"

namespace layers {

struct ZoomedUnit {
    bool own = true;      // its own symbol is drawn, at this offset from its position
    ScreenPoint offset;   // nominal pixels
    UnitPlace place;      // not own: where it is found
};

class UnitSteps {
public:
    void clear() { m_solved.clear(); }
    // Per unit of the roster.
    std::vector<ZoomedUnit> at(double mPerNominalPx, const std::vector<RosterUnit>& units);

private:
    const std::vector<UnitPlace>& solved(int step, const std::vector<RosterUnit>& units);
    std::map<int, std::vector<UnitPlace>> m_solved;
};

}  // namespace layers
