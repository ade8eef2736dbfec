// SPDX-License-Identifier: Apache-2.0
// Reading changes neither the file nor its folder: every byte and every name are compared, a GeoPackage in WAL mode
// included.
#include <doctest/doctest.h>
#include <unistd.h>

#include <iterator>
#include <map>

#include "geodata/link/link.hpp"
#include "tests/temporary_folder.hpp"

namespace fs = std::filesystem;
namespace event = geodata::load_event;

namespace {

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> contentsOf(const fs::path& folder) {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::directory_iterator(folder))
        all[entry.path().filename().string()] = contentOf(entry.path());
    return all;
}

// Bytes 18 and 19 of a SQLite file say who may write and read it: 2 is write-ahead logging.
std::string inWalMode(std::string database) {
    database[18] = database[19] = 2;
    return database;
}

bool isRead(const fs::path& file) {
    geodata::LoadRequest request;
    request.path = file;
    request.mapCrs = "EPSG:4326";
    request.useCache = false;
    geodata::Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}});
    link.start(request);
    for (;;)
        for (const geodata::LoadEvent& taken : link.wait(1)) {
            if (std::holds_alternative<event::Failed>(taken.what)) return false;
            if (std::holds_alternative<event::Done>(taken.what)) return true;
        }
}

}  // namespace

TEST_CASE("a folder holds the same bytes after reading as before") {
    const fs::path samples = fs::path(OPSMAP_SOURCE_DIR) / "tests" / "data";
    const TemporaryFolder folder;
    for (const char* name :
         {"towns.gpkg", "towns.geojson", "towns.kml", "towns.fgb", "towns_cp1256.shp", "towns_cp1256.shx",
          "towns_cp1256.dbf", "towns_cp1256.prj", "control_4326.gml", "towns_latlon.csv"})
        fs::copy_file(samples / name, folder.path() / name);
    folder.write("wal.gpkg", inWalMode(contentOf(samples / "towns.gpkg")));
    const auto before = contentsOf(folder.path());
    for (const char* name : {"towns.gpkg", "wal.gpkg", "towns.geojson", "towns.kml", "towns.fgb", "towns_cp1256.shp",
                             "control_4326.gml", "towns_latlon.csv"}) {
        CAPTURE(std::string(name));
        CHECK(isRead(folder.path() / name));
    }
    CHECK(contentsOf(folder.path()) == before);
}
