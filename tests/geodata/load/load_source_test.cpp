// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/load_source.hpp"

#include <algorithm>

#include "geodata/crs/transformation.hpp"
#include "tests/geodata/load/loaded_source.hpp"

using namespace geodata;

namespace {

// The farthest that a drawn line lies from the true image of the source's straight edge.
constexpr double kQuarterPixelM =
    0.25 / 4 + 0.01;  // at the finest scale, and the centimetre that a fitted transformation takes

double farthestFromTruth(const FeatureRef& line, MapPoint from, MapPoint to, const Transformation& toMap) {
    double farthestM = 0;
    for (int i = 0; i <= 2000; ++i) {
        const MapPoint p =
            toMap.forward(MapPoint{from.x + (to.x - from.x) * i / 2000, from.y + (to.y - from.y) * i / 2000});
        double nearestM = 1e30;
        const auto points = line.part(0);
        for (std::size_t k = 1; k < points.size(); ++k) {
            const MapPoint a = points[k - 1], b = points[k];
            const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
            const double t = length2 == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
            nearestM = std::min(nearestM, std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy));
        }
        farthestM = std::max(farthestM, nearestM);
    }
    return farthestM;
}

MapBox boxOfParts(const FeatureRef& feature, double* widestPartM = nullptr) {
    MapBox all;
    for (std::size_t i = 0; i < feature.partCount(); ++i) {
        const MapBox box = boxOf(feature.part(i));
        if (widestPartM != nullptr) *widestPartM = std::max(*widestPartM, box.width());
        all = united(all, box);
    }
    return all;
}

}  // namespace

TEST_CASE("rows are chosen by where, keeping their own numbers") {
    LoadRequest request = requestFor(kSamples / "towns.gpkg");
    request.layer = "towns";
    request.where = "people > 10000";
    const LoadedSource load = loaded(request);
    REQUIRE(load.layers.contains("towns"));
    CHECK(load.layers.at("towns")->size() == 2);
    CHECK(load.layers.at("towns")->feature(1).id() == 2);
    CHECK(load.warnings().empty());
}

TEST_CASE("crs overrides what the file says") {
    // The file holds degrees and says so; read as UTM metres they lie near the equator.
    LoadRequest request = requestFor(kSamples / "towns.gpkg");
    request.layer = "towns";
    request.crs = "EPSG:32636";
    const LoadedSource load = loaded(request);
    REQUIRE(load.layers.contains("towns"));
    const MapPoint p = load.layers.at("towns")->feature(0).part(0)[0];
    CHECK(p.x == doctest::Approx(35.1938));
    CHECK(p.y == doctest::Approx(33.2733));
}

TEST_CASE("edges are bent: nowhere more than a quarter pixel from their true course") {
    for (const char* mapCrs : {"EPSG:32636", "EPSG:3035"}) {
        CAPTURE(std::string(mapCrs));
        const LoadedSource load = loaded(requestFor(writtenFile("edge.geojson", lineOf("[[20,40],[40,50]]")), mapCrs));
        REQUIRE(load.layers.size() == 1);
        const auto toMap = Transformation::toMap(kLonLatCrs, mapCrs);
        const FeatureRef line = load.layers.begin()->second->feature(0);
        CHECK(line.part(0).size() > 2);
        CHECK(farthestFromTruth(line, {20, 40}, {40, 50}, *toMap) < kQuarterPixelM);
    }
}

TEST_CASE("an edge that bends as an S is bent too, though its middle lies on the chord") {
    const LoadedSource load = loaded(requestFor(writtenFile("s.geojson", lineOf("[[23,-10],[43,10]]")), "EPSG:32636"));
    REQUIRE(load.layers.size() == 1);
    const auto toMap = Transformation::toMap(kLonLatCrs, "EPSG:32636");
    CHECK(farthestFromTruth(load.layers.begin()->second->feature(0), {23, -10}, {43, 10}, *toMap) < kQuarterPixelM);
}

TEST_CASE("a line across 180° is cut at the map's seam, not smeared over the map") {
    const auto file = writtenFile("fiji.geojson", lineOf("[[170,-10],[190,-20]]"));
    for (const char* mapCrs : {"EPSG:4326", "EPSG:3857", "EPSG:3395"}) {
        CAPTURE(std::string(mapCrs));
        const LoadedSource load = loaded(requestFor(file, mapCrs));
        REQUIRE(load.layers.size() == 1);
        const FeatureRef line = load.layers.begin()->second->feature(0);
        double widestM = 0;
        const MapBox all = boxOfParts(line, &widestM);
        CHECK(line.partCount() == 2);
        CHECK(widestM < 12 * kPlateCarreeMetresPerDegree);
        CHECK(all.width() > 350 * kPlateCarreeMetresPerDegree);
    }
}

TEST_CASE("an area is cut where the projection ends") {
    const auto whole = writtenFile(
        "earth.geojson", R"({"type":"Polygon","coordinates":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]})");
    const LoadedSource mercator = loaded(requestFor(whole, "EPSG:3857"));
    REQUIRE(mercator.layers.size() == 1);
    const MapBox box = mercator.layers.begin()->second->box();
    CHECK(box.max.y == doctest::Approx(20037508).epsilon(0.001));  // the square map's edge, not infinity
    const LoadedSource utm = loaded(requestFor(whole, "EPSG:32636"));
    REQUIRE(utm.layers.size() == 1);
    CHECK(utm.layers.begin()->second->box().width() < 2e7);
}

TEST_CASE("a sea that reaches beyond the map keeps its islands, alone and in a collection") {
    const std::string sea =
        R"({"type":"Polygon","coordinates":[[[-170,-80],[170,-80],[170,89],[-170,89],[-170,-80]],)"
        R"([[10,10],[20,10],[20,20],[10,20],[10,10]],[[30,80],[40,80],[40,88],[30,88],[30,80]],[[50,)"
        R"(87],[60,87],[60,88],[50,88],[50,87]]]})";
    const std::string line = R"({"type":"LineString","coordinates":[[0,0],[0,89]]})";
    for (const std::string& geometry :
         {sea, R"({"type":"GeometryCollection","geometries":[)" + line + "," + sea + "]}"}) {
        CAPTURE(geometry);
        const LoadedSource load = loaded(requestFor(writtenFile("sea.geojson", geometry), "EPSG:3857"));
        REQUIRE(load.layers.size() == 1);
        const Store& store = *load.layers.begin()->second;
        std::size_t seas = 0;
        for (std::uint32_t f = 0; f < store.size(); ++f) {
            const FeatureRef feature = store.feature(f);
            if (feature.kind() != GeometryKind::polygon) continue;
            ++seas;
            REQUIRE(feature.partCount() == 2);  // the one that is cut is a bay now, the one beyond is gone
            CHECK(boxOf(feature.part(0)).width() == doctest::Approx(340 * kPlateCarreeMetresPerDegree).epsilon(0.001));
            CHECK(boxOf(feature.part(1)).width() == doctest::Approx(10 * kPlateCarreeMetresPerDegree).epsilon(0.001));
        }
        CHECK(seas == 1);
    }
}

TEST_CASE("neighbours keep one border: the shared edge gets the same points from either side") {
    const LoadedSource load = loaded(requestFor(kSamples / "zones.geojson", "EPSG:3035"));
    REQUIRE(load.layers.contains("zones"));
    const Store& store = *load.layers.at("zones");
    std::size_t shared = 0;
    for (const MapPoint a : store.feature(0).part(0))
        for (const MapPoint b : store.feature(1).part(0)) shared += a == b;
    CHECK(shared > 2);  // both ends and what was put between
}
