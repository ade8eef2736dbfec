#include "layers/placement/belonging.hpp"

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

double squaredGap(const ScreenRect& a, const ScreenRect& b) {
    const double x = std::max({0.0, a.left - b.right, b.left - a.right}), y = std::max({0.0, a.top - b.bottom, b.top - a.bottom});
    return x * x + y * y;
}

}  // namespace

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

ScreenPoint leaderEndOf(const ScreenRect& body, ScreenPoint anchor) {
    return {std::clamp(anchor.x, body.left, body.right), std::clamp(anchor.y, body.top, body.bottom)};
}

Belonging belongingOf(const ScreenRect& body, ScreenPoint anchor, std::span<const ScreenRect> symbols) {
    const ScreenPoint end = leaderEndOf(body, anchor);
    double ownSquared = Belonging::kNone, otherSquared = Belonging::kNone;  // one root each: crowds ask this of every symbol
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
