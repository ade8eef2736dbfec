// SPDX-License-Identifier: Apache-2.0
#include "geodata/grid/metric_grid.hpp"

#include <algorithm>
#include <set>

#include "geodata/crs/position_text.hpp"
#include "map_math.hpp"

using namespace geodata;

namespace {

// A view of 1920 × 1080 pixels.
GridRequest viewAt(MapPoint center, double mPerPx) {
    return {{{center.x - 960 * mPerPx, center.y - 540 * mPerPx}, {center.x + 960 * mPerPx, center.y + 540 * mPerPx}},
            mPerPx,
            34};
}

struct View {
    const char* crs;
    LonLat center;
    double mPerPx;
};
// Inside a zone, over a zone border, in Norway's and Svalbard's own zones, on both hemispheres, over the antimeridian.
constexpr View kViews[] = {{"EPSG:32636", {35.3, 33.2}, 20}, {"EPSG:32636", {36.0, 33.2}, 60},
                           {"EPSG:3857", {3.0, 60.0}, 200},  {"EPSG:25833", {9.0, 78.0}, 150},
                           {"EPSG:3857", {-12.0, 0.1}, 100}, {"EPSG:3857", {18.0, -34.0}, 30},
                           {"EPSG:3832", {180, -17}, 100},   {"EPSG:3995", {20, 83.5}, 300}};

double valueOf(const MetricGridLine& line, LonLat p) {
    const GridMetres at = utmOf(p, line.zone);
    return line.isEasting ? at.easting : at.northing;
}

const GridZone& zoneAt(LonLat p) {
    return *std::ranges::find_if(gridZones(), [&](const GridZone& zone) { return zone.contains(p); });
}

std::string namesOf(const MetricGrid& grid) {
    std::set<std::string> names;
    for (const GridName& name : grid.names) names.insert(name.zone + " " + name.square);
    std::string all;
    for (const std::string& name : names) all += name + ", ";
    return all;
}

MetricGrid gridOf(const View& view) {
    const MapMath math = mathOf(view.crs);
    return metricGrid(viewAt(math.toMap(view.center), view.mPerPx), math);
}

}  // namespace

TEST_CASE("every grid line lies on the metres of its label, within a metre, and within its own zone") {
    for (const View& view : kViews) {
        const MapMath math = mathOf(view.crs);
        const MetricGrid grid = gridOf(view);
        CAPTURE(view.center.lon);
        CHECK(grid.lines.size() >= 8);
        for (const MetricGridLine& line : grid.lines) {
            const MetricLabel label = metricLabel(line.metres, grid.stepM);
            CHECK(std::stoi(label.before + label.principal + label.after) == line.metres);
            for (const MapPoint p : line.points) {
                const LonLat at = math.toLonLat(p);
                CHECK(std::abs(valueOf(line, at) - line.metres) < 1);
                const GridZone& zone = zoneAt({std::remainder(at.lon, 360.0), at.lat});
                const bool onBorder = std::abs(utmOf(at, zone.zone).easting - utmOf(at, line.zone).easting) > 1;
                if (onBorder) CHECK(std::abs(std::remainder(at.lon, 3.0)) < 1e-4);
            }
        }
    }
}

TEST_CASE("a reference read at a grid line parses back to the line within a metre") {
    const MapMath math = mathOf(kUtm36);
    const MetricGrid grid = gridOf(kViews[0]);
    CHECK(grid.stepM == 1000);
    for (const MetricGridLine& line : grid.lines) {
        const MapPoint middle = line.points[line.points.size() / 2];
        // A reference truncates: half a metre inside the square that begins at the line.
        const LonLat inside = math.toLonLat({middle.x + 0.5, middle.y + 0.5});
        const auto square = parseMgrs(mgrsText(inside, 5));
        REQUIRE(square);
        CHECK(std::abs(valueOf(line, square->center) - line.metres) <= 1);
    }
}

TEST_CASE("the squares of south Lebanon are named, and zones meet in the special squares of the north") {
    CHECK(namesOf(gridOf(kViews[0])) == "36S XB, 36S YB, ");
    // Zone 32 begins at 3° E here, not at 6°, and there is no 32X: 31X and 33X meet at 9° E.
    CHECK(namesOf(gridOf(kViews[2])) == "31V DF, 31V DG, 31V DH, 32V JM, 32V JN, 32V KM, 32V KN, ");
    CHECK(namesOf(gridOf(kViews[3])) ==
          "31X DG, 31X DH, 31X EF, 31X EG, 31X EH, 31X FF, 31X FG, 31X FH, 33X UF, 33X UG, 33X UH, 33X VF, 33X VG, 33X "
          "VH, "
          "33X WF, 33X WG, 33X WH, ");
}

TEST_CASE("a square's name stands at a place that bears that name") {
    for (const View& view : kViews) {
        const MapMath math = mathOf(view.crs);
        int right = 0, all = 0;
        for (const GridName& name : gridOf(view).names) {
            const LonLat at = math.toLonLat(name.middle);
            right += mgrsText({std::remainder(at.lon, 360.0), at.lat}, 0) == name.zone + " " + name.square ? 1 : 0;
            ++all;
        }
        CAPTURE(view.center.lon);
        CHECK(all > 0);
        CHECK(right == all);
    }
}

TEST_CASE("the step follows the scale: 1 km, 10 km, 100 km, then zones alone") {
    const MapMath math = mathOf(kUtm36);
    const MapPoint center = math.toMap({35.3, 33.2});
    const auto step = [&](double mPerPx) { return metricGrid(viewAt(center, mPerPx), math).stepM; };
    CHECK(step(14) == 1000);     // 1:50 000
    CHECK(step(70) == 10'000);   // 1:250 000
    CHECK(step(280) == 10'000);  // 1:1 000 000
    CHECK(step(1000) == 100'000);
    const MapMath world = mathOf(kPlateCarree);
    const MetricGrid zones = metricGrid(viewAt({0, 0}, 20'000), world);
    CHECK(zones.stepM == 0);
    CHECK(zones.lines.empty());
    CHECK(zones.names.size() > 1000);
    CHECK(zones.zoneBorders.size() > 1000);
}

TEST_CASE("labels have the principal figures of their step") {
    const auto text = [](MetricLabel label) { return label.before + "|" + label.principal + "|" + label.after; };
    CHECK(text(metricLabel(712'000, 1000)) == "7|12|000");
    CHECK(text(metricLabel(3'667'000, 1000)) == "36|67|000");
    CHECK(text(metricLabel(710'000, 10'000)) == "7|1|0000");
    CHECK(text(metricLabel(3'700'000, 100'000)) == "3|7|00000");
    CHECK(text(metricLabel(0, 1000)) == "|0|");
    CHECK(text(metricLabel(5'000, 1000)) == "|5|000");
}

TEST_CASE("a view of nothing has no grid") {
    const MapMath math = mathOf(kUtm36);
    CHECK(metricGrid({{}, 1, 34}, math).lines.empty());
    CHECK(metricGrid({{{0, 0}, {1, 1}}, 0, 34}, math).lines.empty());
    CHECK(metricGrid({{{1e9, 1e9}, {2e9, 2e9}}, 1e5, 34}, math).lines.empty());
}
