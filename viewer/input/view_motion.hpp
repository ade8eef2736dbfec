// SPDX-License-Identifier: Apache-2.0
#pragma once
// The view while it zooms or flies: a value that gives the view at any moment, so that frames may come at any time.
// The map point under the cursor stays fixed. Any thread; seconds of a steady clock.

#include "layers/model/map_view.hpp"

namespace viewer {

inline constexpr double kZoomDurationS = 0.18, kFlightDurationS = 0.45, kSettleS = 0.25;

// Factor of so many notches of the wheel; two notches double.
double wheelFactor(double notches);

struct ViewMotion {
    layers::MapView from;       // at startS
    layers::ScreenPoint fixed;  // pixel whose map point stays
    double factor = 1;          // of the whole motion
    double startS = 0;
    layers::MapPoint by = {};  // of the whole motion: how far it flies
    double durationS = kZoomDurationS;
    double unrestAtStart = 0;  // what unrest() was then

    layers::MapView at(double nowS) const;
    layers::MapView target() const;
    bool moving(double nowS) const;                                          // another frame is needed
    bool panning(double nowS) const { return factor == 1 && moving(nowS); }  // by whole pixels, as a hand does
    // 1 while the scale changes, 0 at rest, between them rising and falling without a leap.
    double unrest(double nowS) const;
};

// No motion: the view rests.
inline ViewMotion resting(const layers::MapView& view) { return {view, {}, 1, 0, {}, kZoomDurationS, 0}; }

// A further step of the wheel, at whatever moment of the motion: goes on from the view that is seen now, by what was
// still to come and the new factor, about the cursor where it is now.
ViewMotion zoomedFurther(const ViewMotion& motion, double nowS, layers::ScreenPoint cursor, double factor);

// To have `center` in the middle; from far away only the last stretch is flown, so that it takes no longer.
ViewMotion flownTo(const ViewMotion& motion, double nowS, layers::MapPoint center);

}  // namespace viewer
