// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "layers/orbat/orbat.hpp"
#include "layers/orbat/symbol_code.hpp"

using namespace layers;
using geodata::Feature;
using geodata::FeatureSet;
using geodata::GeometryKind;

namespace {

std::shared_ptr<const geodata::Store> storeOf(const FeatureSet& features) {
    geodata::StoreInfo info;
    info.layerName = "units";
    info.mapCrs = "EPSG:32636";
    info.columns = features.columns;
    auto bytes = std::make_shared<const std::vector<std::byte>>(geodata::encodeStore(info, features));
    auto store = geodata::Store::open({*bytes, bytes});
    REQUIRE_MESSAGE(store, store.error().text);
    return *store;
}

geodata::Geometry geometry(GeometryKind kind, std::vector<geodata::MapPoint> points) {
    geodata::Geometry g;
    g.kind = kind;
    if (!points.empty()) g.addPart(points);
    return g;
}

}  // namespace

TEST_CASE("columns are found by name in any case, the rest is kept for the card") {
    const Orbat orbat =
        buildOrbat(*storeOf({{{"ID"},
                              {"name"},
                              {"sidc"},
                              {"Parent"},
                              {"country"},
                              {"strength"},
                              {"Commander"},
                              {"place"},
                              {"source"},
                              {"type"},
                              {"echelon"},
                              {"valid_from"},
                              {"valid_to"},
                              {"uncertainty_m"},
                              {"remarks"}},
                             {{1,
                               geometry(GeometryKind::point, {{10, 20}}),
                               {"hq", "UNIFIL HQ", "10031002211100003900", "", "UN", "10600", " Del Col ", "Naqoura",
                                "s", "headquarters", "division", "1978-03-23", "", "1000", ""}},
                              {2, {}, {"se", "", "", "hq", "", "", "", "", "", "", "", "", "", "far", ""}}}}));
    REQUIRE(orbat.units.size() == 2);
    const Unit& hq = orbat.units[0];
    CHECK(hq.id == "hq");
    CHECK(hq.name == "UNIFIL HQ");
    CHECK(hq.sidc == "10031002211100003900");
    CHECK(hq.country == "UN");
    CHECK(hq.strength == "10600");
    CHECK(hq.place == "Naqoura");
    CHECK(hq.source == "s");
    CHECK(hq.type == "headquarters");
    CHECK(hq.echelon == "division");
    CHECK(hq.validFrom == "1978-03-23");
    CHECK(hq.accuracy.uncertaintyM == 1000);
    CHECK(hq.extra == std::vector<std::pair<std::string, std::string>>{{"Commander", "Del Col"}});
    CHECK(orbat.units[1].tree.parentIndex == 0U);
    CHECK(orbat.units[1].accuracy.uncertaintyM == 0);
}

TEST_CASE("a table holds units when it has a column sidc, or codes in one of another usual name") {
    const auto table = [](const char* column, const char* value) {
        return storeOf({{{column}}, {{1, geometry(GeometryKind::point, {{10, 20}}), {value}}}});
    };
    CHECK(holdsUnits(*table("SIDC", "nonsense")));
    CHECK(holdsUnits(*table("Symbol code", "10031000161211040000")));
    CHECK(holdsUnits(*table("symbol", "SFGPUCI----F---")));
    CHECK_FALSE(holdsUnits(*table("symbol", "airport")));
    CHECK_FALSE(holdsUnits(*table("name", "10031000161211040000")));
}

TEST_CASE("a unit stands on its point, in the middle of its square, or nowhere") {
    const Orbat orbat =
        buildOrbat(*storeOf({{{"id"}},
                             {{1, geometry(GeometryKind::point, {{10, 20}}), {"a"}},
                              {2, geometry(GeometryKind::polygon, {{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}), {"b"}},
                              {3, {}, {"c"}}}}));
    CHECK(orbat.units[0].position == geodata::MapPoint{10, 20});
    CHECK(orbat.units[1].position == geodata::MapPoint{500, 500});
    CHECK_FALSE(orbat.units[2].position.has_value());
}

TEST_CASE("a table without any known column still lists its rows") {
    const Orbat orbat = buildOrbat(*storeOf({{{"x"}}, {{1, {}, {"1"}}, {2, {}, {"2"}}}}));
    CHECK(orbat.roots.size() == 2);
    CHECK(orbat.units[1].extra == std::vector<std::pair<std::string, std::string>>{{"x", "2"}});
    CHECK(orbat.warnings.empty());
}

TEST_CASE("amplifiers are for the symbol and for the card") {
    const Orbat orbat = buildOrbat(*storeOf({{{"id"}, {"direction"}, {"reinforced_reduced"}, {"legend"}, {"higher"}},
                                             {{1, {}, {"a", "90", "+", "team site", "MINURSO"}},
                                              {2, {}, {"b", "north", "", "", ""}},
                                              {3, {}, {"c", "400", "", "", ""}}}}));
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    CHECK(orbat.units[0].symbol.amplifiers == Pairs{{"direction", "90"}, {"reinforcedReduced", "(+)"}});
    CHECK(orbat.units[0].extra == Pairs{{"direction", "90"}, {"reinforced_reduced", "+"}});
    CHECK(orbat.units[0].symbol.legend == "team site");
    CHECK(orbat.units[0].symbol.higher == "MINURSO");
    CHECK(orbat.units[1].symbol.amplifiers.empty());
    CHECK(orbat.units[1].extra == Pairs{{"direction", "north"}});
    REQUIRE(orbat.warnings.size() == 1);
    CHECK(orbat.warnings[0].text ==
          "Units of \"units\" with a direction that is no number of degrees from 0 to 360, which is not drawn: 2 "
          "(first: \"north\").");
    CHECK(orbat.warnings[0].count == 2);
}

TEST_CASE("the table's status changes the code, and a code of 30 digits names a country that the table does not") {
    const Orbat orbat = buildOrbat(*storeOf({{{"id"}, {"sidc"}, {"status"}, {"country"}},
                                             {{1, {}, {"a", "1003-1000-1612-1104-0000", "Planned", ""}},
                                              {2, {}, {"b", "100310001612110400000000000398", "", ""}},
                                              {3, {}, {"c", "100310001612110400000000000398", "", "UN"}}}}));
    CHECK(orbat.units[0].sidc == "10031010161211040000");
    CHECK(orbat.units[0].status == "Planned");
    CHECK(orbat.units[0].country.empty());
    CHECK(orbat.units[1].country == "KAZ");
    CHECK(orbat.units[2].country == "UN");
}
