// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/unit_text.hpp"

#include <doctest/doctest.h>

using namespace layers;

namespace {

Orbat orbat() {
    std::vector<Unit> units(3);
    units[0].id = "se_hq";
    units[0].name = "HQ Sector East (Spain), UNP 7-2";
    units[0].country = "ESP";
    units[1].id = "indbatt";
    units[1].name = "INDBATT / IndKazBat; 850";
    units[1].parent = "se_hq";
    units[1].country = "IND";
    units[1].strength = "850";
    units[1].sidc = "10031000161211020000";
    units[1].accuracy.uncertaintyM = 2500;
    units[1].extra = {{"short_name", "INDBATT"}};
    units[2].id = "kazcoy";
    units[2].name = "KAZ company";
    units[2].country = "KAZ";
    return linkUnits(units, "units");
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("a caption is the short name with its country") {
    CHECK(captionOf(orbat(), 0, {}) == "HQ Sector East · ESP");
    CHECK(captionOf(orbat(), 1, {}) == "INDBATT / IndKazBat");  // the name says the country
    CHECK(captionOf(orbat(), 1, {.shortNameColumn = "short_name"}) == "INDBATT");
    CHECK(captionOf(orbat(), 2, {}) == "KAZ company");
}

TEST_CASE("amplifiers choose what stands beside the symbol and what in it") {
    CHECK(captionOf(orbat(), 1, {.amplifiers = Amplifiers::none}).empty());
    CHECK(captionOf(orbat(), 1, {.amplifiers = Amplifiers::nameAndHigher, .shortNameColumn = "short_name"}) ==
          "INDBATT / HQ Sector East");
    CHECK(captionOf(orbat(), 1, {.amplifiers = Amplifiers::all}).empty());
    CHECK(captionOf(orbat(), 1, {.amplifiers = Amplifiers::all}, false) == "INDBATT / IndKazBat");
    Orbat wrong = orbat();
    wrong.units[1].sidc = "1003";
    CHECK_FALSE(captionOf(wrong, 1, {.amplifiers = Amplifiers::all}).empty());
    CHECK(requestOf(orbat(), 1, {}).amplifiers.empty());
    CHECK(requestOf(orbat(), 1, {.amplifiers = Amplifiers::all, .shortNameColumn = "short_name"}).amplifiers ==
          Pairs{{"additionalInformation", "± 2.5 km"},
                {"higherFormation", "HQ Sector East"},
                {"uniqueDesignation", "INDBATT"}});  // its strength is none of the fields of a symbol
}

TEST_CASE("all amplifiers have those of the table, sorted") {
    Orbat some = orbat();
    some.units[1].symbol.amplifiers = {{"speed", "4 km/h"}, {"direction", "90"}, {"additionalInformation", "UN"}};
    some.units[1].symbol.higher = "UNIFIL";
    CHECK(requestOf(some, 1, {.amplifiers = Amplifiers::all, .shortNameColumn = "short_name"}).amplifiers ==
          Pairs{{"additionalInformation", "UN / ± 2.5 km"},
                {"direction", "90"},
                {"higherFormation", "UNIFIL"},
                {"speed", "4 km/h"},
                {"uniqueDesignation", "INDBATT"}});
    CHECK(requestOf(some, 1, {.amplifiers = Amplifiers::nameAndHigher}).amplifiers.empty());
    some.units[1].accuracy.uncertaintyM = 0;
    CHECK(requestOf(some, 1, {.amplifiers = Amplifiers::all}).amplifiers.front() ==
          Pairs::value_type{"additionalInformation", "UN"});
}

TEST_CASE("equipment has its type at the symbol, a unit has not") {
    Orbat some = orbat();
    some.units[2].type = "T-72";
    some.units[2].sidc = "10031500001202000000";
    CHECK(requestOf(some, 2, {.amplifiers = Amplifiers::all}).amplifiers ==
          Pairs{{"type", "T-72"}, {"uniqueDesignation", "KAZ company"}});
    some.units[2].sidc = "10031000161211020000";
    CHECK(requestOf(some, 2, {.amplifiers = Amplifiers::all}).amplifiers ==
          Pairs{{"uniqueDesignation", "KAZ company"}});
}

TEST_CASE("colours go to milsymbol by its own names") {
    CHECK(requestOf("SFGPUCI----F---", SymbolColors::dark) ==
          SymbolRequest{"SFGPUCI----F---", {{"colorMode", "Dark"}}});
    CHECK(requestOf("SFGPUCI----F---", SymbolColors::light).amplifiers.empty());
    CHECK(requestOf(orbat(), 1, {.colors = SymbolColors::dark}).amplifiers == Pairs{{"colorMode", "Dark"}});
    CHECK(requestOf(orbat(), 1, {.colors = SymbolColors::medium}).amplifiers == Pairs{{"colorMode", "Medium"}});
}
