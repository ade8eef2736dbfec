// What the layer panel is told of a source, through the real loader.
#include "viewer/session/sources.hpp"

#include <doctest/doctest.h>

#include "viewer/session/open_document.hpp"

using namespace viewer;

namespace {

SourceState stateIn(const geodata::LonLatBox& home, const std::string& where = {}) {
    geodata::Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}});
    layers::Document document;
    document.crs = "EPSG:32636";
    document.home = home;
    document.layers.resize(1);
    document.layers[0].id = "towns";
    document.layers[0].source = OPSMAP_SOURCE_DIR "/tests/data/towns.geojson";
    document.layers[0].where = where;
    Sources sources(link);
    sources.open(document);
    sources.waitForAll();
    REQUIRE(sources.state("towns") != nullptr);
    return *sources.state("towns");
}

}  // namespace

TEST_CASE("the panel is told that a layer lies far from its area") {
    CHECK(stateIn({34.95, 32.98, 35.95, 33.55}).warnings.empty());
    const SourceState far = stateIn({7, 46, 8, 47});
    CHECK(far.status == SourceStatus::ready);
    REQUIRE(far.warnings.size() == 1);
    CHECK(far.warnings[0].text.find("All features of layer \"towns\" lie far from the area") == 0);
}

TEST_CASE("rows that an area picks may lie anywhere") { CHECK(stateIn({7, 46, 8, 47}, "name <> 'x'").warnings.empty()); }
