// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/loaded_orbats.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

// "unit<parent"
LoadedOrbat table(std::string layer, const std::vector<std::string>& ids, bool picked = false) {
    std::vector<layers::Unit> units;
    for (const std::string& text : ids) {
        const std::size_t end = text.find('<');
        units.emplace_back();
        units.back().id = text.substr(0, end);
        if (end != text.npos) units.back().parent = text.substr(end + 1);
    }
    const auto orbat = std::make_shared<const layers::Orbat>(layers::linkUnits(std::move(units), layer));
    return {layer, layer, orbat, picked, {orbat}};
}

std::string layersOf(const std::vector<LoadedOrbat>& tables) {
    std::string all;
    for (const LoadedOrbat& one : tables) all += one.layer + " ";
    return all;
}

}  // namespace

TEST_CASE("a table that is a part of another one is left out") {
    CHECK(layersOf(withoutParts({table("some", {"a", "b"}), table("all", {"a", "b", "c"}), table("other", {"x"})})) ==
          "all other ");
    CHECK(layersOf(withoutParts({table("first", {"a"}), table("same", {"a"})})) == "first ");
    CHECK(layersOf(withoutParts({table("left", {"a", "b"}), table("right", {"b", "c"})})) == "left right ");
    CHECK(withoutParts({}).empty());
}

TEST_CASE("tables with units under each other's are one, parents that are nowhere are named") {
    const auto tables =
        joinedTables({table("bases", {"camp<hq"}), table("ships", {"boat"}), table("units", {"hq", "lost<nobody"})});
    CHECK(layersOf(tables) == "bases ships ");
    CHECK(tables[0].title == "bases, units");
    CHECK(tables[0].orbat->units[0].tree.parentIndex == 1U);
    CHECK(tables[0].parts.size() == 2);
    REQUIRE(tables[0].orbat->warnings.size() == 1);
    CHECK(tables[0].orbat->warnings[0].text ==
          "Units of \"bases, units\" whose parent is not there and that stand at the top: 1 (first: \"lost\" under "
          "\"nobody\").");
    CHECK(joinedTables({table("picked", {"lost<nobody"}, true)})[0].orbat->warnings.empty());
}
