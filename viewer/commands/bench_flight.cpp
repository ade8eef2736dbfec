// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/bench_flight.hpp"

#include <cmath>
#include <numbers>
#include <random>

namespace viewer {
namespace {

constexpr int kFramesPerLeg = 60;
constexpr double kWorldWidth = 4;  // of the home view's width
constexpr double kDeep = 1.0 / 64;
constexpr std::uint32_t kSeed = 20181106;
constexpr int kTries = 200;

double eased(double t) { return t * t * (3 - 2 * t); }

// From one view to another: the scale as a wheel changes it, the middle so that the place stays in sight.
layers::MapView between(const layers::MapView& from, const layers::MapView& to, double t) {
    layers::MapView view = from;
    view.mPerPx = from.mPerPx * std::pow(to.mPerPx / from.mPerPx, t);
    const double moved = from.mPerPx == to.mPerPx ? t : (from.mPerPx - view.mPerPx) / (from.mPerPx - to.mPerPx);
    view.center = {from.center.x + (to.center.x - from.center.x) * moved,
                   from.center.y + (to.center.y - from.center.y) * moved};
    return view;
}

// Starts and ends over the place; half a picture wide; by whole pixels, as a hand moves the map.
layers::MapView circled(const layers::MapView& over, double turn) {
    const double radiusM = over.mPerPx * over.size.height / 2.0, angle = turn * 2 * std::numbers::pi;
    layers::MapView view = over;
    const auto wholePx = [&](double m) { return std::round(m / over.mPerPx) * over.mPerPx; };
    view.center = {over.center.x + wholePx(std::sin(angle) * radiusM),
                   over.center.y + wholePx((1 - std::cos(angle)) * radiusM)};
    return view;
}

}  // namespace

std::vector<FlightFrame> flightOver(const layers::MapView& home, layers::MapPoint place) {
    layers::MapView world = home, deep = home;
    world.mPerPx = home.mPerPx * kWorldWidth;
    deep.mPerPx = home.mPerPx * kDeep;
    deep.center = place;
    std::vector<FlightFrame> frames;
    for (const Leg leg : {Leg::world, Leg::dive, Leg::pan, Leg::out})
        for (int i = 0; i < kFramesPerLeg; ++i) {
            const double t = i / static_cast<double>(kFramesPerLeg - 1);
            switch (leg) {
                case Leg::world: frames.push_back({leg, between(world, home, eased(t))}); break;
                case Leg::dive: frames.push_back({leg, between(home, deep, eased(t))}); break;
                case Leg::pan: frames.push_back({leg, circled(deep, t)}); break;
                case Leg::out: frames.push_back({leg, between(deep, home, eased(t))}); break;
            }
        }
    return frames;
}

layers::MapPoint flightPlace(const std::vector<std::shared_ptr<const geodata::Store>>& stores,
                             const layers::MapBox& box) {
    std::uint64_t features = 0;
    for (const auto& store : stores) features += store->size();
    std::mt19937 random(kSeed);
    for (int i = 0; i < kTries && features > 0; ++i) {
        std::uint64_t chosen = ((static_cast<std::uint64_t>(random()) << 32U) + random()) % features;
        auto store = stores.begin();
        for (; chosen >= (*store)->size(); ++store) chosen -= (*store)->size();
        const geodata::FeatureRef feature = (*store)->feature(static_cast<std::uint32_t>(chosen));
        if (feature.partCount() == 0) continue;
        const auto part = feature.part(random() % feature.partCount());
        if (part.empty()) continue;
        const layers::MapPoint vertex = part[random() % part.size()];
        if (box.contains(vertex)) return vertex;
    }
    return box.center();
}

}  // namespace viewer
