// SPDX-License-Identifier: Apache-2.0
// Curve types, with and without arcs, become the areas and lines that they are.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "tests/geodata/load/loaded_source.hpp"

using namespace geodata;

namespace {

LoadedSource loadedWkt(const std::string& wkt) {
    LoadRequest request = requestFor(writtenFile("curve.csv", "name,wkt\na,\"" + wkt + "\"\n"));
    request.crs = "EPSG:32636";
    return loaded(request);
}

double doubleAreaOf(const FeatureRef& feature) {
    double sum = 0;
    for (std::size_t i = 0; i < feature.partCount(); ++i) sum += signedDoubleArea(feature.part(i));
    return sum;
}

const char* const kSquare = "(500000 3600000,501000 3600000,501000 3601000,500000 3601000,500000 3600000)";

}  // namespace

TEST_CASE("areas of curve types without arcs are areas") {
    const std::string square = kSquare;
    for (const std::string& wkt :
         {"CURVEPOLYGON(" + square + ")", "MULTISURFACE((" + square + "))",
          "MULTISURFACE(CURVEPOLYGON(" + square + "))", "CURVEPOLYGON(COMPOUNDCURVE(" + square + "))",
          "GEOMETRYCOLLECTION(CURVEPOLYGON(" + square + "))"}) {
        CAPTURE(wkt);
        const LoadedSource load = loadedWkt(wkt);
        REQUIRE(load.layers.contains("curve"));
        const Store& store = *load.layers.at("curve");
        REQUIRE(store.size() == 1);
        CHECK(store.feature(0).kind() == GeometryKind::polygon);
        CHECK(doubleAreaOf(store.feature(0)) == doctest::Approx(2e6).epsilon(1e-9));
        CHECK(load.warnings().empty());
    }
}

TEST_CASE("a hole of a curve type is a hole") {
    const LoadedSource load = loadedWkt(std::string("CURVEPOLYGON(") + kSquare +
                                        ",(500100 3600100,500200 3600100,500200 3600200,500100 3600200,"
                                        "500100 3600100))");
    REQUIRE(load.layers.contains("curve"));
    const FeatureRef area = load.layers.at("curve")->feature(0);
    REQUIRE(area.partCount() == 2);
    CHECK(doubleAreaOf(area) == doctest::Approx(2 * (1e6 - 1e4)).epsilon(1e-9));
}

TEST_CASE("lines of curve types without arcs are lines") {
    for (const char* wkt :
         {"COMPOUNDCURVE((500000 3600000,501000 3600000))", "MULTICURVE((500000 3600000,501000 3600000))",
          "MULTICURVE(COMPOUNDCURVE((500000 3600000,501000 3600000)))"}) {
        CAPTURE(std::string(wkt));
        const LoadedSource load = loadedWkt(wkt);
        REQUIRE(load.layers.contains("curve"));
        const FeatureRef line = load.layers.at("curve")->feature(0);
        CHECK(line.kind() == GeometryKind::line);
        CHECK(line.partCount() == 1);
        CHECK(line.box().width() == doctest::Approx(1000).epsilon(1e-9));
    }
}

TEST_CASE("arcs become chords that stay within a decimetre, however large the circle is") {
    for (const double radiusM : {20.0, 3000.0, 60000.0}) {
        CAPTURE(radiusM);
        const LoadedSource load = loadedWkt(fmt::format(
            "CURVEPOLYGON(CIRCULARSTRING({0} 3600000,{1} 3600000,{0} 3600000))", 500000 - radiusM, 500000 + radiusM));
        REQUIRE(load.layers.contains("curve"));
        const FeatureRef circle = load.layers.at("curve")->feature(0);
        REQUIRE(circle.kind() == GeometryKind::polygon);
        const auto ring = circle.part(0);
        double farthestM = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
            for (const MapPoint p : {a, MapPoint{(a.x + b.x) / 2, (a.y + b.y) / 2}})
                farthestM = std::max(farthestM, std::abs(std::hypot(p.x - 500000, p.y - 3600000) - radiusM));
        }
        CHECK(farthestM < 0.1);
        CHECK(ring.size() < 8000);
        CHECK(doubleAreaOf(circle) == doctest::Approx(2 * std::numbers::pi * radiusM * radiusM).epsilon(0.005));
    }
}

TEST_CASE("overlapping members of one feature are polygons of their own") {
    const std::string second = "(500500 3600500,501500 3600500,501500 3601500,500500 3601500,500500 3600500)";
    for (const std::string& wkt : {std::string("MULTIPOLYGON((") + kSquare + "),(" + second + "))",
                                   std::string("GEOMETRYCOLLECTION(POLYGON(") + kSquare + "),POLYGON(" + second + "))",
                                   std::string("MULTISURFACE((") + kSquare + "),(" + second + "))"}) {
        CAPTURE(wkt);
        const LoadedSource load = loadedWkt(wkt);
        REQUIRE(load.layers.contains("curve"));
        const FeatureRef area = load.layers.at("curve")->feature(0);
        REQUIRE(area.partCount() == 2);
        CHECK(beginsPolygon(area.part(0)));
        CHECK(beginsPolygon(area.part(1)));
    }
}

TEST_CASE("outlines turn left and holes right, whatever the file says, and holes without area are left out") {
    const std::string turned = "(500000 3600000,500000 3601000,501000 3601000,501000 3600000,500000 3600000)",
                      hole = "(500100 3600100,500200 3600100,500200 3600200,500100 3600200,500100 3600100)",
                      needle = "(500300 3600300,500400 3600300,500300 3600300)",
                      flat = "(500300 3600300,500400 3600400,500500 3600500,500300 3600300)";
    const LoadedSource load = loadedWkt("POLYGON(" + turned + "," + needle + "," + flat + "," + hole + ")");
    REQUIRE(load.layers.contains("curve"));
    const FeatureRef area = load.layers.at("curve")->feature(0);
    REQUIRE(area.partCount() == 2);
    CHECK(signedDoubleArea(area.part(0)) > 0);
    CHECK(signedDoubleArea(area.part(1)) < 0);
}
