#pragma once
// Whether one sees whose a symbol's text is: by what stands nearest to it, and by what its leader line passes under. Used by
// placeLabels. Any thread.

#include <limits>
#include <span>

#include "layers/model/map_view.hpp"

namespace layers {

// Whether the straight line from a to b does.
bool crosses(const ScreenRect& rect, ScreenPoint a, ScreenPoint b);

// Where the leader line from the anchor to the text ends.
ScreenPoint leaderEndOf(const ScreenRect& body, ScreenPoint anchor);

struct Belonging {
    static constexpr double kNone = std::numeric_limits<double>::infinity();
    double ownPx = kNone, otherPx = kNone;  // to its own symbol, that is one around its anchor, and to the nearest other one
    bool leaderUnderOther = false;
};
Belonging belongingOf(const ScreenRect& body, ScreenPoint anchor, std::span<const ScreenRect> symbols);

}  // namespace layers
