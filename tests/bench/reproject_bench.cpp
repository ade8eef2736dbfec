// SPDX-License-Identifier: Apache-2.0
// Reprojection per vertex, PROJ's call beside the fitted one, in turn on one thread: prints nanoseconds and the ratio.
// Usage: bench_reproject [RUNS]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <random>
#include <vector>

#include "geodata/crs/fitted_transformation.hpp"

namespace {

using geodata::MapPoint;
using Clock = std::chrono::steady_clock;

// Rings of 20 000 vertices, as coasts come: neighbours lie near each other.
std::vector<MapPoint> rings(double west, double south, double east, double north) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> x(west, east), y(south, north);
    std::vector<MapPoint> points;
    for (int ring = 0; ring < 50; ++ring) {
        const MapPoint middle{x(random), y(random)};
        for (int i = 0; i < 20000; ++i)
            points.push_back({middle.x + std::cos(i * 0.000314) * 0.5, middle.y + std::sin(i * 0.000314) * 0.5});
    }
    return points;
}

template <class Transform>
double nsPerPoint(Transform& transform, std::vector<MapPoint> points) {
    const auto start = Clock::now();
    static_cast<void>(transform.forward(points));
    return std::chrono::duration<double, std::nano>(Clock::now() - start).count() / static_cast<double>(points.size());
}

struct Spread {
    std::vector<double> values;
    std::string text() {
        std::sort(values.begin(), values.end());
        return fmt::format("{:6.1f} ns (min {:.1f}, max {:.1f})", values[values.size() / 2], values.front(),
                           values.back());
    }
    double median() const { return values[values.size() / 2]; }
};

}  // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::atoi(argv[1]) : 7;
    for (const char* crs : {"EPSG:32636", "EPSG:3857", "EPSG:3034"}) {
        const std::vector<MapPoint> points =
            std::string(crs) == "EPSG:3857" ? rings(-170, -70, 170, 70) : rings(20, 30, 40, 60);
        Spread exact, fitted;
        double share = 0;
        for (int run = 0; run < runs; ++run) {
            auto proj = geodata::Transformation::toMap(geodata::kLonLatCrs, crs);
            auto same = geodata::Transformation::toMap(geodata::kLonLatCrs, crs);
            if (!proj || !same) return 1;
            exact.values.push_back(nsPerPoint(*proj, points));
            geodata::FittedTransformation fit(std::move(*same));
            fitted.values.push_back(nsPerPoint(fit, points));
            share = 100.0 * static_cast<double>(fit.fittedPoints()) / static_cast<double>(fit.points());
        }
        fmt::print("{:11} PROJ {}   fitted {}   ratio {:.1f}   by polynomial {:.1f} %\n", crs, exact.text(),
                   fitted.text(), exact.median() / fitted.median(), share);
    }
    return 0;
}
