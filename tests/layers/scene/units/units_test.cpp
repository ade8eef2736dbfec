// SPDX-License-Identifier: Apache-2.0
// What is drawn of units that stand already.
#include "layers/scene/units/units.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <variant>

#include "layers/scene/units/unit_fan.hpp"

using namespace layers;

namespace {

FontSet loadedFonts() {
    auto fonts = FontSet::load({});
    REQUIRE(fonts);
    return std::move(*fonts);
}

struct Setup {
    std::vector<RosterUnit> roster;
    Stage stage;
    FontSet fonts = loadedFonts();

    Setup() {
        auto orbat = std::make_shared<Orbat>();
        for (const char* id : {"indbatt", "kazcoy"}) {
            Unit unit;
            unit.id = id;
            unit.position = geodata::MapPoint{static_cast<double>(orbat->units.size()) * 1000, 0};
            unit.accuracy.uncertaintyM = 5000;
            orbat->units.push_back(unit);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            RosterUnit unit;
            unit.orbat = orbat;
            unit.unit = i;
            unit.unitPx = 0.3;
            roster.push_back(unit);
        }
        stage.view = {{500, 0}, 10, {1920, 1080}};
    }

    std::vector<UnitMark> marks() const { return {markOf(roster[0], {}, stage), markOf(roster[1], {30, 0}, stage)}; }
    // Closed lines: rings and circles of uncertainty.
    std::vector<draw::Polyline> closedLines() const {
        DrawList list;
        addMarks(list, marks(), stage, fonts);
        std::vector<draw::Polyline> closed;
        for (const DrawItem& item : list.items)
            if (const auto* line = std::get_if<draw::Polyline>(&item); line != nullptr && line->closed)
                closed.push_back(*line);
        return closed;
    }
};

// A crowd of companies, of which the first is there a month before the others.
std::shared_ptr<const geodata::Store> crowd() {
    geodata::StoreInfo info;
    info.layerName = "units";
    info.mapCrs = "EPSG:32636";
    for (const char* column : {"id", "parent", "valid_from"})
        info.columns.push_back({column, geodata::ColumnType::text});
    geodata::FeatureSet set{info.columns, {}};
    for (int i = 0; i < 60; ++i) {
        geodata::Feature feature{static_cast<std::uint64_t>(i),
                                 {geodata::GeometryKind::point, {}, {}},
                                 {"u" + std::to_string(i), i > 0 ? "u0" : "", i > 0 ? "2018-11-01" : "2018-10-01"}};
        feature.geometry.addPart(std::vector<MapPoint>{{100.0 * (i % 8), 70.0 * (i / 8)}});
        set.features.push_back(std::move(feature));
    }
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    return *store;
}

std::string textOf(const std::vector<UnitMark>& marks) {
    std::string text;
    for (const UnitMark& mark : marks)
        text += fmt::format("{} at {:.6f},{:.6f} with {} and {}; ", mark.orbat->units[mark.unit].id, mark.anchor.x,
                            mark.anchor.y, fmt::join(mark.stack, " "), mark.collapsed);
    return text;
}

}  // namespace

struct ClusterSetup {
    DocumentPtr document;
    Contents contents{{"crowd", {1, {crowd()}}}};
    SymbolFactory symbols{{}};
    std::vector<ScreenRect> plates{{600, 300, 900, 500}};
    Stage stage;
    Units kept;

    ClusterSetup() {
        LayerSpec layer;
        layer.id = "crowd";
        layer.kind = LayerKind::units;
        Document made;
        made.layers.push_back(layer);
        document = std::make_shared<const Document>(made);
        stage.date = "2018-11-06";
        stage.view = {{300, 300}, 1, {1200, 800}};
    }
    std::vector<UnitMark> marks(bool panning = false) {
        return kept.marksFor({document, stage, contents, 0, panning}, plates, symbols);
    }
    std::vector<UnitMark> firstLook() {
        Units fresh;
        return fresh.marksFor({document, stage, contents}, plates, symbols);
    }
};

TEST_CASE("what was shown before leaves no trace: the marks are those of a first look") {
    ClusterSetup setup;
    Stage& stage = setup.stage;
    std::set<std::string> looks;
    const auto look = [&] {
        const std::string text = textOf(setup.marks());
        CHECK(text == textOf(setup.firstLook()));
        looks.insert(text);
    };
    for (const char* date :
         {"2018-11-06", "2018-10-06", "2018-11-06", "2018-09-06", "2018-11-06"}) {  // all, one, nobody
        stage.date = date;
        for (const double x : {300.0, 340.0, 40.0, 300.0}) {
            stage.view.center.x = x;
            look();
        }
    }
    for (const double mPerPx : {1.5, 0.7, 1.0}) {
        stage.view.mPerPx = mPerPx;
        look();
    }
    CHECK(looks.size() == 9);
}

TEST_CASE(
    "while the map is panned all symbols stay on it where they stood, others come into view, and at rest none is under "
    "a plate again") {
    ClusterSetup setup;
    setup.stage.view.center.x = -160;
    const auto from = setup.stage.view.center;
    const auto placesOf = [&](const std::vector<UnitMark>& marks) {
        std::map<std::string, std::string> places;  // on the map
        for (const UnitMark& mark : marks) {
            const MapPoint anchor = setup.stage.view.toMap(mark.anchor),
                           position = setup.stage.view.toMap(mark.position);
            places[mark.orbat->units[mark.unit].id] =
                fmt::format("{:.4f},{:.4f} of {:.4f},{:.4f} {} {}", anchor.x, anchor.y, position.x, position.y,
                            mark.stack.size(), mark.collapsed);
        }
        return places;
    };
    const auto foundIn = [](const std::vector<UnitMark>& marks) {
        std::size_t units = 0;
        for (const UnitMark& mark : marks) units += 1 + mark.stack.size() + mark.collapsed;
        return units;
    };
    const auto isUnderPlate = [&](const UnitMark& mark) { return setup.plates[0].intersects(mark.room); };
    const auto rested = placesOf(setup.marks());
    std::size_t most = 0, under = 0;
    for (int step = 1; step <= 40; ++step) {
        setup.stage.view.center = {from.x + 7.0 * step, from.y + 2.0 * step};
        const auto marks = setup.marks(true);
        const auto places = placesOf(marks);
        CHECK(places.size() == marks.size());
        for (const auto& [id, place] : places)
            if (const auto before = rested.find(id); before != rested.end()) CHECK(place == before->second);
        CHECK(foundIn(marks) == foundIn(setup.firstLook()));
        most = std::max(most, places.size());
        under = std::max(under, static_cast<std::size_t>(std::ranges::count_if(marks, isUnderPlate)));
    }
    setup.stage.date = "2018-10-06";  // what changes while a hand moves the map is seen at once
    CHECK(textOf(setup.marks(true)) == textOf(setup.firstLook()));
    setup.stage.date = "2018-11-06";
    CHECK(most > rested.size());
    CHECK(under > 0);
    CHECK(textOf(setup.marks()) == textOf(setup.firstLook()));
    CHECK(std::ranges::none_of(setup.marks(), isUnderPlate));
}

TEST_CASE("a unit under the cursor or selected has a ring and its circle of uncertainty, others have none") {
    Setup setup;
    CHECK(setup.closedLines().empty());
    setup.stage.hoveredUnit = "kazcoy";
    const auto hovered = setup.closedLines();
    REQUIRE(hovered.size() == 2);
    CHECK(hovered[0].points.size() > 8);
    CHECK(hovered[0].points[0].x - setup.marks()[1].position.x == doctest::Approx(500));  // 5 km at 10 m a pixel
    REQUIRE(hovered[1].points.size() == 4);
    CHECK(hovered[1].points[0].x < setup.marks()[1].rect.left);
    setup.stage.selectedUnit = "indbatt";
    CHECK(setup.closedLines().size() == 4);
}

TEST_CASE("a unit whose position is a square has its square drawn, asked for or not") {
    Setup setup;
    auto orbat = std::make_shared<Orbat>(*setup.roster[0].orbat);
    orbat->units[1].accuracy.square = {{500, -500}, {1500, -500}, {1500, 500}, {500, 500}};
    for (RosterUnit& unit : setup.roster) unit.orbat = orbat;
    const auto lines = setup.closedLines();
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].points.size() == 4);
    CHECK(lines[0].points[1].x - lines[0].points[0].x == doctest::Approx(100));  // 1 km at 10 m a pixel
}

TEST_CASE("units with counts are drawn kind by kind") {
    Setup setup;
    auto marks = setup.marks();
    marks[0].stack = {1, 1};
    marks[1].collapsed = 7;
    DrawList list;
    addMarks(list, marks, setup.stage, setup.fonts);
    std::vector<std::size_t> kinds;
    for (const DrawItem& item : list.items)
        if (kinds.empty() || kinds.back() != item.index()) kinds.push_back(item.index());
    CHECK(kinds.size() == 3);  // the one leader, its dot with the plates of the counts, the counts
}
