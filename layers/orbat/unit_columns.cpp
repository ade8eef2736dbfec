// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/unit_columns.hpp"

#include <algorithm>
#include <utility>

#include "layers/model/plain_text.hpp"

namespace layers {
namespace {

// In order of trust. "identifier", "unitName", "parentId" and "shortName" are ORBAT Mapper's; "t", "m" and "w" ODIN's,
// which are MIL-STD-2525's letters for designation, higher formation and date-time group. German, French, Spanish,
// Russian and Kazakh names follow, as for positions.
const std::pair<std::string_view, std::vector<std::string_view>> kOtherNames[] = {
    {"id", {"identifier", "unitid", "uid", "uuid", "fid"}},
    {"name", {"unitname",    "title",        "designation",   "uniquedesignation",
              "unit",        "label",        "shortname",     "t",
              "bezeichnung", "einheit",      "nom",           "denomination",
              "unite",       "nombre",       "denominacion",  "unidad",
              "название",    "наименование", "подразделение", "атауы"}},
    {"sidc",
     {"symbolcode", "symbolidcode", "sic", "symbol", "milsymbol", "app6", "app6code", "symbolid", "symbolkennung",
      "zeichencode", "codesymbole", "codedusymbole", "codigo", "codigodesimbolo", "код", "кодсимвола", "кодзнака",
      "таңбакоды"}},
    {"parent",
     {"parentid", "superior", "superiorunit", "higherunit", "parentunit", "reportsto", "ubergeordnet", "uebergeordnet",
      "unterstellt", "superieur", "unitesuperieure", "unidadsuperior", "вышестоящее", "вышестоящая", "подчинение",
      "подчинен"}},
    {"country", {"nation", "nationality", "countrycode", "flag", "affiliationcountry"}},
    {"strength", {"personnel", "headcount", "manpower", "troops", "totalstrength"}},
    {"place", {"locationname", "placename", "base", "camp", "site"}},
    {"source", {"sources", "reference", "url", "externalurl"}},
    {"type", {"unittype", "branch", "role", "arm"}},
    {"echelon", {"size", "level", "unitsize"}},
    {"valid_from", {"from",  "start",  "startdate",     "arrival",  "begin",      "datefrom", "since",
                    "von",   "ab",     "beginn",        "gultigab", "gueltigab",  "debut",    "datededebut",
                    "desde", "inicio", "fechadeinicio", "начало",   "датаначала", "басталуы"}},
    {"valid_to",
     {"to", "end", "enddate", "departure", "until", "dateto", "bis", "ende", "gultigbis", "gueltigbis", "datedefin",
      "hasta", "fin", "fechadefin", "до", "конец", "окончание", "датаокончания", "аяқталуы"}},
    {"uncertainty_m", {"uncertainty", "accuracym", "accuracy", "cep", "radiusm"}},
    {"higher", {"higherformation", "m"}},
    {"status", {"operationalstatus", "condition"}},
    {"relieves", {"relievesid", "replaces", "predecessor", "successorof"}},
};

std::string plain(std::string_view name) {
    std::string made = plainText(name);
    std::erase_if(made, [](char c) { return c == ' ' || c == '_' || c == '-'; });
    return made;
}

// The names that a role's column may have, the most trusted first.
std::vector<std::string> namesOf(std::string_view role, const ColumnMapping& mapping) {
    if (const auto mapped = mapping.find(std::string(role)); mapped != mapping.end()) return {plain(mapped->second)};
    std::vector<std::string> names{plain(role)};
    const auto others =
        std::ranges::find(kOtherNames, role, &std::pair<std::string_view, std::vector<std::string_view>>::first);
    if (others != std::end(kOtherNames)) names.insert(names.end(), others->second.begin(), others->second.end());
    return names;
}

}  // namespace

std::vector<std::optional<std::string_view>> rolesOf(std::span<const geodata::Column> columns,
                                                     const ColumnMapping& mapping) {
    std::vector<std::string> plainNames;
    for (const geodata::Column& column : columns) plainNames.push_back(plain(column.name));
    std::vector<std::optional<std::string_view>> roles(columns.size());
    const auto give = [&](std::string_view role, const std::string& name) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!roles[i] && plainNames[i] == name) return roles[i] = role, true;
        return false;
    };
    for (const bool mapped : {true, false})  // what the area file says comes before any guess
        for (const std::string_view role : kUnitRoles) {
            if (mapping.contains(std::string(role)) != mapped) continue;
            for (const std::string& name : namesOf(role, mapping))
                if (give(role, name)) break;
        }
    return roles;
}

}  // namespace layers
