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
