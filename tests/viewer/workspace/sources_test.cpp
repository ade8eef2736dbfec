// SPDX-License-Identifier: Apache-2.0
// What the layer panel is told of a source, through the real loader.
#include "viewer/workspace/sources.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "layers/orbat/orbat.hpp"
#include "tests/temporary_folder.hpp"
#include "viewer/workspace/loaded_orbats.hpp"
#include "viewer/workspace/open_document.hpp"

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

class OneFile {
public:
    OneFile(const std::string& text, const std::string& group, const std::string& where) {
        std::ofstream(m_folder.path() / "table.csv") << text;
        document.crs = "EPSG:32636";
        document.layers.resize(1);
        document.layers[0].id = "file-1-table";
        document.layers[0].group = group;
        document.layers[0].where = where;
        document.layers[0].source = m_folder.path() / "table.csv";
        sources.open(document);
        sources.waitForAll();
    }

private:
    TemporaryFolder m_folder;
    geodata::Link m_link{{.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}}};

public:
    layers::Document document;
    Sources sources{m_link};
};

}  // namespace

TEST_CASE("a file of units on the command line is drawn as units, an area's layer as the area says") {
    const std::string units = "Name,SIDC,Lat,Lon\nA,10031000161211000000,33.1,35.2\n";
    const auto kindOf = [](const std::string& text, const std::string& group) {
        const OneFile file(text, group, {});
        return withUnitFiles(std::make_shared<const layers::Document>(file.document), file.sources)->layers[0].kind;
    };
    CHECK(kindOf(units, "Files") == layers::LayerKind::units);
    CHECK(kindOf(units, "Names") == layers::LayerKind::vector);
    CHECK(kindOf("Name,Lat,Lon\nA,33.1,35.2\n", "Files") == layers::LayerKind::vector);
}

TEST_CASE("a file's labels come from its name in any case, then from its title or label") {
    const auto labelOf = [](const std::string& header, const std::string& group) {
        OneFile file(header + ",lat,lon\nA,B,33.1,35.2\n", group, {});
        file.document.layers[0].style.label.field = "name";
        return withUnitFiles(std::make_shared<const layers::Document>(file.document), file.sources)
            ->layers[0]
            .style.label.field;
    };
    CHECK(labelOf("Name,code", "Files") == "Name");
    CHECK(labelOf("code,NAME", "Files") == "NAME");
    CHECK(labelOf("title,name", "Files") == "name");
    CHECK(labelOf("Title,label", "Files") == "Title");
    CHECK(labelOf("Label,code", "Files") == "Label");
    CHECK(labelOf("town,code", "Files") == "name");
    CHECK(labelOf("Title,code", "Names") == "name");  // an area says itself what its labels are
}

TEST_CASE("a parent that a layer's rows leave out is no fault of the table") {
    const std::string units =
        "id,sidc,parent,lat,lon\na,10031000161211000000,,33.1,35.2\nb,10031000161211000000,a,33.1,35.2\n";
    const auto faults = [&](const std::string& text, const std::string& where) {
        OneFile file(text, "Units", where);
        file.document.layers[0].kind = layers::LayerKind::units;
        return LoadedOrbats().of(file.document, file.sources.contents()).at(0).orbat->warnings.size();
    };
    CHECK(faults(units, "id = 'b'") == 0);
    CHECK(faults("id,sidc,parent,lat,lon\nb,10031000161211000000,a,33.1,35.2\n", {}) == 1);
}

TEST_CASE("the panel is told that a layer lies far from its area") {
    CHECK(stateIn({34.95, 32.98, 35.95, 33.55}).warnings.empty());
    const SourceState far = stateIn({7, 46, 8, 47});
    CHECK(far.status == SourceStatus::ready);
    REQUIRE(far.warnings.size() == 1);
    CHECK(far.warnings[0].text.find("All features of layer \"towns\" lie far from the area") == 0);
}

TEST_CASE("rows that an area picks may lie anywhere") {
    CHECK(stateIn({7, 46, 8, 47}, "name <> 'x'").warnings.empty());
}
