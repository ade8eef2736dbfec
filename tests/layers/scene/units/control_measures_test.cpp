// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/control_measures.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "layers/orbat/symbol_code.hpp"
#include "layers/scene/units/unit_roster.hpp"

using namespace layers;
using geodata::GeometryKind;

namespace {

struct Row {
    std::string name, sidc;
    GeometryKind kind;
    std::vector<MapPoint> points;
    std::string from = {};
};

const std::vector<MapPoint> kLine{{-3000, 0}, {3000, 0}},
    kSquare{{-1000, -1000}, {1000, -1000}, {1000, 1000}, {-1000, 1000}, {-1000, -1000}};
const Row kBoundary{"Boundary", "10032500001101000000", GeometryKind::line, kLine},
    kPhaseLine{"PL RED", "GHGPGLP--------", GeometryKind::line, kLine},
    kPlanned{"Route", "10032510001401000000", GeometryKind::line, kLine},
    kArea{"AO", "10032500001201000000", GeometryKind::polygon, kSquare},
    kUnitSquare{"Battalion", "10031000161211000000", GeometryKind::polygon, kSquare},
    kPoint{"OP", "10032500001601000000", GeometryKind::point, {{0, 0}}};

std::shared_ptr<const geodata::Store> storeOf(const std::vector<Row>& rows) {
    geodata::StoreInfo info;
    info.layerName = "plan";
    info.mapCrs = "EPSG:32636";
    for (const char* column : {"name", "sidc", "valid_from"})
        info.columns.push_back({column, geodata::ColumnType::text});
    geodata::FeatureSet set{info.columns, {}};
    for (const Row& row : rows) {
        geodata::Feature feature{set.features.size() + 1, {row.kind, {}, {}}, {row.name, row.sidc, row.from}};
        feature.geometry.addPart(row.points);
        set.features.push_back(std::move(feature));
    }
    auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    REQUIRE(store);
    return *store;
}

Stage stageOf() {
    Stage stage;
    stage.view = {{0, 0}, 10, {800, 600}};
    stage.date = "2018-11-06";
    return stage;
}

// The measures that a roster finds, and how many units it has.
struct Found {
    std::vector<ControlMeasure> measures;
    std::size_t units = 0;
};

Found found(const std::vector<Row>& rows, const Stage& stage = stageOf()) {
    Document document;
    document.layers.emplace_back();
    document.layers[0].id = "plan";
    document.layers[0].kind = LayerKind::units;
    Contents contents;
    contents["plan"] = {1, {storeOf(rows)}};
    SymbolFactory symbols{{}};
    UnitRoster roster;
    roster.update(std::make_shared<const Document>(document), stage, contents, symbols);
    return {roster.controlMeasures(), roster.units().size()};
}

std::vector<draw::Polyline> drawn(const std::vector<Row>& rows, const Stage& stage = stageOf()) {
    DrawList list;
    addControlMeasures(list, found(rows, stage).measures, stage);
    std::vector<draw::Polyline> lines;
    for (const DrawItem& item : list.items) lines.push_back(std::get<draw::Polyline>(item));
    for (const DrawSection& section : list.sections) CHECK(section.owner == "plan");
    return lines;
}

}  // namespace

TEST_CASE("lines with a code and areas of operations are measures, points and squares of units are units") {
    const Found all = found({kBoundary, kPhaseLine, kArea, kUnitSquare, kPoint});
    CHECK(all.units == 2);
    REQUIRE(all.measures.size() == 3);
    CHECK(all.measures[0].data().name == "Boundary");
    CHECK(all.measures[2].data().name == "AO");
    CHECK(found({{"Road", "", GeometryKind::line, kLine}}).measures.empty());
}

TEST_CASE("measures follow the date as units do") {
    Row later = kBoundary;
    later.from = "2019-01-01";
    CHECK(found({later}).measures.empty());
    Stage stage = stageOf();
    stage.date = "2019-01-01";
    CHECK(found({later}, stage).measures.size() == 1);
}

TEST_CASE("a measure is a line in the colour of its side over a paler and wider one") {
    const auto lines = drawn({kBoundary});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].paint.widthPx > lines[1].paint.widthPx);
    CHECK(lines[0].paint.color.r == 255);
    CHECK(lines[1].points.front().x == doctest::Approx(100));
    CHECK(lines[1].points.back().x == doctest::Approx(700));
    CHECK(lines[1].points.front().y == doctest::Approx(300));
    const Rgba own = lines[1].paint.color, foe = drawn({kPhaseLine})[1].paint.color;
    CHECK(own.b > own.r);
    CHECK(foe.r > foe.b);
    CHECK(lines[1].paint.dashPx.empty());
    CHECK(drawn({kPlanned})[1].paint.dashPx.size() == 2);
}

TEST_CASE("an area's ring is drawn whole, and what is out of sight is not") {
    const auto ring = drawn({kArea});
    REQUIRE(ring.size() == 2);
    CHECK(ring[1].points.size() >= 5);
    CHECK(ring[1].points.front() == ring[1].points.back());
    Stage elsewhere = stageOf();
    elsewhere.view.center = {1e6, 1e6};
    CHECK(drawn({kArea, kBoundary}, elsewhere).empty());
    Stage inside = stageOf();  // its edge is far around the picture
    inside.view.mPerPx = 0.5;
    CHECK(drawn({kArea}, inside).empty());
}

TEST_CASE("names stand at the middle of what is seen, and only where there is one") {
    const Stage stage = stageOf();
    const auto measures = found({kBoundary, kArea, {"", "10032500001101000000", GeometryKind::line, kLine}}).measures;
    const auto names = namesOf(measures, stage);
    REQUIRE(names.size() == 2);
    CHECK(names[0].text == "Boundary");
    CHECK(names[0].anchor.x == doctest::Approx(400));
    CHECK(names[0].anchor.y == doctest::Approx(300));
    CHECK(names[0].key != names[1].key);
    Stage shifted = stage;
    shifted.view.center.x = 5500;  // only the line's right end is seen, from 0 to 150 px
    const auto seen = namesOf(measures, shifted);
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].anchor.x < 100);
    Stage mute = stage;
    mute.labels = false;
    CHECK(namesOf(measures, mute).empty());
}

TEST_CASE("a table with measures says that they are drawn plainly, and asks milsymbol for none of them") {
    const Orbat orbat = buildOrbat(*storeOf({kBoundary, kArea, kPoint}));
    REQUIRE(orbat.warnings.size() == 1);
    CHECK(orbat.warnings[0].text ==
          "2 of the rows of \"plan\" are lines or areas with a symbol code. They are drawn plainly, in the colour of "
          "their side, without the signs that APP-6 puts on them.");
    CHECK(orbat.units[0].accuracy.isGeometry);
    CHECK(orbat.units[1].accuracy.square.empty());
    CHECK_FALSE(orbat.units[2].accuracy.isGeometry);
    int asked = 0;
    const auto knows = [&](const std::string&) {
        ++asked;
        return std::optional(false);
    };
    CHECK(codeFindings(orbat, knows).warnings.size() == 1);  // the point's
    CHECK(asked == 1);
    CHECK(buildOrbat(*storeOf({kUnitSquare})).warnings.empty());
}
