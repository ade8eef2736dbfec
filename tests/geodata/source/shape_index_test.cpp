// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/shape_index.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace geodata;

namespace {

std::string sample(const char* name) {
    std::ifstream in(std::filesystem::path(OPSMAP_SOURCE_DIR) / "tests" / "data" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the index that is made is the one that came with the shapes") {
    for (const char* name : {"towns_utf8", "towns_cp1256", "towns_iso8859_6"}) {
        CAPTURE(name);
        const std::string shapes = sample((std::string(name) + ".shp").c_str());
        REQUIRE(shapes.size() > 100);
        CHECK(shapeIndexOf(shapes) == sample((std::string(name) + ".shx").c_str()));
    }
}

TEST_CASE("shapes that are cut off have an index of the whole ones") {
    const std::string shapes = sample("towns_utf8.shp"), whole = shapeIndexOf(shapes);
    const std::string cut = shapeIndexOf(shapes.substr(0, shapes.size() - 1));
    CHECK(cut.size() == whole.size() - 8);
    CHECK(cut.substr(100) == whole.substr(100, whole.size() - 108));
    CHECK(shapeIndexOf(shapes.substr(0, 100)).size() == 100);
    CHECK(shapeIndexOf(shapes.substr(0, 99)).empty());
    CHECK(shapeIndexOf("").empty());
}

TEST_CASE("a record that says it is longer than the file ends the index") {
    std::string shapes = sample("towns_utf8.shp");
    shapes.replace(104, 4, "\x7f\xff\xff\xff");
    CHECK(shapeIndexOf(shapes).size() == 100);
    shapes.replace(104, 4, std::string(4, '\0'));  // no length at all must not loop for ever
    CHECK(shapeIndexOf(shapes).size() > 100);
}
