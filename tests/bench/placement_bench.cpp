// SPDX-License-Identifier: Apache-2.0
// Decluttering 5,000 units at one zoom step, and placing a name beside each symbol: prints milliseconds at three
// densities. Usage: bench_placement [UNITS]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "layers/placement/declutter.hpp"
#include "layers/placement/free_space.hpp"
#include "layers/placement/label_placement.hpp"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRuns = 15;
constexpr float kNameWidthPx = 70, kAscentPx = 10, kDescentPx = 3, kOffsetPx = 30;

std::vector<layers::UnitSpot> crowd(int units, double sidePx) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> place(0, sidePx), rank(0, 9);
    std::vector<layers::UnitSpot> spots;
    for (int i = 0; i < units; ++i) {
        layers::UnitSpot spot;
        spot.key = static_cast<std::uint64_t>(i);
        spot.priority = rank(random);
        spot.position = {place(random), place(random)};
        spot.room = {-28, -26, 28, 20};
        if (i > 0) spot.parent = static_cast<std::size_t>(i) / 5;
        spots.push_back(spot);
    }
    return spots;
}

// The names of all that stand by themselves, whether a screen shows them or not: more than any view asks for.
layers::PlacementInput namesOf(const std::vector<layers::UnitSpot>& spots, const std::vector<layers::UnitPlace>& places,
                               double sidePx) {
    layers::PlacementInput input{{}, {}, {0, 0, sidePx, sidePx}};
    for (std::size_t i = 0; i < spots.size(); ++i) {
        if (places[i].showing != layers::UnitShowing::own) continue;
        const layers::ScreenPoint at{spots[i].position.x + places[i].offset.x,
                                     spots[i].position.y + places[i].offset.y};
        layers::LabelCandidate name;
        name.key = spots[i].key;
        name.priority = spots[i].priority;
        name.widthPx = kNameWidthPx;
        name.ascentPx = kAscentPx;
        name.descentPx = kDescentPx;
        name.offsetPx = kOffsetPx;
        name.path = {at};
        input.candidates.push_back(name);
        input.keepOut.push_back(layers::movedBy(spots[i].room, at));
    }
    return input;
}

double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double middleOf(std::vector<double> ms) {
    std::ranges::sort(ms);
    return ms[ms.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    const int units = argc > 1 ? std::atoi(argv[1]) : 5000;
    for (const double sidePx : {2000.0, 6000.0, 20000.0}) {
        const auto spots = crowd(units, sidePx);
        std::vector<double> symbolsMs, namesMs;
        std::size_t own = 0, named = 0;
        for (int run = 0; run < kRuns; ++run) {
            const auto start = Clock::now();
            const auto places = layers::placeUnits(spots);
            symbolsMs.push_back(msSince(start));
            const auto names = namesOf(spots, places, sidePx);
            own = names.candidates.size();
            const auto namesStart = Clock::now();
            named = layers::placeLabels(names).size();
            namesMs.push_back(msSince(namesStart));
        }
        fmt::print(
            "{} units on {:.0f}×{:.0f} px: symbols {:.1f} ms (least {:.1f}), names {:.1f} ms (least {:.1f}); {} stand "
            "by themselves, {} with a name\n",
            units, sidePx, sidePx, middleOf(symbolsMs), *std::ranges::min_element(symbolsMs), middleOf(namesMs),
            *std::ranges::min_element(namesMs), own, named);
    }
    return 0;
}
