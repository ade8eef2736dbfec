// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/marking.hpp"

#include <doctest/doctest.h>

using namespace layers;

TEST_CASE("a marking's level is known by its word, the longest first") {
    CHECK(markingLevelOf("NATO TOP SECRET") == MarkingLevel::topSecret);
    CHECK(markingLevelOf("Secret // REL") == MarkingLevel::secret);
    CHECK(markingLevelOf("UN CONFIDENTIAL") == MarkingLevel::confidential);
    CHECK(markingLevelOf("restricted") == MarkingLevel::restricted);
    CHECK(markingLevelOf("UNCLASSIFIED") == MarkingLevel::unclassified);
    CHECK(markingLevelOf("Strictly internal") == MarkingLevel::other);
    CHECK(markingLevelOf("") == MarkingLevel::none);
    CHECK(MarkingLevel::other > MarkingLevel::unclassified);
}

TEST_CASE("the picture bears the highest marking of what it shows, and none can lower it") {
    Document document;
    document.marking = "UNCLASSIFIED";
    for (const char* marking : {"", "RESTRICTED", "SECRET"}) {
        LayerSpec layer;
        layer.id = marking;
        layer.marking = marking;
        document.layers.push_back(layer);
    }
    Stage stage;
    stage.view = {{}, 10, {1920, 1080}};
    CHECK(markingOf(document, stage) == "SECRET");
    document.layers[2].visible = false;  // what is not shown does not count
    CHECK(markingOf(document, stage) == "RESTRICTED");
    document.marking = "SECRET";
    CHECK(markingOf(document, stage) == "SECRET");
    document.marking.clear();
    CHECK(markingOf(document, stage) == "RESTRICTED");
}
