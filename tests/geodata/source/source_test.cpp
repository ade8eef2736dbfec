// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/source.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "geodata/source/drivers.hpp"

using namespace geodata;
namespace fs = std::filesystem;

TEST_CASE("features of very many vertices come in small portions, and all of them come") {
    const fs::path file = fs::temp_directory_path() / fmt::format("opsmap-source-test-{}.geojson", ::getpid());
    std::ofstream out(file);
    out << R"({"type":"FeatureCollection","features":[)";
    for (int feature = 0; feature < 8; ++feature) {
        out << (feature == 0 ? "" : ",")
            << R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[)";
        for (int i = 0; i < 40000; ++i)
            out << (i == 0 ? "" : ",") << fmt::format("[{:.4f},{:.4f}]", i * 0.001, feature + std::sin(i * 0.01));
        out << "]}}";
    }
    out << "]}";
    out.close();
    registerDrivers();
    LoadRequest request;
    request.path = file;
    request.mapCrs = "EPSG:4326";
    auto source = Source::open(request);
    REQUIRE(source);
    REQUIRE(source->enter(0));
    std::size_t portions = 0, features = 0;
    for (bool more = true; more; ++portions) {
        const SourceFeatures read = source->read(2000, windowOf(request.mapCrs));
        features += read.features.size();
        CHECK(read.features.size() <= 3);
        more = read.more;
    }
    CHECK(features == 8);
    CHECK(portions >= 3);
    fs::remove(file);
}

TEST_CASE("a point of which a coordinate is no number is counted, one without geometry is not") {
    const fs::path file = fs::temp_directory_path() / fmt::format("opsmap-source-test-{}.geojson", ::getpid());
    std::ofstream(file) << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[35,33]}},
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,33]}},
{"type":"Feature","properties":{},"geometry":null}]})";
    registerDrivers();
    LoadRequest request;
    request.path = file;
    request.mapCrs = "EPSG:4326";
    auto source = Source::open(request);
    REQUIRE(source);
    REQUIRE(source->enter(0));
    CHECK(source->read(2000, windowOf(request.mapCrs)).features.size() == 3);
    CHECK(source->counts().rows == 3);
    CHECK(source->counts().unplaced.count == 1);
    CHECK(source->counts().unplaced.first == 1U);
    fs::remove(file);
}
