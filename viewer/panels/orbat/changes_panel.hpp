// SPDX-License-Identifier: Apache-2.0
#pragma once
// The changes since the date of comparison (arrivals, departures and moves), as a list above the time bar. Main
// thread.

#include <optional>
#include <string>
#include <vector>

#include "layers/orbat/changes.hpp"
#include "viewer/panels/kit/ui.hpp"

namespace viewer {

// The list is recomputed only when its input has changed.
struct ChangesPanelState {
    std::vector<LoadedOrbat> units;
    std::string from, to;
    std::vector<std::pair<std::size_t, layers::UnitChange>> changes;  // with the index of their table
    std::optional<std::size_t> keyAt;                                 // where keys stand
};

// `footY`: where it ends, at the right.
void drawChangesPanel(ChangesPanelState& state, const PanelInput& input, Ui& ui, float footY);

}  // namespace viewer
