// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/view_motion.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace viewer;
using layers::MapPoint;
using layers::MapView;
using layers::ScreenPoint;

namespace {

const MapView kStart{{700'000, 3'680'000}, 50, {1920, 1080}};
constexpr ScreenPoint kCursor{300, 900};

double distancePx(const MapView& view, MapPoint a, MapPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y) / view.mPerPx;
}

}  // namespace

TEST_CASE("two notches of the wheel double") {
    CHECK(wheelFactor(2) == 2);
    CHECK(wheelFactor(-2) == 0.5);
    CHECK(wheelFactor(1) * wheelFactor(1) == doctest::Approx(2));
    CHECK(std::isfinite(wheelFactor(1e300)));
}

TEST_CASE("a resting view rests") {
    const ViewMotion motion = resting(kStart);
    CHECK(motion.at(0) == kStart);
    CHECK(motion.at(1e9) == kStart);
    CHECK_FALSE(motion.moving(0));
}

TEST_CASE("a zoom starts at the view, ends at its factor and then rests") {
    const ViewMotion motion = zoomedFurther(resting(kStart), 5, kCursor, 2);
    CHECK(motion.at(5) == kStart);
    CHECK(motion.moving(5.1));
    CHECK_FALSE(motion.moving(5 + kZoomDurationS));
    CHECK(motion.at(6).mPerPx == 25);
    CHECK(motion.at(6) == motion.target());
    CHECK(motion.at(4) == kStart);
}

TEST_CASE("the map point under the cursor stays, ever closer") {
    const ViewMotion motion = zoomedFurther(resting(kStart), 0, kCursor, 8);
    const MapPoint held = kStart.toMap(kCursor);
    double last = kStart.mPerPx;
    for (double t = 0.01; t < 0.3; t += 0.01) {
        const MapView view = motion.at(t);
        CHECK(distancePx(view, view.toMap(kCursor), held) < 1e-6);
        CHECK(view.mPerPx <= last);
        last = view.mPerPx;
    }
}

TEST_CASE("further steps go on without a jump and add up, whenever they come") {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> pause(0, 0.3), pixel(0, 1080);
    for (int round = 0; round < 200; ++round) {
        ViewMotion motion = resting(kStart);
        double nowS = 0, total = 0;
        for (int step = 0; step < 6; ++step) {
            nowS += pause(random);
            const double notches = random() % 2 ? 1 : -1;
            total += notches;
            const ScreenPoint cursor{pixel(random), pixel(random)};
            const MapView before = motion.at(nowS);
            motion = zoomedFurther(motion, nowS, cursor, wheelFactor(notches));
            CHECK(distancePx(before, motion.at(nowS).center, before.center) < 1e-6);
            CHECK(motion.at(nowS).mPerPx == doctest::Approx(before.mPerPx));
            CHECK(distancePx(before, motion.at(nowS + 0.1).toMap(cursor), before.toMap(cursor)) < 1e-5);
        }
        CHECK(motion.target().mPerPx == doctest::Approx(kStart.mPerPx / wheelFactor(total)));
    }
}

TEST_CASE("turning back at the bound of zooming answers at once") {
    ViewMotion motion = resting(kStart);
    for (int i = 0; i < 50; ++i) motion = zoomedFurther(motion, i * 0.01, kCursor, 1000);
    const double closest = motion.target().mPerPx;
    motion = zoomedFurther(motion, 10, kCursor, 0.5);
    CHECK(motion.target().mPerPx == doctest::Approx(2 * closest));
}

TEST_CASE("a flight begins at the view, ends with the place in the middle and keeps the scale") {
    const MapPoint place{kStart.center.x + 30'000, kStart.center.y - 10'000};
    const ViewMotion flight = flownTo(resting(kStart), 5, place);
    CHECK(flight.at(5) == kStart);
    CHECK(flight.moving(5 + kFlightDurationS * 0.9));
    CHECK(flight.at(5.1).center.x > kStart.center.x);
    CHECK(flight.at(5.1).center.x < place.x);
    const MapView end = flight.at(5 + kFlightDurationS);
    CHECK(end == flight.target());
    CHECK(distancePx(end, end.center, place) < 1e-6);
    CHECK(end.mPerPx == kStart.mPerPx);
    CHECK(flight.unrest(5.1) == 0);
}

TEST_CASE("a flight moves the map by whole pixels") {
    const ViewMotion flight = flownTo(resting(kStart), 5, {kStart.center.x + 12'345.6, kStart.center.y - 7'654.3});
    CHECK(flight.panning(5.1));
    for (double t = 0; t < kFlightDurationS; t += 0.01) {
        const double right = (flight.target().center.x - flight.at(5 + t).center.x) / kStart.mPerPx,
                     up = (flight.target().center.y - flight.at(5 + t).center.y) / kStart.mPerPx;
        CHECK(std::abs(right - std::round(right)) < 1e-6);
        CHECK(std::abs(up - std::round(up)) < 1e-6);
    }
    CHECK_FALSE(flight.panning(5 + kFlightDurationS));
    CHECK_FALSE(zoomedFurther(resting(kStart), 5, kCursor, 2).panning(5.1));
}

TEST_CASE(
    "a flight from far away begins at most one and a half windows before its end, and a zoom under way is not lost") {
    const MapPoint place{kStart.center.x + 9e6, kStart.center.y};
    const ViewMotion zoom = zoomedFurther(resting(kStart), 5, kCursor, 4), flight = flownTo(zoom, 5.05, place);
    CHECK(distancePx(flight.at(5.05), flight.at(5.05).center, place) <= 1.5 * kStart.size.width + 1);
    CHECK(distancePx(flight.target(), flight.target().center, place) < 1e-6);
    CHECK(flight.target().mPerPx == doctest::Approx(kStart.mPerPx / 4));
    CHECK(distancePx(flownTo(resting(kStart), 5, kStart.center).at(5), kStart.center, kStart.center) == 0);
}

TEST_CASE("unrest rises while the scale changes, and falls to nothing when it rests") {
    const ViewMotion zoom = zoomedFurther(resting(kStart), 5, kCursor, 2);
    double before = 0;
    for (double nowS = 5; nowS <= 5 + kZoomDurationS; nowS += 0.01) {
        CHECK(zoom.unrest(nowS) >= before);
        CHECK(zoom.unrest(nowS) - before < 0.1);
        before = zoom.unrest(nowS);
    }
    const ViewMotion further = zoomedFurther(zoom, 5.1, kCursor, 2);
    CHECK(further.unrest(5.1) == doctest::Approx(zoom.unrest(5.1)));
    CHECK(zoom.unrest(5 + kZoomDurationS) == doctest::Approx(1));
    CHECK(zoom.unrest(5 + kZoomDurationS + kSettleS / 2) == doctest::Approx(0.5));
    CHECK(zoom.unrest(5 + kZoomDurationS + kSettleS) == doctest::Approx(0));
    CHECK(resting(kStart).unrest(0) == 0);
}
