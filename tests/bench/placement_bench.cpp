// Decluttering 5,000 units at one zoom step: prints milliseconds at three densities.   Usage: bench_placement [UNITS]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "layers/placement/unit_placement.hpp"

int main(int argc, char** argv) {
    using Clock = std::chrono::steady_clock;
    const int units = argc > 1 ? std::atoi(argv[1]) : 5000;
    for (const double sidePx : {2000.0, 6000.0, 20000.0}) {
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
        std::vector<double> ms;
        std::size_t own = 0;
        for (int run = 0; run < 9; ++run) {
            const auto start = Clock::now();
            const auto places = layers::placeUnits(spots);
            ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
            own = static_cast<std::size_t>(std::ranges::count(places, layers::UnitShowing::own, &layers::UnitPlace::showing));
        }
        std::ranges::sort(ms);
        fmt::print("{} units on {:.0f}×{:.0f} px: {:.1f} ms (min {:.1f}, max {:.1f}); {} stand by themselves\n", units, sidePx, sidePx, ms[ms.size() / 2], ms.front(), ms.back(), own);
    }
    return 0;
}
