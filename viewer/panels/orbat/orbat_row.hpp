// SPDX-License-Identifier: Apache-2.0
#pragma once
// One unit in the order of battle panel: symbol, name, country, strength, and totals of its subordinates. Main
// thread.

#include "viewer/panels/kit/symbol_textures.hpp"
#include "viewer/panels/kit/ui.hpp"
#include "viewer/panels/orbat/orbat_model.hpp"

namespace viewer {

inline constexpr double kOrbatRowHeight = 44;  // at factor 1

struct OrbatRowView {
    const layers::Orbat& orbat;
    const OrbatRow& row;
    const layers::RollUp& below;
    bool selected = false, hovered = false;  // on the stage
    bool keyed = false;                      // keys stand here
};

struct OrbatRowResult {
    bool hovered = false, clicked = false, folds = false, hides = false;
};

// Draws at the window's cursor, as wide as its content region, and moves the cursor below.
OrbatRowResult drawOrbatRow(Ui& ui, SymbolTextures& symbols, const SymbolSource& source, const OrbatRowView& view);

}  // namespace viewer
