// SPDX-License-Identifier: Apache-2.0
// What stands in a store against what stood in the file, for generated lines and pairs of coordinate systems.
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "geodata/crs/transformation.hpp"
#include "tests/geodata/load/loaded_source.hpp"

using namespace geodata;

namespace {

struct Pair {
    const char *sourceCrs, *mapCrs;
    MapPoint middle;  // of the lines, in the source's coordinates
    double spread;
};

const Pair kPairs[] = {
    {"EPSG:4326", "EPSG:3857", {35, 33}, 9},           {"EPSG:4326", "EPSG:32636", {33, 40}, 4},
    {"EPSG:4326", "EPSG:3035", {10, 52}, 8},           {"EPSG:4326", "EPSG:3034", {10, 52}, 8},
    {"EPSG:4326", "EPSG:4326", {-60, -20}, 20},        {"EPSG:4326", "EPSG:5041", {20, 80}, 6},
    {"EPSG:32636", "EPSG:3857", {5e5, 3.7e6}, 2e5},    {"EPSG:3857", "EPSG:32636", {3.9e6, 3.9e6}, 3e5},
    {"EPSG:2056", "EPSG:25832", {2.66e6, 1.2e6}, 8e4}, {"EPSG:27700", "EPSG:3857", {4e5, 3e5}, 1e5}};

std::vector<MapPoint> randomLine(const Pair& pair, std::mt19937& random) {
    std::uniform_real_distribution<double> offset(-pair.spread, pair.spread), step(-pair.spread / 20, pair.spread / 20);
    std::vector<MapPoint> line{{pair.middle.x + offset(random), pair.middle.y + offset(random)}};
    while (line.size() < 12) line.push_back({line.back().x + step(random), line.back().y + step(random)});
    return line;
}

std::string textOf(const std::vector<MapPoint>& line) {
    std::string text = "[";
    for (const MapPoint p : line) text += fmt::format("{}[{},{}]", text.size() > 1 ? "," : "", p.x, p.y);
    return text + "]";
}

double distanceM(MapPoint p, MapPoint a, MapPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double t = length2 == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

// How far the drawn line is from PROJ's image of the point, at most.
double farthestM(std::span<const MapPoint> drawn, MapPoint image) {
    double nearest = 1e30;
    for (std::size_t i = 1; i < drawn.size(); ++i)
        nearest = std::min(nearest, distanceM(image, drawn[i - 1], drawn[i]));
    return nearest;
}

}  // namespace

TEST_CASE(
    "a store shows every vertex within a centimetre and every edge within a quarter pixel of where PROJ has them") {
    constexpr double kMPerPx = 0.25;  // the finest scale at which a map is looked at
    std::mt19937 random(20);
    for (const Pair& pair : kPairs) {
        CAPTURE(std::string(pair.sourceCrs) + " to " + pair.mapCrs);
        const auto toMap = Transformation::toMap(pair.sourceCrs, pair.mapCrs);
        REQUIRE(toMap);
        for (int i = 0; i < 4; ++i) {
            const std::vector<MapPoint> line = randomLine(pair, random);
            LoadRequest request = requestFor(writtenFile("truth.geojson", lineOf(textOf(line))), pair.mapCrs);
            request.crs = pair.sourceCrs;
            const LoadedSource load = loaded(request);
            REQUIRE(load.layers.size() == 1);
            const FeatureRef feature = load.layers.begin()->second->feature(0);
            REQUIRE(feature.partCount() == 1);
            const auto drawn = feature.part(0);
            std::size_t found = 0;
            double worst = 0;
            for (const MapPoint at : drawn)  // the source's vertices stand among the others, in their order
                if (const MapPoint image = toMap->forward(line[std::min(found, line.size() - 1)]);
                    found < line.size() && std::hypot(at.x - image.x, at.y - image.y) <= 0.01)
                    ++found;
            for (std::size_t k = 1; k < line.size(); ++k)
                for (double t = 0; t <= 1; t += 0.05)
                    worst = std::max(
                        worst,
                        farthestM(drawn, toMap->forward(MapPoint{line[k - 1].x + t * (line[k].x - line[k - 1].x),
                                                                 line[k - 1].y + t * (line[k].y - line[k - 1].y)})));
            CHECK(found == line.size());
            CHECK(worst <= kMPerPx / 4 + 0.01);
        }
    }
}
