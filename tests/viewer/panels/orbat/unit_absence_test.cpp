// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/unit_absence.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {

struct Map {
    layers::Document document;
    layers::Stage stage;
    layers::Orbat orbat;
    std::vector<LoadedOrbat> perLayer;
    bool atThisScale = true;

    Map() {
        stage.view = {{0, 0}, 1, {200, 100}};
        stage.date = "2018-11-06";
        layers::Unit unit;
        unit.id = "company";
        unit.country = "KAZ";
        unit.position = geodata::MapPoint{10, 10};
        orbat = layers::linkUnits({unit}, "units.csv");
        for (const char* id : {"battalions", "all"}) {
            layers::LayerSpec layer;
            layer.id = id;
            layer.title = std::string("Layer of ") + id;
            layer.kind = layers::LayerKind::units;
            document.layers.push_back(layer);
        }
        perLayer = {{"battalions", "", std::make_shared<const layers::Orbat>(), false, {}},
                    {"all", "", std::make_shared<const layers::Orbat>(orbat), false, {}}};
    }
    std::optional<UnitAbsence> absence() const {
        return absenceOf({document, stage, orbat, 0, perLayer,
                          [this](const layers::LayerSpec& layer) { return layer.visible && atThisScale; }});
    }
};

}  // namespace

TEST_CASE("a unit whose layer is off is not drawn for that, and switching that layer on helps") {
    Map map;
    map.document.layers[1].visible = false;
    REQUIRE(map.absence());
    CHECK(map.absence()->why == "The layer \"Layer of all\" is off.");
    CHECK(map.absence()->layer == "all");
}

TEST_CASE("a unit that is not drawn for other reasons says which") {
    Map map;
    CHECK(map.absence()->why == "Grouped with a nearby symbol.");
    map.atThisScale = false;
    CHECK(map.absence()->why == "The layer \"Layer of all\" is not drawn at this scale.");
    map.stage.units.country = "ITA";
    CHECK(map.absence()->why == "Hidden by the order-of-battle filters.");
    map.stage.units = {};
    map.stage.units.hidden.insert("company");
    CHECK(map.absence()->why == "Hidden by the order-of-battle filters.");
    map.orbat.units[0].validTo = "2018-11-01";
    CHECK(map.absence()->why == "Not here on 06 NOV 18.");
    CHECK(map.absence()->layer.empty());
}

TEST_CASE("a unit that is out of sight, or whose place is not known, is not missed") {
    Map map;
    map.document.layers[1].visible = false;
    map.stage.view.center = {10'000, 0};
    CHECK_FALSE(map.absence());
    map.orbat.units[0].position.reset();
    CHECK_FALSE(map.absence());
}
