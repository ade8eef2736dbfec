// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/differences.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

layers::Document area() {
    layers::Document document;
    for (const char* id : {"sea", "land", "rivers"}) {
        document.layers.emplace_back();
        document.layers.back().id = id;
    }
    return document;
}

layers::Document changedArea() {
    layers::Document document = area();
    std::swap(document.layers[0], document.layers[2]);
    document.layers[1].visible = false;
    document.layers[2].opacity = 0.4;
    document.unitOffsets["indbatt"] = {3, 4};
    return document;
}

}  // namespace

TEST_CASE("differences laid over the same area give what the user had") {
    CHECK(withDifferences(area(), differencesOf(area(), changedArea())) == changedArea());
    CHECK(differencesOf(area(), area()) == Differences{});
}

TEST_CASE("an offset of the area that was taken back is a difference, one that stays is none") {
    layers::Document placed = area(), now = area();
    placed.unitOffsets = {{"indbatt", {3, 4}}, {"ghanbatt", {5, 6}}};
    now.unitOffsets = {{"ghanbatt", {5, 6}}};
    const Differences differences = differencesOf(placed, now);
    CHECK(differences.offsets == std::map<std::string, std::optional<layers::UnitOffset>>{{"indbatt", std::nullopt}});
    CHECK(withDifferences(placed, differences) == now);
}

TEST_CASE("an area file changed since wins, value by value") {
    const Differences differences = differencesOf(area(), changedArea());
    layers::Document newer = area();
    newer.layers[0].opacity = 0.9;  // the sea's was 1 when the user changed it
    newer.layers.push_back(newer.layers[0]);
    newer.layers.back().id = "roads";  // so the old order fits no more
    const layers::Document now = withDifferences(newer, differences);
    CHECK(now.layers[0].id == "sea");
    CHECK(now.layers[0].opacity == 0.9);
    CHECK_FALSE(now.layer("land")->visible);
    CHECK(now.layer("roads")->visible);
    CHECK(now.unitOffsets.at("indbatt").downPt == 4);
}

TEST_CASE("differences of layers that are gone are left out") {
    layers::Document smaller = area();
    smaller.layers.erase(smaller.layers.begin() + 1);
    CHECK(withDifferences(smaller, differencesOf(area(), changedArea())).layers.size() == 2);
}
