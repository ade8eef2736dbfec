// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/fitted_transformation.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace geodata;

namespace {

FittedTransformation fitted(const char* from, const char* to) {
    auto exact = Transformation::toMap(from, to);
    OPSMAP_CHECK(exact);
    return FittedTransformation(std::move(*exact));
}

struct Window {
    double west, south, east, north;  // where the pair is used
};

struct Pair {
    const char *from, *to;
    Window window;
};

// UTM, Mercator, conic, equal-area, polar and oblique systems, and national grids with a shift of datum.
const std::vector<Pair>& pairs() {
    constexpr Window kWorld{-180, -80, 180, 80}, kEurope{-10, 35, 30, 70}, kLevant{30, 28, 40, 38};
    static const std::vector<Pair> all{
        {"EPSG:4326", "EPSG:32636", kLevant},
        {"EPSG:4326", "EPSG:32636", {-20, -80, 80, 80}},
        {"EPSG:4326", "EPSG:32629", {-20, 15, 0, 35}},
        {"EPSG:4326", "EPSG:32638", {38, 28, 50, 40}},
        {"EPSG:4326", "EPSG:32738", {38, -40, 50, 0}},
        {"EPSG:4326", "EPSG:3857", kWorld},
        {"EPSG:4326", "EPSG:3395", kWorld},
        {"EPSG:4326", "EPSG:4326", kWorld},
        {"EPSG:4326", "EPSG:8857", kWorld},
        {"EPSG:4326", "EPSG:6933", kWorld},
        {"EPSG:4326", "EPSG:3034", kEurope},
        {"EPSG:4326", "EPSG:3035", kEurope},
        {"EPSG:4326", "EPSG:2154", {-6, 41, 10, 52}},
        {"EPSG:4326", "EPSG:2056", {5, 45, 11, 48}},
        {"EPSG:4326", "EPSG:27700", {-8, 49, 2, 61}},
        {"EPSG:4326", "EPSG:2180", {14, 49, 24, 55}},
        {"EPSG:4326", "EPSG:31467", {6, 47, 12, 55}},
        {"EPSG:4326", "EPSG:28992", {3, 50, 8, 54}},
        {"EPSG:4326", "EPSG:2039", {34, 29, 36, 34}},
        {"EPSG:4326", "EPSG:22770", {35, 33, 37, 35}},
        {"EPSG:4326", "EPSG:3031", {-180, -90, 180, -50}},
        {"EPSG:4326", "EPSG:3995", {-180, 60, 180, 90}},
        {"EPSG:4326", "EPSG:5041", {-180, 60, 180, 90}},
        {"EPSG:4326", "EPSG:5070", {-125, 25, -66, 49}},
        {"EPSG:4326", "EPSG:3577", {112, -44, 154, -9}},
        {"EPSG:4326", "EPSG:3408", {-180, 10, 180, 90}},
        {"EPSG:4326", "+proj=omerc +lat_0=4 +lonc=115 +alpha=53 +k=0.99984 +ellps=WGS84 +type=crs", {109, 0, 119, 8}},
        {"EPSG:4326", "+proj=lcc +lat_1=33 +lat_2=35 +lon_0=36 +datum=WGS84 +type=crs", kLevant},
        {"EPSG:4326", "+proj=laea +lat_0=33 +lon_0=36 +datum=WGS84 +type=crs", {-50, -40, 120, 80}},
        {"EPSG:4326", "+proj=ortho +lat_0=33 +lon_0=36 +datum=WGS84 +type=crs", kWorld},
        {"EPSG:4258", "EPSG:25832", {0, 40, 18, 70}},
    };
    return all;
}

std::vector<MapPoint> pointsIn(const Window& window, unsigned seed, std::size_t count = 3500) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> x(window.west, window.east), y(window.south, window.north);
    std::vector<MapPoint> points(count);
    for (MapPoint& p : points) p = {x(random), y(random)};
    return points;
}

}  // namespace

TEST_CASE("a fitted transformation agrees with PROJ within a centimetre") {
    unsigned seed = 1;
    for (const Pair& pair : pairs()) {
        CAPTURE(pair.to);
        const auto exact = Transformation::toMap(pair.from, pair.to);
        REQUIRE(exact);
        FittedTransformation fit = fitted(pair.from, pair.to);
        double worst = 0;
        std::size_t placedByOne = 0;
        for (const MapPoint p : pointsIn(pair.window, seed++, 100'000)) {
            const MapPoint wanted = exact->forward(p), got = fit.forward(p);
            placedByOne += std::isnan(wanted.x) != std::isnan(got.x);
            if (!std::isnan(wanted.x)) worst = std::max(worst, std::hypot(got.x - wanted.x, got.y - wanted.y));
        }
        CHECK(placedByOne == 0);
        CHECK(worst <= FittedTransformation::kMostErrorM);
    }
}

TEST_CASE("an edge that is called surely straight leaves its chord by less than the tolerance") {
    constexpr double kToleranceM = 0.0625;
    unsigned seed = 1;
    for (const Pair& pair : pairs()) {
        CAPTURE(pair.to);
        FittedTransformation fit = fitted(pair.from, pair.to);
        std::mt19937 random(seed);
        const double spread = (pair.window.east - pair.window.west) * 1e-3;
        std::uniform_real_distribution<double> step(-spread, spread), share(0, 1);
        double worst = 0;
        for (const MapPoint a : pointsIn(pair.window, seed++)) {
            const double scale = std::pow(10, -3 * share(random)), t = share(random);
            const MapPoint b{a.x + step(random) * scale, a.y + step(random) * scale};
            if (!fit.isSurelyStraight(a, b, kToleranceM)) continue;
            const MapPoint from = fit.forward(a), to = fit.forward(b),
                           on = fit.forward({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
            worst =
                std::max(worst, std::hypot(on.x - from.x - t * (to.x - from.x), on.y - from.y - t * (to.y - from.y)));
        }
        CHECK(worst <= kToleranceM * 1.000001);
    }
}

TEST_CASE("nearly all edges between close vertices are surely straight") {
    FittedTransformation fit = fitted("EPSG:4326", "EPSG:3857");
    std::size_t straight = 0;
    const std::vector<MapPoint> points = pointsIn({-180, -60, 180, 70}, 5);
    for (const MapPoint p : points) straight += fit.isSurelyStraight(p, {p.x + 0.001, p.y + 0.001}, 0.0625);
    CHECK(straight > points.size() * 9 / 10);
    CHECK(!fit.isSurelyStraight({10, 60}, {13, 63}, 0.0625));
}

TEST_CASE("polynomials answer nearly all points of UTM, LCC and Mercator") {
    for (const Pair& pair :
         {Pair{"EPSG:4326", "EPSG:32636", {30, -80, 36, 84}}, Pair{"EPSG:4326", "EPSG:3034", {-10, 35, 30, 70}},
          Pair{"EPSG:4326", "EPSG:3857", {-180, -80, 180, 80}}}) {
        CAPTURE(pair.to);
        FittedTransformation fit = fitted(pair.from, pair.to);
        for (const MapPoint p : pointsIn(pair.window, 99)) static_cast<void>(fit.forward(p));
        CHECK(static_cast<double>(fit.fittedPoints()) >= 0.95 * static_cast<double>(fit.points()));
    }
}

TEST_CASE("what a point becomes does not depend on what was asked before") {
    FittedTransformation forwards = fitted("EPSG:4326", "EPSG:32636"), backwards = fitted("EPSG:4326", "EPSG:32636");
    std::vector<MapPoint> points = pointsIn({20, 20, 60, 60}, 5), reversed(points.rbegin(), points.rend());
    forwards.forward(points);
    backwards.forward(reversed);
    for (std::size_t i = 0; i < points.size(); ++i) CHECK(points[i] == reversed[points.size() - 1 - i]);
}

TEST_CASE("a fitted transformation loses what PROJ loses") {
    FittedTransformation fit = fitted("EPSG:4326", "+proj=ortho +lat_0=0 +lon_0=0 +datum=WGS84 +type=crs");
    std::vector<MapPoint> points{{0, 0}, {179, 0}, {std::nan(""), 0}, {1e308, 1}, {45, 10}};
    CHECK(fit.forward(points) == 3);
    CHECK(std::isnan(points[1].x));
    CHECK(!std::isnan(points[4].x));
}
