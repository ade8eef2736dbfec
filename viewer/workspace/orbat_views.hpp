// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the panels show of the orders of battle: the loaded trees, the days of change with the events, and the codes
// that cannot be drawn. Each is brought in line with document and contents when it is asked. Main thread.

#include "viewer/workspace/code_check.hpp"
#include "viewer/workspace/loaded_orbats.hpp"
#include "viewer/workspace/time_table.hpp"

namespace viewer {

struct OrbatViews {
    LoadedOrbats orbats;
    TimeTable times;
    CodeCheck codes;
};

}  // namespace viewer
