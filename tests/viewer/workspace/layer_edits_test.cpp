// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/layer_edits.hpp"

#include <doctest/doctest.h>

using namespace viewer;
using How = LayerEdit::How;

namespace {

// "land" and "sea" are visible, "grid" is not.
layers::Document threeLayers() {
    layers::Document document;
    for (const char* id : {"land", "sea", "grid"}) document.layers.emplace_back().id = id;
    document.layers[2].visible = false;
    return document;
}

std::string visibleAfter(const std::string& list) {
    const auto edits = parseLayerEdits(list);
    REQUIRE_MESSAGE(edits, edits.error().text);
    const auto document = applyLayerEdits(threeLayers(), *edits);
    if (!document) return document.error().text;
    std::string ids;
    for (const auto& layer : document->layers)
        if (layer.visible) ids += layer.id + " ";
    return ids;
}

std::string errorOf(const std::string& list) {
    const auto edits = parseLayerEdits(list);
    return edits ? "no error" : edits.error().text;
}

}  // namespace

TEST_CASE("a list without signs shows exactly its layers") {
    CHECK(visibleAfter("grid") == "grid ");
    CHECK(visibleAfter("grid,land") == "land grid ");
}

TEST_CASE("a list with signs changes what is shown") {
    CHECK(visibleAfter("-land,+grid") == "sea grid ");
    CHECK(visibleAfter("+land") == "land sea ");
    CHECK(visibleAfter("-land,+land") == "land sea ");
}

TEST_CASE("no edits change nothing") {
    const auto document = applyLayerEdits(threeLayers(), {});
    REQUIRE(document);
    CHECK(*document == threeLayers());
}

TEST_CASE("mixed and empty lists are refused") {
    CHECK(errorOf("land,-sea") ==
          "Cannot use the list of layers \"land,-sea\": it mixes layers with and without a sign. "
          "Write a,b to show exactly these, or -a,+b to change what is shown.");
    for (const char* list : {"", ",", "a,", ",a", "a,,b", "+", "-a,-"})
        CHECK(errorOf(list).find("it names an empty layer. Write a,b or -a,+b.") != std::string::npos);
}

TEST_CASE("layers that are not there are refused with those that are") {
    CHECK(visibleAfter("-lnad") ==
          "Cannot find the layer \"lnad\": the map has none of that id. The layers are land, sea, grid.");
    const auto none = applyLayerEdits(layers::Document{}, std::vector<LayerEdit>{{How::show, "a"}});
    REQUIRE_FALSE(none);
    CHECK(none.error().text == "Cannot find the layer \"a\": the map has none of that id. The map has no layers.");
}
