// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/readable.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "geodata/source/position_names.hpp"
#include "tests/temporary_folder.hpp"

using namespace geodata;

namespace {

const std::filesystem::path kSamples = std::filesystem::path(OPSMAP_SOURCE_DIR) / "tests" / "data";

LoadRequest requestOf(const std::filesystem::path& file) {
    LoadRequest request;
    request.path = file;
    return request;
}

Readable readableFrom(const std::filesystem::path& file) {
    auto readable = readableOf(requestOf(file), {});
    REQUIRE_MESSAGE(readable, readable.error().text);
    return std::move(*readable);
}

}  // namespace

TEST_CASE("files that GDAL opens as they are stay files on the disk") {
    for (const auto& [name, driver] : {std::pair{"towns.gpkg", "GPKG"},
                                       {"towns.geojson", "GeoJSON"},
                                       {"towns.gpx", "GPX"},
                                       {"towns.kml", "LIBKML"},
                                       {"towns.kmz", "LIBKML"},
                                       {"towns_utf8.shp", "ESRI Shapefile"},
                                       {"towns_latlon.csv", "CSV"}}) {
        CAPTURE(name);
        const Readable readable = readableFrom(kSamples / name);
        CHECK(readable.driver == driver);
        CHECK(readable.path == (kSamples / name).string());
        CHECK(readable.memory.empty());
        CHECK(readable.notes.empty());
    }
}

TEST_CASE("what has to be prepared lies in memory under the name that its layer gets") {
    const auto endsWith = [](const std::string& path, const char* end) { return path.ends_with(end); };
    const Readable sheet = readableFrom(kSamples / "files" / "units.ods");
    CHECK(sheet.driver == "CSV");
    CHECK(endsWith(sheet.path, "/units.csv"));
    CHECK(sheet.memory.size() == 1);
    const Readable shapes = readableFrom(kSamples / "files" / "no_index.shp");
    CHECK(shapes.driver == "ESRI Shapefile");
    CHECK(endsWith(shapes.path, "/no_index.shp"));
    CHECK(shapes.memory.size() == 5);  // .shx, .shp, .dbf, .prj and .cpg beside each other
    for (const auto& file : shapes.memory)
        CHECK(std::filesystem::path(file->path()).parent_path() == std::filesystem::path(shapes.path).parent_path());
    const Readable one = readableFrom(kSamples / "files" / "towns_shapefile.zip");
    CHECK(endsWith(one.path, "}/data/towns.shp"));
    CHECK(one.memory.empty());
    const Readable json = readableFrom(kSamples / "files" / "towns_geojson.zip");
    CHECK(json.driver == "GeoJSON");
    CHECK(endsWith(json.path, "/towns.geojson"));
}

TEST_CASE("an archive that unpacks to more than is allowed, and a damaged one, are refused before they are unpacked") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "cut.xlsx", std::ios::binary) << "PK\x03\x04 and then nothing";
    const auto damaged = readableOf(requestOf(folder.path() / "cut.xlsx"), {});
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().text.find("cut.xlsx\": ") != std::string::npos);
}

TEST_CASE("a refusal says in plain words what the file looks like") {
    const LoadRequest request = requestOf("/a/b.gpkg");
    const auto sentence = [&](const char* driver, const char* gdalText) {
        return openingRefused(request, Readable{.driver = driver, .path = {}}, gdalText).text;
    };
    CHECK(sentence("LIBKML", "") ==
          "Cannot read \"/a/b.gpkg\": it looks like a KML file but is damaged or incomplete. Save it again with the "
          "program that made it.");
    CHECK(sentence("GPKG", "").find("it is a database without vector layers, perhaps one of images") !=
          std::string::npos);
    CHECK(sentence("ESRI Shapefile", "broken head") ==
          "Cannot read \"/a/b.gpkg\": it is no good Shapefile file (broken head).");
    CHECK(sentence("GeoJSON", "").find("it is JSON but no GeoJSON") != std::string::npos);
}

TEST_CASE("columns of hemispheres are known by their usual names, and others are not") {
    for (const char* name :
         {"ns", "N/S", "Lat_NS", "lat dir", "Latitude Direction", "LAT_HEM", "latitude hemisphere"}) {
        CAPTURE(name);
        CHECK(rankOf(name, PositionName::northOrSouth));
        CHECK_FALSE(rankOf(name, PositionName::eastOrWest));
    }
    for (const char* name : {"ew", "E/W", "lon_ew", "Lon Dir", "longitude direction", "LNG_HEM"}) {
        CAPTURE(name);
        CHECK(rankOf(name, PositionName::eastOrWest));
        CHECK_FALSE(rankOf(name, PositionName::northOrSouth));
    }
    for (const char* name : {"n", "news", "direction", "hem", "lat", "lon", ""}) {
        CAPTURE(name);
        CHECK_FALSE(rankOf(name, PositionName::northOrSouth));
        CHECK_FALSE(rankOf(name, PositionName::eastOrWest));
    }
}
