// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/view_motion.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {
namespace {

constexpr double kMostFlownWidths = 1.5;  // of the window

// Share of the way after a share of the time: fast at first, so that the wheel feels direct, then settling.
double eased(double share) {
    const double left = 1 - std::clamp(share, 0.0, 1.0);
    return 1 - left * left * left;
}

}  // namespace

double wheelFactor(double notches) { return std::exp2(std::clamp(notches, -20.0, 20.0) / 2); }

layers::MapView ViewMotion::at(double nowS) const {
    if (!moving(nowS)) return target();
    const double share = eased((nowS - startS) / durationS);
    if (panning(nowS)) {
        layers::MapView view = target();
        const auto left = [&](double wholeM) { return std::round(wholeM * (1 - share) / view.mPerPx) * view.mPerPx; };
        view.center = {view.center.x - left(by.x), view.center.y - left(by.y)};
        return view;
    }
    layers::MapView view = layers::zoomedAt(from, fixed, std::pow(factor, share));
    view.center = {view.center.x + by.x * share, view.center.y + by.y * share};
    return view;
}

layers::MapView ViewMotion::target() const {
    layers::MapView view = layers::zoomedAt(from, fixed, factor);
    view.center = {view.center.x + by.x, view.center.y + by.y};
    return view;
}

bool ViewMotion::moving(double nowS) const {
    return (factor != 1 || by.x != 0 || by.y != 0) && nowS < startS + durationS;
}

double ViewMotion::unrest(double nowS) const {
    const double inMotion = (nowS - startS) / durationS;
    if (factor != 1 && inMotion < 1) return std::lerp(unrestAtStart, 1.0, std::clamp(inMotion, 0.0, 1.0));
    const double before = factor != 1 ? 1 : unrestAtStart, settledS = nowS - startS - (factor != 1 ? durationS : 0);
    return before * std::clamp(1 - settledS / kSettleS, 0.0, 1.0);
}

ViewMotion zoomedFurther(const ViewMotion& motion, double nowS, layers::ScreenPoint cursor, double factor) {
    const layers::MapView seen = motion.at(nowS);
    // From the target, which keeps to the bounds of zooming: turning the wheel back at a bound answers at once.
    const double toCome = seen.mPerPx / motion.target().mPerPx;
    return {seen, cursor, toCome * factor, nowS, {}, kZoomDurationS, motion.unrest(nowS)};
}

ViewMotion flownTo(const ViewMotion& motion, double nowS, layers::MapPoint center) {
    layers::MapView from = motion.at(nowS);
    const layers::ScreenPoint middle{from.size.width / 2.0, from.size.height / 2.0};
    layers::MapPoint by{center.x - from.center.x, center.y - from.center.y};
    const double mostM = kMostFlownWidths * from.size.width * from.mPerPx,
                 flownShare = std::min(1.0, mostM / std::max(std::hypot(by.x, by.y), 1e-9));
    by = {by.x * flownShare, by.y * flownShare};
    from.center = {center.x - by.x, center.y - by.y};
    return {from, middle, from.mPerPx / motion.target().mPerPx, nowS, by, kFlightDurationS, motion.unrest(nowS)};
}

}  // namespace viewer
