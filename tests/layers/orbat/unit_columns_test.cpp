// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/unit_columns.hpp"

#include <doctest/doctest.h>

using namespace layers;

namespace {

std::vector<std::string> rolesFor(const std::vector<std::string>& names, const ColumnMapping& mapping = {}) {
    std::vector<geodata::Column> columns;
    for (const std::string& name : names) columns.push_back({name, geodata::ColumnType::text});
    std::vector<std::string> roles;
    for (const auto& role : rolesOf(columns, mapping)) roles.emplace_back(role.value_or("-"));
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
    CHECK(rolesFor({"sidc", "t", "m"}) == Roles{"sidc", "name", "higher"});
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
