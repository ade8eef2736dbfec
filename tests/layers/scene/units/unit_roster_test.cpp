// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/unit_roster.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace layers;

namespace {

std::shared_ptr<const geodata::Store> tableOf(const std::vector<std::vector<std::string>>& rows) {
    geodata::StoreInfo info;
    info.layerName = "units";
    info.mapCrs = "EPSG:32636";
    for (const char* column : {"id", "parent", "country", "valid_from"})
        info.columns.push_back({column, geodata::ColumnType::text});
    geodata::FeatureSet set{info.columns, {}};
    for (const auto& row : rows) {
        geodata::Feature feature{set.features.size(), {geodata::GeometryKind::point, {}, {}}, row};
        feature.geometry.addPart(std::vector<MapPoint>{{1000.0 * static_cast<double>(set.features.size()), 0}});
        set.features.push_back(std::move(feature));
    }
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

// Two layers that pick rows of one file: battalions, and everyone.
struct Setup {
    Document document;
    Contents contents;
    Stage stage;
    SymbolFactory symbols{{}};
    Setup() {
        add("battalions", tableOf({{"hq", "", "ESP", ""}, {"indbatt", "hq", "IND", ""}}));
        add("all",
            tableOf({{"hq", "", "ESP", ""}, {"indbatt", "hq", "IND", ""}, {"kazcoy", "indbatt", "KAZ", "2018-10-31"}}));
        stage.view = {{0, 0}, 10, {1920, 1080}};
        stage.date = "2018-11-06";
    }
    void add(const std::string& id, std::shared_ptr<const geodata::Store> store) {
        LayerSpec layer;
        layer.id = id;
        layer.kind = LayerKind::units;
        layer.source = "/areas/units.csv";
        document.layers.push_back(layer);
        contents[id] = {1, {std::move(store)}};
    }
    std::string ids() {
        UnitRoster roster;
        roster.update(std::make_shared<const Document>(document), stage, contents, symbols);
        std::string text;
        for (const RosterUnit& unit : roster.units())
            text += unit.data().id + (unit.above ? "<" + roster.units()[*unit.above].data().id : "") + " ";
        return text;
    }
};

}  // namespace

TEST_CASE("a unit that two layers of one file have stands on the map once, with its own below it") {
    CHECK(Setup().ids() == "hq indbatt<hq kazcoy<indbatt ");
}

TEST_CASE("layers of different files are different tables") {
    Setup setup;
    setup.document.layers[1].source = "/areas/other.csv";
    CHECK(setup.ids() == "hq indbatt<hq hq indbatt<hq kazcoy<indbatt ");
}

TEST_CASE("the roster follows date and filter") {
    Setup setup;
    setup.stage.date = "2018-10-01";
    CHECK(setup.ids() == "hq indbatt<hq ");
    setup.stage.date = "2018-11-06";
    setup.stage.units.country = "KAZ";
    CHECK(setup.ids() == "kazcoy ");
    setup.stage.units = {};
    setup.stage.units.hidden = {"indbatt"};
    CHECK(setup.ids() == "hq ");
}

TEST_CASE("a unit stands below one of another layer, and is hidden with it, drawn or not") {
    Setup setup;
    setup.document.layers.clear();
    setup.contents.clear();
    setup.add("engineers", tableOf({{"team", "engineers", "KAZ", ""}, {"engineers", "hq", "KAZ", ""}}));
    setup.add("staff", tableOf({{"hq", "", "POL", ""}}));
    CHECK(setup.ids() == "team<engineers engineers<hq hq ");
    setup.stage.units.hidden = {"hq"};
    CHECK(setup.ids().empty());
    setup.document.layers[1].visible = false;
    CHECK(setup.ids().empty());
}
