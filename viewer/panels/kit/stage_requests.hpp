// SPDX-License-Identifier: Apache-2.0
#pragma once
// The stage changes that panels request; fields that are not set stay unchanged. Pure; any thread.

#include <optional>
#include <string>

#include "layers/model/stage.hpp"

namespace viewer {

struct StageRequests {
    std::optional<layers::UnitFilter> units;
    std::optional<std::string> date, compareDate, selectedUnit, hoveredUnit;
    std::optional<layers::Amplifiers> amplifiers;
    std::optional<layers::SymbolColors> symbolColors;
    std::optional<layers::LabelLanguage> language;
    std::optional<double> userFactor;
};

void apply(const StageRequests& requests, layers::Stage& stage);

// The filter with this branch switched on or off.
layers::UnitFilter withBranch(layers::UnitFilter filter, const std::string& id, bool hidden);

}  // namespace viewer
