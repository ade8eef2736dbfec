// SPDX-License-Identifier: Apache-2.0
// Every promised format through the real loader: driver, layers, features, extent, values, coordinate system.
#include <unistd.h>

#include "geodata/crs/transformation.hpp"
#include "tests/geodata/link/linked_load.hpp"

using namespace geodata;

namespace {

struct Sample {
    const char *file, *layer, *driver, *crs, *nameColumn, *arabicColumn;
    const char *encoding = "", *crsOverride = "";
};

const Sample kTowns[] = {
    {"towns.gpkg", "towns", "GPKG", "EPSG:4326", "name", "name_ar"},
    {"towns_utf8.shp", "towns_utf8", "ESRI Shapefile", "EPSG:4326", "name", "name_ar"},
    {"towns_cp1256.shp", "towns_cp1256", "ESRI Shapefile", "EPSG:4326", "name", "name_ar", "CP1256"},
    {"towns_iso8859_6.shp", "towns_iso8859_6", "ESRI Shapefile", "EPSG:4326", "name", "name_ar", "ISO-8859-6"},
    {"towns.geojson", "towns", "GeoJSON", "EPSG:4326", "name", "name_ar"},
    {"towns.topojson", "towns", "TopoJSON", "EPSG:4326", "name", "name_ar"},
    {"towns.kml", "towns", "LIBKML", "EPSG:4326", "Name", "name_ar"},
    {"towns.kmz", "towns", "LIBKML", "EPSG:4326", "Name", "name_ar"},
    {"towns.gpx", "waypoints", "GPX", "EPSG:4326", "name", "desc"},
    {"towns.fgb", "towns", "FlatGeobuf", "EPSG:4326", "name", "name_ar"},
    {"towns_latlon.csv", "towns_latlon", "CSV", "EPSG:4326", "name", "name_ar"},
    {"towns_wkt.csv", "towns_wkt", "CSV", "EPSG:4326", "name", "name_ar"},
    {"towns_mgrs.csv", "towns_mgrs", "CSV", "EPSG:4326", "name", "name_ar"},
    {"towns_tab.tab", "towns_tab", "MapInfo File", "unnamed", "name", "name_ar"},
    {"towns_mif.mif", "towns_mif", "MapInfo File", "unnamed", "name", "name_ar"},
    {"towns.dxf", "entities", "DXF", "EPSG:4326", "Text", nullptr, "", "EPSG:4326"},
};

struct Town {
    const char *name, *arabic;
    double lon, lat;
};
const Town kPlaces[] = {{"Tyre", "صور", 35.1938, 33.2733},
                        {"Naqoura", "الناقورة", 35.1397, 33.1181},
                        {"Marjayoun", "مرجعيون", 35.5919, 33.3603}};

constexpr double kMetresOfDegrees = 1.2;  // an MGRS reference of five digits an axis names a square metre

void checkTown(const Store& store, std::uint32_t index, const Sample& sample, const Transformation& toMap) {
    const FeatureRef feature = store.feature(index);
    const Town& town = kPlaces[index];
    if (const auto name = store.column(sample.nameColumn); name && std::string(sample.driver) != "DXF")
        CHECK(feature.value(*name) == std::string(town.name));
    if (sample.arabicColumn != nullptr) {
        REQUIRE(store.column(sample.arabicColumn));
        CHECK(feature.value(*store.column(sample.arabicColumn)) == std::string(town.arabic));
    }
    REQUIRE(feature.kind() == GeometryKind::point);
    const MapPoint expected = toMap.forward(MapPoint{town.lon, town.lat}), found = feature.part(0)[0];
    CHECK(std::hypot(found.x - expected.x, found.y - expected.y) < kMetresOfDegrees);
}

}  // namespace

TEST_CASE("every promised format gives its towns, their Arabic names and their places") {
    const auto toMap = Transformation::toMap(kLonLatCrs, "EPSG:32636");
    REQUIRE(toMap);
    for (const Sample& sample : kTowns) {
        CAPTURE(std::string(sample.file));
        LoadRequest request;
        request.encoding = sample.encoding;
        request.crs = sample.crsOverride;
        const LinkedLoad load = loadSample(sample.file, request);
        CAPTURE((load.failed ? load.failed->error.text : ""));
        REQUIRE(load.layers.contains(sample.layer));
        const Store& store = *load.layers.at(sample.layer);
        CHECK(store.info().driver == sample.driver);
        CHECK(store.info().sourceCrs == sample.crs);
        CHECK(store.info().warnings.empty());
        REQUIRE(store.size() == 3);
        for (std::uint32_t i = 0; i < 3; ++i) checkTown(store, i, sample, *toMap);
        REQUIRE(store.info().extent);
        const LonLatBox& box = *store.info().extent;
        CHECK(box.west == doctest::Approx(35.1397).epsilon(1e-6));
        CHECK(box.south == doctest::Approx(33.1181).epsilon(1e-6));
        CHECK(box.east == doctest::Approx(35.5919).epsilon(1e-6));
        CHECK(box.north == doctest::Approx(33.3603).epsilon(1e-6));
    }
}

TEST_CASE("all layers of a file come, or the one that is named") {
    CHECK(loadSample("towns.gpkg").layers.size() == 2);
    LoadRequest zones;
    zones.layer = "zones";
    const LinkedLoad load = loadSample("towns.gpkg", zones);
    REQUIRE(load.layers.size() == 1);
    CHECK(load.layers.at("zones")->feature(0).kind() == GeometryKind::polygon);
}

TEST_CASE("axis order is never swapped, whatever the authority says and the format does") {
    struct Control {
        const char *code, *layer;
        double lon, lat, east, north;
    };
    // swisstopo: the Old Observatory in Bern; EPSG Guidance Note 7-2: the example of Lambert Azimuthal Equal Area.
    const Control controls[] = {{"2056", "control", 7.438632495, 46.951082877, 2600000, 1200000},
                                {"3035", "control", 5, 50, 3962799.45, 2999718.85}};
    for (const Control& control : controls)
        for (const char* extension : {".gml", ".gpkg"}) {
            CAPTURE(std::string(control.code));
            CAPTURE(std::string(extension));
            LoadRequest request;
            request.mapCrs = std::string("EPSG:") + control.code;  // the file's own: no projection hides a swap
            const LinkedLoad load = loadSample(std::string("control_") + control.code + extension, request);
            REQUIRE(load.layers.contains(control.layer));
            const Store& store = *load.layers.at(control.layer);
            const MapPoint p = store.feature(0).part(0)[0];
            CHECK(std::hypot(p.x - control.east, p.y - control.north) < 0.02);
            CHECK(store.info().extent->west == doctest::Approx(control.lon).epsilon(1e-6));
            CHECK(store.info().extent->south == doctest::Approx(control.lat).epsilon(1e-6));
            CHECK(store.info().warnings.empty());
        }
    for (const char* file : {"control_4326.gml", "control_4326.gpkg"}) {
        const LinkedLoad load = loadSample(file);
        REQUIRE(load.layers.contains("control"));
        CHECK(load.layers.at("control")->info().extent->west == doctest::Approx(35.1938));
        CHECK(load.layers.at("control")->info().extent->north == doctest::Approx(33.2733));
    }
}

TEST_CASE("a file is only read: nothing in its folder changes") {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / ("opsmap-link-test-unchanged-" + std::to_string(::getpid()));
    fs::remove_all(folder);
    fs::copy(kSamples, folder);
    std::map<fs::path, fs::file_time_type> before, after;
    for (const auto& entry : fs::directory_iterator(folder)) before[entry.path()] = entry.last_write_time();
    for (const Sample& sample : kTowns) loadLinked(requestOf(folder / sample.file));
    for (const auto& entry : fs::directory_iterator(folder)) after[entry.path()] = entry.last_write_time();
    CHECK(before == after);
}
