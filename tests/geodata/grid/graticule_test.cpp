// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "map_math.hpp"

using namespace geodata;

namespace {

constexpr double kDegM = kPlateCarreeMetresPerDegree;

std::set<std::string> labelsOf(const std::vector<GridLine>& lines, GridAxis axis) {
    std::set<std::string> labels;
    for (const GridLine& line : lines)
        if (line.axis == axis) labels.insert(line.label);
    return labels;
}

std::string joined(const std::set<std::string>& labels) {
    std::string all;
    for (const std::string& label : labels) all += label + ", ";
    return all;
}

// A view of 1920 × 1080 pixels.
GridRequest viewAt(MapPoint center, double mPerPx) {
    return {{{center.x - 960 * mPerPx, center.y - 540 * mPerPx}, {center.x + 960 * mPerPx, center.y + 540 * mPerPx}},
            mPerPx,
            250};
}

double degreesOf(const GridLine& line, LonLat p) { return line.axis == GridAxis::meridian ? p.lon : p.lat; }

// Largest distance in pixels between a line and the points that truly lie on it, measured at the chords' middles.
double worstErrorPx(const GridLine& line, const MapMath& math, double mPerPx) {
    double worst = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const MapPoint a = line.points[i - 1], b = line.points[i], middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
        LonLat on = math.toLonLat(middle);
        (line.axis == GridAxis::meridian ? on.lon : on.lat) = line.degrees;
        const MapPoint exact = math.toMap(on);
        worst = std::max(worst, std::hypot(exact.x - middle.x, exact.y - middle.y) / mPerPx);
    }
    return worst;
}

}  // namespace

TEST_CASE("a graticule shows the round lines of south Lebanon") {
    const MapMath math = mathOf(kUtm36);
    const auto lines = graticule(viewAt(math.toMap({35.35, 33.2}), 50), math);
    // East of the zone's meridian the western edge leans: on a sphere from 34° 49.8′ in the south to 34° 50.4′ in the
    // north.
    CHECK(joined(labelsOf(lines, GridAxis::meridian)) ==
          "34° 50′ E, 35° 00′ E, 35° 10′ E, 35° 20′ E, 35° 30′ E, 35° 40′ E, 35° 50′ E, ");
    CHECK(labelsOf(lines, GridAxis::parallel) == std::set<std::string>{"33° 00′ N", "33° 10′ N", "33° 20′ N"});
}

TEST_CASE("grid lines lie where PROJ says, curved as the projection curves them") {
    const MapMath math = mathOf(kUtm36);
    for (const double mPerPx : {0.5, 20.0, 200.0, 1000.0}) {
        const auto lines = graticule(viewAt(math.toMap({36.9, 33.2}), mPerPx), math);
        CHECK(lines.size() >= 4);
        for (const GridLine& line : lines) {
            REQUIRE(line.points.size() >= 2);
            for (const MapPoint p : line.points)
                CHECK(degreesOf(line, math.toLonLat(p)) == doctest::Approx(line.degrees).epsilon(1e-8));
            CHECK(worstErrorPx(line, math, mPerPx) < 0.25);
        }
    }
}

TEST_CASE("neighbouring grid lines keep their distance and there are enough of them") {
    const MapMath math = mathOf(kUtm36);
    for (double mPerPx = 0.2; mPerPx < 500; mPerPx *= 1.7) {
        const GridRequest request = viewAt(math.toMap({34, 34}), mPerPx);
        const auto lines = graticule(request, math);
        for (const GridAxis axis : {GridAxis::meridian, GridAxis::parallel}) {
            std::vector<double> degrees;
            for (const GridLine& line : lines)
                if (line.axis == axis) degrees.push_back(line.degrees);
            std::sort(degrees.begin(), degrees.end());
            degrees.erase(std::unique(degrees.begin(), degrees.end()), degrees.end());
            CHECK_FALSE(degrees.empty());
            const LonLat middle = math.toLonLat(request.box.center());
            for (std::size_t i = 1; i < degrees.size(); ++i) {
                const bool meridian = axis == GridAxis::meridian;
                const MapPoint a =
                    math.toMap(meridian ? LonLat{degrees[i - 1], middle.lat} : LonLat{middle.lon, degrees[i - 1]});
                const MapPoint b =
                    math.toMap(meridian ? LonLat{degrees[i], middle.lat} : LonLat{middle.lon, degrees[i]});
                CHECK(std::hypot(a.x - b.x, a.y - b.y) / mPerPx >= 250);
                CHECK(std::hypot(a.x - b.x, a.y - b.y) / mPerPx <= 250 * 3);
            }
        }
    }
}

TEST_CASE("the world has every line once, and the antimeridian on both edges") {
    const MapMath math = mathOf(kPlateCarree);
    const GridRequest world{{{-180 * kDegM, -90 * kDegM}, {180 * kDegM, 90 * kDegM}}, 360 * kDegM / 3840, 250};
    const auto lines = graticule(world, math);
    CHECK(labelsOf(lines, GridAxis::parallel) == std::set<std::string>{"60° S", "30° S", "0°", "30° N", "60° N"});
    CHECK(labelsOf(lines, GridAxis::meridian).size() == 12);
    CHECK(labelsOf(lines, GridAxis::meridian).contains("180°"));
    CHECK(labelsOf(lines, GridAxis::meridian).contains("0°"));
    CHECK(labelsOf(lines, GridAxis::meridian).contains("150° W"));
    std::multiset<double> edges;
    for (const GridLine& line : lines)
        if (line.label == "180°") edges.insert(std::round(line.points[0].x / kDegM));
    CHECK(edges == std::multiset<double>{-180, 180});
    CHECK(lines.size() == 12 + 1 + 5);
    for (const GridLine& line : lines) {
        if (line.axis != GridAxis::parallel) continue;
        CHECK(line.points.front().x == doctest::Approx(-180 * kDegM));
        CHECK(line.points.back().x == doctest::Approx(180 * kDegM));
    }
}

TEST_CASE("nothing is smeared across the map at the antimeridian") {
    const MapMath math = mathOf(kPlateCarree);
    const auto lines = graticule(viewAt({180 * kDegM, 0}, 1000), math);
    CHECK(labelsOf(lines, GridAxis::meridian).contains("180°"));
    for (const GridLine& line : lines)
        for (std::size_t i = 1; i < line.points.size(); ++i)
            CHECK(std::abs(line.points[i].x - line.points[i - 1].x) < 20 * kDegM);
    const MapMath fiji = mathOf("EPSG:3460");  // Fiji 1986 map grid: one piece on both sides of 180°
    const auto both = labelsOf(graticule(viewAt(fiji.toMap({179.9, -17}), 300), fiji), GridAxis::meridian);
    CHECK(both.contains("180°"));
    CHECK(both.contains("178° E"));
    CHECK(both.contains("178° W"));
}

TEST_CASE("a pole has meridians all around and circles") {
    const MapMath math = mathOf("EPSG:3031");
    const auto lines = graticule(viewAt({0, 0}, 2000), math);
    CHECK(labelsOf(lines, GridAxis::meridian).size() >= 4);
    CHECK(labelsOf(lines, GridAxis::parallel).contains("85° S"));
    for (const GridLine& line : lines) CHECK(worstErrorPx(line, math, 2000) < 0.25);
}

TEST_CASE("meridians reach the pole wherever in the view it is") {
    const MapMath math = mathOf("EPSG:3031");
    for (const double shift : {0.0, 13.0, 101.0, 377.0, 531.0}) {
        const double mPerPx = 500;
        const auto lines = graticule(viewAt({shift * mPerPx, -shift * mPerPx}, mPerPx), math);
        std::size_t meridians = 0, reaching = 0;
        for (const GridLine& line : lines) {
            if (line.axis != GridAxis::meridian) continue;
            ++meridians;
            double nearest = HUGE_VAL;
            for (const MapPoint p : line.points) nearest = std::min(nearest, std::hypot(p.x, p.y));
            reaching += nearest <= mPerPx;
        }
        CHECK(meridians >= 4);
        CHECK(reaching == meridians);
    }
}

TEST_CASE("labels show seconds only where the step needs them") {
    const MapMath math = mathOf(kPlateCarree);
    const auto labels = [&](double mPerPx) {
        return labelsOf(graticule(viewAt({35.5 * kDegM, -33.25 * kDegM}, mPerPx), math), GridAxis::meridian);
    };
    CHECK(labels(1000).contains("35° E"));
    CHECK(labels(100).contains("35° 30′ E"));
    CHECK(labels(1).contains("35° 30′ 00″ E"));
    const auto equator = graticule(viewAt({0, 0}, 1), math);
    CHECK(labelsOf(equator, GridAxis::meridian).contains("0°"));
    CHECK(labelsOf(equator, GridAxis::parallel).contains("0° 00′ 10″ S"));
}

TEST_CASE("a view with nothing to show has no lines") {
    const MapMath nowhere{[](LonLat) { return MapPoint{std::nan(""), std::nan("")}; },
                          [](MapPoint) { return LonLat{std::nan(""), std::nan("")}; }};
    CHECK(graticule(viewAt({0, 0}, 10), nowhere).empty());
    const MapMath math = mathOf(kPlateCarree);
    CHECK(graticule({}, math).empty());
    CHECK(graticule({{{0, 0}, {1, 1}}, 0, 250}, math).empty());
    CHECK(graticule(viewAt({0, 500 * kDegM}, 10), math).empty());
}

TEST_CASE("a view far outside a projection's home does not run away") {
    const MapMath math = mathOf(kUtm36);
    for (const double mPerPx : {1e3, 1e4, 1e5, 1e6}) {
        std::size_t points = 0;
        for (const GridLine& line : graticule(viewAt({500000, 0}, mPerPx), math)) points += line.points.size();
        CHECK(points < 200000);
    }
}
