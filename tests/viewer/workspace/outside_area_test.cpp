// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/outside_area.hpp"

#include <doctest/doctest.h>

using namespace viewer;
using geodata::LonLatBox;

namespace {

std::shared_ptr<const geodata::Store> layerAt(std::optional<LonLatBox> extent) {
    geodata::StoreInfo info{.layerName = "towns",
                            .driver = "CSV",
                            .sourceCrs = "EPSG:4326",
                            .mapCrs = "EPSG:4326",
                            .extent = extent,
                            .columns = {},
                            .warnings = {}};
    geodata::FeatureSet set;
    set.features.resize(2);
    const auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    REQUIRE(store);
    return *store;
}

bool warns(LonLatBox home, LonLatBox layer) { return outsideArea(home, *layerAt(layer)).has_value(); }

constexpr LonLatBox kLebanon{34.95, 32.98, 35.95, 33.55};

}  // namespace

TEST_CASE("a layer that lies far from its area is named, with both extents") {
    const auto warning =
        outsideArea(kLebanon, *layerAt(LonLatBox{33, 35, 33.5, 35.9}));  // latitude and longitude swapped
    REQUIRE(warning);
    CHECK(warning->text ==
          "All features of layer \"towns\" lie far from the area: theirs is 33.00,35.00,33.50,35.90, the area's is "
          "34.95,32.98,35.95,33.55 "
          "(west, south, east, north). Check the layer's coordinate system.");
    CHECK(warning->count == 2);
}

TEST_CASE("what lies in, around, or beside the area is no mistake") {
    CHECK_FALSE(warns(kLebanon, {35, 33, 35.1, 33.1}));
    CHECK_FALSE(warns(kLebanon, {-180, -90, 180, 90}));
    CHECK_FALSE(warns(kLebanon, {35.96, 33, 36.5, 34}));
    CHECK(warns(kLebanon, {37, 33, 38, 34}));
    CHECK(warns(kLebanon, {35, -34, 36, -33}));
    CHECK(warns(kLebanon, {0, 0, 0, 0}));  // the island of null
}

TEST_CASE("an area or layer across 180° is met from both sides") {
    const LonLatBox fiji{177, -20, -178, -12};
    CHECK_FALSE(warns(fiji, {-179, -17, -178.5, -16}));
    CHECK_FALSE(warns(fiji, {178, -17, 179, -16}));
    CHECK_FALSE(warns({178, -20, 179, -12}, {177, -17, -177, -16}));
    CHECK(warns(fiji, {35, -17, 36, -16}));
    CHECK(warns({35, -20, 36, -12}, {170, -17, -170, -16}));
}

TEST_CASE("without a home extent or a position there is nothing to say") {
    CHECK_FALSE(outsideArea({}, *layerAt(LonLatBox{33, 35, 33.5, 35.9})));
    CHECK_FALSE(outsideArea(kLebanon, *layerAt({})));
}
