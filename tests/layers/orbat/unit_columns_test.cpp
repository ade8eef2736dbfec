// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/unit_columns.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace layers;

namespace {

std::vector<std::string> rolesFor(const std::vector<std::string>& names, const ColumnMapping& mapping = {},
                                  const std::string& driver = "CSV") {
    geodata::StoreInfo table;
    table.driver = driver;
    for (const std::string& name : names) table.columns.push_back({name, geodata::ColumnType::text});
    std::vector<std::string> roles;
    for (const auto& role : rolesOf(table, mapping)) roles.emplace_back(role.value_or("-"));
    return roles;
}

using Roles = std::vector<std::string>;

}  // namespace

TEST_CASE("DESIGN's own names are roles, whatever their case") {
    CHECK(rolesFor({"id", "Name", "SIDC", "parent", "valid_from", "Valid To", "uncertainty_m", "colour"}) ==
          Roles{"id", "name", "sidc", "parent", "valid_from", "valid_to", "uncertainty_m", "-"});
}

TEST_CASE("other tables' names are recognised") {
    CHECK(rolesFor({"Identifier", "Unit Name", "Symbol Code", "Parent ID", "Nation", "Personnel", "Start Date",
                    "End Date"}) ==
          Roles{"id", "name", "sidc", "parent", "country", "strength", "valid_from", "valid_to"});
}

TEST_CASE("APP-6's letters are roles in GeoJSON beside sidc, and in no other table") {
    CHECK(rolesFor({"sidc", "t", "m"}, {}, "GeoJSON") == Roles{"sidc", "name", "higher"});
    CHECK(rolesFor({"SIDC", "C", "f", "q", "v", "w", "z", "ao"}, {}, "GeoJSON") ==
          Roles{"sidc", "quantity", "reinforcedReduced", "direction", "type", "dtg", "speed", "engagementBar"});
    CHECK(rolesFor({"sidc", "x"}, {}, "GeoJSON") == Roles{"sidc", "altitudeDepth"});
    CHECK(rolesFor({"sidc", "x", "y"}, {}, "GeoJSON") == Roles{"sidc", "-", "-"});  // coordinates
    CHECK(rolesFor({"t", "m"}, {}, "GeoJSON") == Roles{"-", "-"});
    CHECK(rolesFor({"sidc", "t", "m", "w", "q"}) == Roles{"sidc", "-", "-", "-", "-"});
    CHECK(rolesFor({"sidc", "t", "c"}, {{"name", "t"}, {"quantity", "C"}}) == Roles{"sidc", "name", "quantity"});
}

TEST_CASE("amplifiers are found by milsymbol's names") {
    CHECK(rolesFor({"reinforcedReduced", "Reinforced reduced", "dtg", "iff_sif", "ENGAGEMENTBAR",
                    "special headquarters", "legend"}) ==
          Roles{"reinforcedReduced", "-", "dtg", "iffSif", "engagementBar", "specialHeadquarters", "legend"});
    CHECK(rolesFor({"date-time group", "uniqueDesignation", "higherFormation", "type", "altitude_depth"}) ==
          Roles{"dtg", "name", "higher", "type", "altitudeDepth"});
}

TEST_CASE("headers of other languages are roles, whatever their case and accents") {
    CHECK(rolesFor({"№", "Название", "Код", "Вышестоящее", "Начало", "Конец"}) ==
          Roles{"-", "name", "sidc", "parent", "valid_from", "valid_to"});
    CHECK(rolesFor({"НАИМЕНОВАНИЕ", "Код символа", "дата начала"}) == Roles{"name", "sidc", "valid_from"});
    CHECK(rolesFor({"Атауы", "ТАҢБА КОДЫ", "Басталуы"}) == Roles{"name", "sidc", "valid_from"});
    CHECK(rolesFor({"Bezeichnung", "Zeichencode", "Übergeordnet", "gültig ab", "bis"}) ==
          Roles{"name", "sidc", "parent", "valid_from", "valid_to"});
    CHECK(rolesFor({"Nom", "Code symbole", "Supérieur", "Début", "fin"}) ==
          Roles{"name", "sidc", "parent", "valid_from", "valid_to"});
    CHECK(rolesFor({"Nombre", "Código", "Superior", "desde", "hasta"}) ==
          Roles{"name", "sidc", "parent", "valid_from", "valid_to"});
}

TEST_CASE("a role goes to one column, the most trusted") {
    CHECK(rolesFor({"title", "name"}) == Roles{"-", "name"});
    CHECK(rolesFor({"name", "NAME"}) == Roles{"name", "-"});
    CHECK(rolesFor({"shortName", "title"}) == Roles{"-", "name"});
}

TEST_CASE("the area file's mapping wins") {
    CHECK(rolesFor({"name", "code", "label"}, {{"name", "label"}, {"sidc", "code"}}) == Roles{"-", "sidc", "name"});
    CHECK(rolesFor({"name"}, {{"name", "not there"}}) == Roles{"-"});
}

TEST_CASE("a column that the area file gives to one role is not another's, whatever its name") {
    CHECK(rolesFor({"id", "type"}, {{"status", "type"}}) == Roles{"id", "status"});
    CHECK(rolesFor({"id", "parent"}, {{"higher", "parent"}}) == Roles{"id", "higher"});
    CHECK(rolesFor({"id", "code"}, {{"name", "id"}, {"id", "code"}}) == Roles{"name", "id"});
    // The role whose name it is takes another column then.
    CHECK(rolesFor({"name", "title"}, {{"id", "name"}}) == Roles{"id", "name"});
}

TEST_CASE("no two columns have one role, and no column a role twice, whatever the names") {
    const Roles names{"id",   "ID",     "uid", "name", "unit", "label", "title",
                      "sidc", "symbol", "m",   "t",    "from", "to",    "size"};
    std::mt19937 random(4);
    for (int round = 0; round < 200; ++round) {
        Roles columns;
        for (std::size_t i = 0; i < 8; ++i) columns.push_back(names[random() % names.size()]);
        ColumnMapping mapping;
        if (round % 2 == 1) mapping["name"] = columns[random() % columns.size()];
        std::set<std::string> seen;
        const Roles roles = rolesFor(columns, mapping);
        REQUIRE(roles.size() == columns.size());
        for (const std::string& role : roles)
            if (role != "-") CHECK(seen.insert(role).second);
        if (round % 2 == 1) CHECK(seen.contains("name"));
    }
}

TEST_CASE("columns that mean nothing have no role") {
    CHECK(rolesFor({}).empty());
    CHECK(rolesFor({"", "colour", "lat", "lon", "geometry"}) == Roles{"-", "-", "-", "-", "-"});
}
