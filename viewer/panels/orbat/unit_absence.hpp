// SPDX-License-Identifier: Apache-2.0
#pragma once
// Explains on a unit's card why the unit has no symbol on the map. Pure; any thread.

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "viewer/workspace/loaded_orbats.hpp"

namespace viewer {

struct UnitAbsence {
    std::string why;    // a sentence
    std::string layer;  // id of the layer that would draw it if it were on; empty: that would not help
};

struct AbsenceAsk {
    const layers::Document& document;
    const layers::Stage& stage;
    const layers::Orbat& orbat;
    std::size_t unit = 0;
    std::span<const LoadedOrbat> perLayer;                        // LoadedOrbats::perLayer
    std::function<bool(const layers::LayerSpec& layer)> isDrawn;  // at this scale, on this date
};

// Of a unit that has no symbol of its own. None: it is out of sight, or its place is not known, which the card says
// anyway.
std::optional<UnitAbsence> absenceOf(const AbsenceAsk& ask);

}  // namespace viewer
