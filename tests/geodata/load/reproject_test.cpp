// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/reproject.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "geodata/crs/area_of_use.hpp"

using namespace geodata;

namespace {

struct Control {
    const char *sourceCrs, *mapCrs;
    MapPoint source, map;
    double toleranceM;
};

double degrees(double d, double m, double s) { return d + m / 60 + s / 3600; }

// EPSG Guidance Note 7-2's worked examples, longitude first.
const Control kControls[] = {
    {"EPSG:4277",
     "EPSG:27700",
     {degrees(0, 30, 0), degrees(50, 30, 0)},
     {577274.99, 69740.50},
     0.01},  // Transverse Mercator
    {"EPSG:4267",
     "EPSG:32040",
     {-degrees(96, 0, 0), degrees(28, 30, 0)},
     {2963503.91 * 1200 / 3937, 254759.80 * 1200 / 3937},
     0.01},                                                                // Lambert Conic 2SP, US feet
    {"EPSG:4258", "EPSG:3035", {5, 50}, {3962799.45, 2999718.85}, 0.01},   // Lambert Azimuthal Equal Area
    {"EPSG:4289", "EPSG:28992", {6, 53}, {196105.283, 557057.739}, 0.01},  // Oblique Stereographic
    {"EPSG:4326", "EPSG:32661", {44, 73}, {3320416.75, 632668.43}, 0.02},  // Polar Stereographic
};

Feature pointAt(MapPoint p) {
    Feature feature;
    feature.geometry.kind = GeometryKind::point;
    feature.geometry.addPart(std::vector<MapPoint>{p});
    return feature;
}

FittedTransformation fitted(const std::string& sourceCrs, const std::string& mapCrs) {
    auto exact = Transformation::toMap(sourceCrs, mapCrs);
    OPSMAP_CHECK(exact);
    return FittedTransformation(std::move(*exact));
}

}  // namespace

TEST_CASE("reproject places published control points") {
    for (const Control& control : kControls) {
        CAPTURE(std::string(control.mapCrs));
        FittedTransformation toMap = fitted(control.sourceCrs, control.mapCrs);
        Feature feature = pointAt(control.source);
        ReprojectCounts counts;
        reproject(feature, toMap, 0.1, counts);
        REQUIRE(feature.geometry.partCount() == 1);
        const MapPoint p = feature.geometry.points[0];
        const bool feet = std::string(control.mapCrs) == "EPSG:32040";
        const double unit = feet ? 1200.0 / 3937 : 1;
        CHECK(std::hypot(p.x * unit - control.map.x, p.y * unit - control.map.y) < control.toleranceM);
    }
}

TEST_CASE("a vertex without a place breaks a line there and is counted with its feature") {
    FittedTransformation toMap = fitted(kLonLatCrs, "EPSG:3857");
    Feature feature;
    feature.id = 512;
    feature.geometry.kind = GeometryKind::line;
    feature.geometry.addPart(std::vector<MapPoint>{{0, 0}, {1, 0}, {2, std::nan("")}, {3, 0}, {4, 0}});
    ReprojectCounts counts;
    reproject(feature, toMap, 1, counts);
    CHECK(feature.geometry.partCount() == 2);
    CHECK(counts.points == 5);
    CHECK(counts.lost.count == 1);
    CHECK(counts.lost.first == 512);
}

TEST_CASE("an area of use may cross 180°") {
    const AreaOfUse fiji{176.81, -20.81, -178.15, -12.42};
    CHECK(fiji.holds({179, -17}, 1));
    CHECK(fiji.holds({-179, -17}, 1));
    CHECK(fiji.holds({176, -17}, 1));
    CHECK_FALSE(fiji.holds({170, -17}, 1));
    CHECK_FALSE(fiji.holds({179, 17}, 1));
    const auto utm = areaOfUse("EPSG:32636");
    REQUIRE(utm);
    CHECK(utm->west == 30);
    CHECK_FALSE(areaOfUse("+proj=utm +zone=36 +datum=WGS84 +type=crs"));
}
