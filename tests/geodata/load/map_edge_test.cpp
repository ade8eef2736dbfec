// SPDX-License-Identifier: Apache-2.0
// What crosses the map's seam or holds a pole is cut there, whichever coordinate system the file has.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geodata/crs/transformation.hpp"
#include "tests/geodata/load/loaded_source.hpp"

using namespace geodata;

namespace {

constexpr double kMercatorHalfM = 20037508.342789244;

LoadedSource loadedWkt(const std::string& wkt, const std::string& crs, const std::string& mapCrs) {
    LoadRequest request = requestFor(writtenFile("edge.csv", "name,wkt\na,\"" + wkt + "\"\n"), mapCrs);
    request.crs = crs;
    return loaded(request);
}

std::string boxText(double west, double south, double east, double north) {
    return fmt::format("({0} {1},{2} {1},{2} {3},{0} {3},{0} {1})", west, south, east, north);
}

// Round the origin of a polar map.
std::string discText(double radiusM, bool clockwise = false) {
    std::string text;
    for (int i = 0; i <= 72; ++i) {
        const double angle = (clockwise ? -i : i) * std::numbers::pi / 36;
        text += fmt::format("{}{} {}", i == 0 ? "(" : ",", radiusM * std::cos(angle), radiusM * std::sin(angle));
    }
    return text + ")";
}

double areaOf(const FeatureRef& feature) {
    double sum = 0;
    for (std::size_t i = 0; i < feature.partCount(); ++i) sum += signedDoubleArea(feature.part(i)) / 2;
    return sum;
}

double widestPartM(const FeatureRef& feature) {
    double widest = 0;
    for (std::size_t i = 0; i < feature.partCount(); ++i) widest = std::max(widest, boxOf(feature.part(i)).width());
    return widest;
}

FeatureRef only(const LoadedSource& load) {
    REQUIRE(load.layers.size() == 1);
    return load.layers.begin()->second->feature(0);
}

}  // namespace

TEST_CASE("a field across 180° in Fiji's own grid is cut at the seam, and its extent crosses 180°") {
    for (const char* mapCrs : {"EPSG:3857", "EPSG:4326", "EPSG:3395"}) {
        CAPTURE(std::string(mapCrs));
        const LoadedSource load =
            loadedWkt("POLYGON(" + boxText(2110000, 4000000, 2153000, 4043000) + ")", "EPSG:3460", mapCrs);
        const FeatureRef field = only(load);
        CHECK(field.partCount() == 2);
        CHECK(widestPartM(field) < 30000);
        CHECK(field.box().width() > 4e7);
        CHECK(areaOf(field) ==
              doctest::Approx(43000.0 * 43000 / std::cos(16.8 * std::numbers::pi / 180) *
                              (std::string(mapCrs) == "EPSG:4326" ? 1 : 1 / std::cos(16.8 * std::numbers::pi / 180)))
                  .epsilon(0.01));
        const auto extent = load.layers.begin()->second->info().extent;
        REQUIRE(extent);
        CHECK(extent->west == doctest::Approx(179.78).epsilon(0.001));
        CHECK(extent->east == doctest::Approx(-179.8).epsilon(0.001));
        CHECK(load.warnings().empty());
    }
}

TEST_CASE("what does not meet the seam keeps its own way to the map, and lines and points are cut too") {
    const LoadedSource near =
        loadedWkt("POLYGON(" + boxText(2000000, 4000000, 2043000, 4043000) + ")", "EPSG:3460", "EPSG:3857");
    CHECK(only(near).partCount() == 1);
    CHECK(near.layers.begin()->second->info().extent->west < near.layers.begin()->second->info().extent->east);
    const LoadedSource line = loadedWkt("LINESTRING(2110000 4000000,2153000 4043000)", "EPSG:3460", "EPSG:3857");
    CHECK(only(line).kind() == GeometryKind::line);
    CHECK(only(line).partCount() == 2);
    CHECK(widestPartM(only(line)) < 30000);
    const LoadedSource points = loadedWkt("MULTIPOINT(2110000 4000000,2153000 4043000)", "EPSG:3460", "EPSG:3857");
    REQUIRE(only(points).partCount() == 2);
    CHECK(only(points).part(0)[0].x > 2e7);
    CHECK(only(points).part(1)[0].x < -2e7);
}

TEST_CASE("a disc round the pole is the cap up to the map's edge") {
    for (const bool clockwise : {false, true}) {
        CAPTURE(clockwise);
        const LoadedSource mercator = loadedWkt("POLYGON(" + discText(2e6, clockwise) + ")", "EPSG:3995", "EPSG:3857");
        const MapBox box = only(mercator).box();
        CHECK(box.width() == doctest::Approx(2 * kMercatorHalfM).epsilon(1e-6));
        CHECK(box.max.y == doctest::Approx(kMercatorHalfM).epsilon(0.001));
        // 2,000 km from the pole in EPSG:3995 is the 71.6th parallel.
        CHECK(box.min.y == doctest::Approx(11.6e6).epsilon(0.01));
        CHECK(areaOf(only(mercator)) == doctest::Approx(2 * kMercatorHalfM * (box.max.y - box.min.y)).epsilon(0.01));
        const LoadedSource plate = loadedWkt("POLYGON(" + discText(2e6, clockwise) + ")", "EPSG:3995", "EPSG:4326");
        CHECK(only(plate).box().max.y == doctest::Approx(90 * kPlateCarreeMetresPerDegree).epsilon(1e-9));
        CHECK(areaOf(only(plate)) > 350 * 18 * kPlateCarreeMetresPerDegree * kPlateCarreeMetresPerDegree);
    }
}

TEST_CASE("a disc round the south pole is no part of a northern map, and a cap of a world map") {
    const LoadedSource north = loadedWkt("POLYGON(" + discText(2e6) + ")", "EPSG:3031", "EPSG:3995");
    CHECK(only(north).kind() == GeometryKind::none);
    CHECK(north.warnings().find("lie outside what EPSG:3995 can show") != std::string::npos);
    const LoadedSource world = loadedWkt("POLYGON(" + discText(2e6) + ")", "EPSG:3031", "EPSG:4326");
    CHECK(only(world).box().min.y == doctest::Approx(-90 * kPlateCarreeMetresPerDegree).epsilon(1e-9));
    CHECK(areaOf(only(world)) > 350 * 18 * kPlateCarreeMetresPerDegree * kPlateCarreeMetresPerDegree);
}

TEST_CASE("a ring of ice round the pole keeps its hole") {
    const LoadedSource load =
        loadedWkt("POLYGON(" + discText(2e6) + "," + discText(1e6, true) + ")", "EPSG:3995", "EPSG:4326");
    const LoadedSource whole = loadedWkt("POLYGON(" + discText(2e6) + ")", "EPSG:3995", "EPSG:4326"),
                       hole = loadedWkt("POLYGON(" + discText(1e6) + ")", "EPSG:3995", "EPSG:4326");
    CHECK(areaOf(only(load)) == doctest::Approx(areaOf(only(whole)) - areaOf(only(hole))).epsilon(1e-6));
}

TEST_CASE("a hole across the seam is cut out on both sides of it") {
    const std::string field = boxText(2050000, 3900000, 2210000, 4100000),
                      hole = boxText(2122000, 3990000, 2142000, 4010000),
                      other = boxText(2060000, 3990000, 2080000, 4010000);
    const double all = areaOf(only(loadedWkt("POLYGON(" + field + ")", "EPSG:3460", "EPSG:3857"))),
                 holed = areaOf(
                     only(loadedWkt("POLYGON(" + field + "," + hole + "," + other + ")", "EPSG:3460", "EPSG:3857")));
    CHECK(all - holed ==
          doctest::Approx(2 * 2e4 * 2e4 / std::pow(std::cos(17 * std::numbers::pi / 180), 2)).epsilon(0.01));
}

TEST_CASE("a sea in metres that is cut in two keeps each island in its own half") {
    const LoadedSource load = loadedWkt("POLYGON(" + boxText(170, -30, 190, 30) + "," + boxText(172, 10, 175, 13) +
                                            "," + boxText(184, -13, 188, -10) + ")",
                                        "EPSG:4326", "EPSG:4326");
    const FeatureRef sea = only(load);
    REQUIRE(sea.partCount() == 4);
    for (std::size_t i = 0; i < 4; i += 2) {
        CHECK(beginsPolygon(sea.part(i)));
        CHECK(!beginsPolygon(sea.part(i + 1)));
        const MapBox half = boxOf(sea.part(i)), island = boxOf(sea.part(i + 1));
        CHECK(half.contains(island.min));
        CHECK(half.contains(island.max));
    }
}

TEST_CASE("a collection is one feature in what is said of it") {
    const LoadedSource load =
        loadedWkt("GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))", "EPSG:26915", "EPSG:4326");
    CHECK(load.warnings().find("1 of 1 features") != std::string::npos);
    CHECK(load.warnings().find("2 of 1") == std::string::npos);
}

TEST_CASE("tracks and areas of GPX and KML take the short way over 180°") {
    const std::string kml = R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">)"
                            "<Document><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>170,-10 -170,-10 "
                            "-170,-20 170,-20 170,-10</coordinates></LinearRing></outerBoundaryIs></Polygon>"
                            "</Placemark></Document></kml>";
    const LoadedSource area = loaded(requestFor(writtenFile("over.kml", kml), "EPSG:4326"));
    CHECK(only(area).partCount() == 2);
    CHECK(areaOf(only(area)) ==
          doctest::Approx(200 * kPlateCarreeMetresPerDegree * kPlateCarreeMetresPerDegree).epsilon(1e-6));
    CHECK(area.layers.begin()->second->info().extent->west == doctest::Approx(170));
    CHECK(area.layers.begin()->second->info().extent->east == doctest::Approx(-170));
    const std::string gpx =
        R"(<?xml version="1.0"?><gpx version="1.1" creator="t" )"
        R"(xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg><trkpt lat="-10" lon="178"/>)"
        R"(<trkpt lat="-11" lon="179.5"/><trkpt lat="-12" lon="-179"/><trkpt lat="-13" lon="-177"/>)"
        "</trkseg></trk></gpx>";
    LoadRequest request = requestFor(writtenFile("over.gpx", gpx), "EPSG:4326");
    request.layer = "tracks";
    const LoadedSource track = loaded(request);
    CHECK(only(track).partCount() == 2);
    CHECK(widestPartM(only(track)) < 4 * kPlateCarreeMetresPerDegree);
}

TEST_CASE("a band round the earth stays a band in GeoJSON, and in KML where an edge says so") {
    const std::string ring = "-180,-10 180,-10 180,10 -180,10 -180,-10";
    const LoadedSource kml = loaded(requestFor(
        writtenFile("band.kml", R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>)"
                                "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>" +
                                    ring +
                                    "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"
                                    "</Document></kml>"),
        "EPSG:4326"));
    CHECK(only(kml).box().width() == doctest::Approx(360 * kPlateCarreeMetresPerDegree));
    const LoadedSource json = loaded(requestFor(
        writtenFile("band.geojson",
                    R"({"type":"Polygon","coordinates":[[[170,-10],[-170,-10],[-170,10],[170,10],[170,-10]]]})"),
        "EPSG:4326"));
    CHECK(only(json).box().width() == doctest::Approx(340 * kPlateCarreeMetresPerDegree));
}

TEST_CASE("a KML ring round the pole is closed over it") {
    const LoadedSource load = loaded(requestFor(
        writtenFile("cap.kml", R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>)"
                               "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>0,80 90,80 180,80 -90,80 "
                               "0,80</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document>"
                               "</kml>"),
        "EPSG:4326"));
    CHECK(areaOf(only(load)) ==
          doctest::Approx(3600 * kPlateCarreeMetresPerDegree * kPlateCarreeMetresPerDegree).epsilon(1e-6));
}
