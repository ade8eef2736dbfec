// SPDX-License-Identifier: Apache-2.0
#pragma once
// Judges label ambiguity: whether a reader can tell which symbol a text belongs to, from the nearest symbols and from
// what its leader line crosses. Used by placeLabels; any thread.

#include <limits>
#include <span>

#include "layers/model/map_view.hpp"

namespace layers {

// Where the leader line from the anchor to the text ends.
ScreenPoint leaderEndOf(const ScreenRect& body, ScreenPoint anchor);

struct LabelAmbiguity {
    static constexpr double kNone = std::numeric_limits<double>::infinity();
    double ownPx = kNone,
           otherPx = kNone;  // to its own symbol, that is one around its anchor, and to the nearest other one
    bool leaderUnderOther = false;
};
LabelAmbiguity ambiguityOf(const ScreenRect& body, ScreenPoint anchor, std::span<const ScreenRect> symbols);

}  // namespace layers
