#include "layers/placement/belonging.hpp"

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

double gapPx(const ScreenRect& a, const ScreenRect& b) {
    return std::hypot(std::max({0.0, a.left - b.right, b.left - a.right}), std::max({0.0, a.top - b.bottom, b.top - a.bottom}));
}

// Liang and Barsky: the share of the line from a to b that each pair of sides leaves.
bool crosses(const ScreenRect& rect, ScreenPoint a, ScreenPoint b) {
    double first = 0, last = 1;
    const auto keepBetween = [&](double from, double by, double low, double high) {
        if (by == 0) return from >= low && from <= high;
        const double enters = (low - from) / by, leaves = (high - from) / by;
        first = std::max(first, std::min(enters, leaves));
        last = std::min(last, std::max(enters, leaves));
        return first <= last;
    };
    return keepBetween(a.x, b.x - a.x, rect.left, rect.right) && keepBetween(a.y, b.y - a.y, rect.top, rect.bottom);
}

}  // namespace

ScreenPoint leaderEndOf(const ScreenRect& body, ScreenPoint anchor) {
    return {std::clamp(anchor.x, body.left, body.right), std::clamp(anchor.y, body.top, body.bottom)};
}

Belonging belongingOf(const ScreenRect& body, ScreenPoint anchor, std::span<const ScreenRect> symbols) {
    const ScreenPoint end = leaderEndOf(body, anchor);
    Belonging made;
    for (const ScreenRect& symbol : symbols) {
        const bool isOwn = symbol.contains(anchor);
        double& nearest = isOwn ? made.ownPx : made.otherPx;
        nearest = std::min(nearest, gapPx(body, symbol));
        made.leaderUnderOther |= !isOwn && crosses(symbol, anchor, end);
    }
    return made;
}

}  // namespace layers
