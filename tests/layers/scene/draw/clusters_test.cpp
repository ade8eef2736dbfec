// SPDX-License-Identifier: Apache-2.0
// Of markers that hold no GPU memory, only what the cursor is compared with.
#include "layers/scene/draw/clusters.hpp"

#include <doctest/doctest.h>

#include "layers/scene/draw/scene_tile.hpp"

using namespace layers;

namespace {

draw::TileMarkers markers(std::vector<geodata::TilePoint> clusters) {
    auto tile = std::make_shared<SceneTile>();
    tile->clusters = std::move(clusters);
    // A metre is two pixels; the tile's corner lies at (100, 200), its north is up.
    return {std::make_shared<std::vector<TilePiece>>(std::vector<TilePiece>{{tile, {{100, 200}, 2}, {}}}),
            {Marker::circle, 4, 1, {}, {}}};
}

}  // namespace

TEST_CASE("a marker grows with the points it stands for, and not without end") {
    CHECK(clusterScale(0) == 1);
    CHECK(clusterScale(1) == 1);
    CHECK(clusterScale(10) > 1.2);
    CHECK(clusterScale(100) > clusterScale(10));
    CHECK(clusterScale(4'000'000'000) == 2);
}

TEST_CASE("the marker under the cursor tells how many points it stands for") {
    const DrawList list{{400, 300}, {}, {markers({{10, 20, 0, 0, 57}, {13, 20, 0, 0, 3}})}};
    CHECK(pointsAt(list, {120, 160}) == 57);
    CHECK(pointsAt(list, {120, 154.5}) == 57);  // within the larger marker, outside one of a single point
    CHECK(pointsAt(list, {120, 152}) == 0);
    CHECK(pointsAt(list, {123, 160}) == 3);  // where two lie on each other, the upper one
    CHECK(pointsAt({{400, 300}, {}, {}}, {120, 160}) == 0);
}

TEST_CASE("of two layers the upper one's marker tells") {
    const DrawList list{{400, 300}, {}, {markers({{10, 20, 0, 0, 57}}), markers({{10, 20, 0, 0, 9}})}};
    CHECK(pointsAt(list, {120, 160}) == 9);
}
