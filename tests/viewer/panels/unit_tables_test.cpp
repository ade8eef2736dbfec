#include "viewer/session/unit_tables.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

UnitTable table(std::string layer, const std::vector<std::string>& ids) {
    std::vector<layers::Unit> units;
    for (const std::string& id : ids) {
        units.emplace_back();
        units.back().id = id;
    }
    return {layer, layer, std::make_shared<const layers::Orbat>(layers::linkUnits(std::move(units), layer))};
}

std::string layersOf(const std::vector<UnitTable>& tables) {
    std::string all;
    for (const UnitTable& one : tables) all += one.layer + " ";
    return all;
}

}  // namespace

TEST_CASE("a table that is a part of another one is left out") {
    CHECK(layersOf(withoutParts({table("some", {"a", "b"}), table("all", {"a", "b", "c"}), table("other", {"x"})})) == "all other ");
    CHECK(layersOf(withoutParts({table("first", {"a"}), table("same", {"a"})})) == "first ");
    CHECK(layersOf(withoutParts({table("left", {"a", "b"}), table("right", {"b", "c"})})) == "left right ");
    CHECK(withoutParts({}).empty());
}
