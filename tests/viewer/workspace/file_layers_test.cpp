// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/file_layers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace viewer;

namespace {

layers::LayerSpec layer(std::string id, std::string group, std::string source) {
    layers::LayerSpec made;
    made.id = std::move(id);
    made.group = std::move(group);
    made.source = std::move(source);
    return made;
}

}  // namespace

TEST_CASE("a layer of a plain file is told by its group and its id together") {
    CHECK(isFileLayer(layer("file-1-towns", "Files", "towns.csv")));
    CHECK_FALSE(isFileLayer(layer("towns", "Files", "towns.csv")));
    CHECK_FALSE(isFileLayer(layer("file-1-towns", "Base", "towns.csv")));
    CHECK_FALSE(isFileLayer(layer("a-file-1", "Files", "towns.csv")));
}

TEST_CASE("plain files are read first, each kind as it lies, and a layer without a source not at all") {
    layers::Document document;
    document.layers = {layer("sea", "Base", "sea.gpkg"), layer("file-1-a", "Files", "a.csv"), layer("grid", "Base", ""),
                       layer("roads", "Base", "roads.gpkg"), layer("file-2-b", "Files", "b.csv")};
    std::string order;
    for (const auto* one : readingOrder(document)) order += one->id + " ";
    CHECK(order == "file-1-a file-2-b sea roads ");
    CHECK(readingOrder(layers::Document{}).empty());
}
