// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/drivers.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

namespace fs = std::filesystem;

TEST_CASE("driverFor goes by content, not by name") {
    const fs::path samples = fs::path(OPSMAP_SOURCE_DIR) / "tests" / "data";
    const fs::path folder = fs::temp_directory_path() / ("opsmap-source-test-drivers-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const std::pair<const char*, const char*> kinds[] = {{"towns.gpkg", "GPKG"},
                                                         {"towns_utf8.shp", "ESRI Shapefile"},
                                                         {"towns.geojson", "GeoJSON"},
                                                         {"towns.topojson", "TopoJSON"},
                                                         {"towns.kml", "LIBKML"},
                                                         {"towns.kmz", "LIBKML"},
                                                         {"towns.gpx", "GPX"},
                                                         {"towns.fgb", "FlatGeobuf"},
                                                         {"towns.dxf", "DXF"},
                                                         {"control_4326.gml", "GML"},
                                                         {"towns_tab.tab", "MapInfo File"}};
    for (const auto& [file, driver] : kinds) {
        const std::string name = file;
        CAPTURE(name);
        const fs::path renamed = folder / "renamed.csv";
        fs::copy_file(samples / file, renamed, fs::copy_options::overwrite_existing);
        const auto found = geodata::driverFor(renamed);
        REQUIRE(found);
        CHECK(*found == driver);
    }
    CHECK(*geodata::driverFor(samples / "towns_latlon.csv") == "CSV");
    CHECK(*geodata::driverFor(samples / "towns_mif.mif") == "MapInfo File");
}
