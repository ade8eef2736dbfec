// SPDX-License-Identifier: Apache-2.0
#pragma once
// The places of the roster's units at a zoom. At rest they are the solution of the quarter step; while the map is
// zoomed they move to those of the next step. The result does not depend on where the view is; solutions are
// remembered. Main thread.

#include <cstdint>
#include <map>
#include <vector>

#include "layers/placement/declutter.hpp"
#include "layers/scene/units/unit_roster.hpp"

namespace layers {

struct ZoomedUnit {
    bool own = true;     // its own symbol is drawn, at this offset from its position
    ScreenPoint offset;  // nominal pixels
    UnitPlace place;     // not own: where it is found
};

class UnitZoomPlacement {
public:
    void clear();
    // Per unit of the roster, kept while the scale is the same; valid until the next call. `zooming` is 0 at rest, when
    // no symbol covers another, and 1 while the scale changes, when symbols that change sides may pass over each other.
    const std::vector<ZoomedUnit>& at(double mPerNominalPx, const std::vector<RosterUnit>& units, double zooming = 0);
    std::uint64_t revision() const { return m_revision; }  // grows with clear(), and when at() gives something new

private:
    const std::vector<UnitPlace>& solved(int step, const std::vector<RosterUnit>& units);
    std::map<int, std::vector<UnitPlace>> m_solved;
    struct Zoom {
        double mPerNominalPx = 0, zooming = 0;

        bool operator==(const Zoom&) const = default;
    };
    Zoom m_zoom;  // of m_zoomed
    std::vector<ZoomedUnit> m_zoomed;
    std::uint64_t m_revision = 0;
};

}  // namespace layers
