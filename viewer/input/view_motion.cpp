#include "viewer/input/view_motion.hpp"

#include <algorithm>
#include <cmath>

namespace viewer {
namespace {

// Share of the way after a share of the time: fast at first, so that the wheel feels direct, then settling.
double eased(double share) {
    const double left = 1 - std::clamp(share, 0.0, 1.0);
    return 1 - left * left * left;
}

}  // namespace

double wheelFactor(double notches) { return std::exp2(std::clamp(notches, -20.0, 20.0) / 2); }

layers::MapView ViewMotion::at(double nowS) const {
    if (!moving(nowS)) return target();
    return layers::zoomedAt(from, fixed, std::pow(factor, eased((nowS - startS) / kZoomDurationS)));
}

layers::MapView ViewMotion::target() const { return layers::zoomedAt(from, fixed, factor); }

bool ViewMotion::moving(double nowS) const { return factor != 1 && nowS < startS + kZoomDurationS; }

ViewMotion zoomedFurther(const ViewMotion& motion, double nowS, layers::ScreenPoint cursor, double factor) {
    const layers::MapView seen = motion.at(nowS);
    // From the target, which keeps to the bounds of zooming: turning the wheel back at a bound answers at once.
    const double toCome = seen.mPerPx / motion.target().mPerPx;
    return {seen, cursor, toCome * factor, nowS};
}

}  // namespace viewer
