// SPDX-License-Identifier: Apache-2.0
// Broken files through the real loader: one sentence with file and reason, and nothing taken for what it is not.
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/geodata/link/linked_load.hpp"

using namespace geodata;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder =
    fs::temp_directory_path() /
    ("opsmap-link-test-refusals-" + std::to_string(::getpid()));  // release and sanitizer builds run at once

fs::path written(const std::string& name, const std::string& content) {
    fs::create_directories(kFolder);
    std::ofstream(kFolder / name, std::ios::binary) << content;
    return kFolder / name;
}

std::string contentOf(const std::string& sample) {
    std::ifstream in(kSamples / sample, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string refusalOf(const LoadRequest& request) {
    const LinkedLoad load = loadLinked(request);
    if (!load.failed) return "read without a refusal";
    CHECK(load.failed->cause == LoadFailure::refused);
    return load.failed->error.text;
}

bool names(const std::string& sentence, const std::string& part) { return sentence.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a truncated file of each format is refused with its name and a reason, or says what is missing") {
    for (const char* name : {"towns.gpkg", "towns.geojson", "towns.topojson", "towns.kml", "towns.kmz", "towns.gpx",
                             "towns.fgb", "control_4326.gml"}) {
        CAPTURE(std::string(name));
        const std::string content = contentOf(name);
        const fs::path file = written(std::string("cut_") + name, content.substr(0, content.size() * 6 / 10));
        const LinkedLoad load = loadLinked(requestOf(file));
        bool said = load.failed.has_value();
        for (const auto& [layer, store] : load.layers) said = said || !store->info().warnings.empty();
        CHECK(said);
        if (load.failed) CHECK(names(load.failed->error.text, std::string("cut_") + name));
    }
}

TEST_CASE("refusals name file and reason") {
    fs::create_directories(kFolder);
    ::mkfifo((kFolder / "pipe.csv").c_str(), 0600);
    CHECK(names(refusalOf(requestOf(kFolder / "pipe.csv")), "pipe.csv\": it is no file but a device or a pipe."));
    CHECK(refusalOf(requestOf(kFolder / "none.geojson")) ==
          "Cannot read \"" + (kFolder / "none.geojson").string() + "\": No such file or directory.");
    CHECK(names(refusalOf(requestOf(written("empty.csv", ""))), "empty.csv\": it is empty."));
    CHECK(names(refusalOf(requestOf(written("noise.gpkg", "\x01\x02\x03 noise"))),
                "noise.gpkg\": opsmap cannot read this kind of file (images are not supported yet)."));
    CHECK(names(refusalOf(requestOf(kSamples / "towns.dxf")),
                "it names no coordinate system. Set crs = \"EPSG:…\" for this layer."));
    LoadRequest request = requestOf(kSamples / "towns.gpkg");
    request.layer = "rivers";
    CHECK(names(refusalOf(request), "Cannot read layer \"rivers\" of \""));
    request.layer = "towns";
    request.where = "height > 3";
    CHECK(names(refusalOf(request), "where = \"height > 3\" is not understood"));
    request.where.clear();
    request.crs = "EPSG:999999";
    CHECK(names(refusalOf(request), "EPSG:999999"));
}
