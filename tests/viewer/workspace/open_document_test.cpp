// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/open_document.hpp"

#include <doctest/doctest.h>

#include "viewer/workspace/file_layers.hpp"
#include "viewer/workspace/sources.hpp"

using namespace viewer;

namespace {

Paths bundled() {
    Paths paths;
    paths.areas = std::string(OPSMAP_SOURCE_DIR) + "/areas";
    return paths;
}

OpenRequest worldWith(std::optional<geodata::LonLatBox> extent) {
    OpenRequest line;
    line.files = {std::string(OPSMAP_SOURCE_DIR) + "/areas/world/world.toml"};
    line.stage.frame.extent = extent;
    return line;
}

}  // namespace

TEST_CASE("an extent across 180 degrees turns a map whose seam lies there, and is as wide as it says") {
    const auto document = openDocument(worldWith(geodata::LonLatBox{170, -20, -170, 0}), bundled());
    REQUIRE(document);
    const auto projection = Projection::of((*document)->crs);
    REQUIRE(projection);
    const auto box = projection->boxOf({170, -20, -170, 0});
    CHECK(box.width() == doctest::Approx(20 * 111319.49).epsilon(0.001));
    const auto other = openDocument(worldWith(geodata::LonLatBox{-20, -20, 20, 0}), bundled());
    REQUIRE(other);
    CHECK((*other)->crs == "EPSG:3395");
}

TEST_CASE("a coordinate system for files is that of the files given by name, and of no layer of an area") {
    OpenRequest line;
    line.files = {std::string(OPSMAP_SOURCE_DIR) + "/tests/data/towns.dxf"};
    line.sourceCrs = "EPSG:32636";
    const auto document = openDocument(line, bundled());
    REQUIRE(document);
    for (const layers::LayerSpec& layer : (*document)->layers) CHECK((layer.crs == "EPSG:32636") == isFileLayer(layer));
    CHECK((*document)->crs != "EPSG:32636");
}

TEST_CASE("files given by name are read before the base under them, which keeps its order") {
    OpenRequest line;
    line.files = {std::string(OPSMAP_SOURCE_DIR) + "/tests/data/towns.geojson",
                  std::string(OPSMAP_SOURCE_DIR) + "/tests/data/zones.geojson"};
    const auto document = openDocument(line, bundled());
    REQUIRE(document);
    const auto order = readingOrder(**document);
    REQUIRE(order.size() > 4);
    CHECK(order[0]->source.filename() == "towns.geojson");
    CHECK(order[1]->source.filename() == "zones.geojson");
    CHECK(order[2]->id == "land");
    CHECK(order[3]->id == "coasts");
    for (const auto* layer : order) CHECK_FALSE(layer->source.empty());
}

TEST_CASE("an area has a margin at its sides in an upright picture, and none that would change a wide one") {
    geodata::Link link({.loaderProgram = "", .cacheFolder = {}, .limits = {}, .wake = {}});
    const Sources sources(link);
    layers::Document document;
    document.crs = "EPSG:32636";
    document.home = geodata::LonLatBox{34.95, 32.98, 35.95, 33.55};
    const auto projection = Projection::of(document.crs);
    REQUIRE(projection);
    const geodata::MapBox area = projection->boxOf(*document.home);
    CHECK(homeView(document, *projection, sources, {1000, 1400}).box().width() == doctest::Approx(area.width() * 1.06));
    CHECK(homeView(document, *projection, sources, {1920, 1080}).box().height() == doctest::Approx(area.height()));
}
