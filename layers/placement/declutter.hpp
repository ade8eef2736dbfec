// SPDX-License-Identifier: Apache-2.0
#pragma once
// The step "declutter": places the symbols of units at one zoom step so that none covers another. A symbol without
// space is offset, then joins a stack, then is counted at the unit above it; none is lost. Pure: equal input gives
// equal output, whatever the order of the spots. Nominal pixels of the step, y down, from the map's origin; any
// thread.

#include <cstdint>
#include <optional>
#include <vector>

#include "layers/model/map_view.hpp"

namespace layers {

struct UnitSpot {
    std::uint64_t key = 0;              // unique and stable: decides ties
    double priority = 0;                // larger keeps its own place
    ScreenPoint position;               // where it is
    ScreenRect room;                    // from its position: what the symbol needs, the gap to its neighbours included
    std::optional<std::size_t> parent;  // index of the next unit above that is there; no rings
    std::optional<ScreenPoint> byHand;  // offset that the user gave it: kept whatever it covers
};

enum class UnitShowing : std::uint8_t { own, stacked, collapsed };

struct UnitPlace {
    UnitShowing showing = UnitShowing::own;
    ScreenPoint offset;    // own: from its position
    std::size_t host = 0;  // index of the unit at whose symbol it is found; own: itself
};

inline constexpr double kReachInWidths = 3;     // how far a symbol is offset, in widths of its room
inline constexpr std::size_t kMostInStack = 8;  // beside the one on top: what can still be fanned out around it

// Per spot.
std::vector<UnitPlace> placeUnits(const std::vector<UnitSpot>& spots);

}  // namespace layers
