// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/label_ambiguity.hpp"

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

double squaredGap(const ScreenRect& a, const ScreenRect& b) {
    const double x = std::max({0.0, a.left - b.right, b.left - a.right}),
                 y = std::max({0.0, a.top - b.bottom, b.top - a.bottom});
    return x * x + y * y;
}

}  // namespace

ScreenPoint leaderEndOf(const ScreenRect& body, ScreenPoint anchor) {
    return {std::clamp(anchor.x, body.left, body.right), std::clamp(anchor.y, body.top, body.bottom)};
}

LabelAmbiguity ambiguityOf(const ScreenRect& body, ScreenPoint anchor, std::span<const ScreenRect> symbols) {
    const ScreenPoint end = leaderEndOf(body, anchor);
    double ownSquared = LabelAmbiguity::kNone,
           otherSquared = LabelAmbiguity::kNone;  // one root each: clusters ask this of every symbol
    bool leaderUnderOther = false;
    for (const ScreenRect& symbol : symbols) {
        const bool isOwn = symbol.contains(anchor);
        double& nearest = isOwn ? ownSquared : otherSquared;
        nearest = std::min(nearest, squaredGap(body, symbol));
        leaderUnderOther |= !isOwn && crosses(symbol, anchor, end);
    }
    return {std::sqrt(ownSquared), std::sqrt(otherSquared), leaderUnderOther};
}

}  // namespace layers
