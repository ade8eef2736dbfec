// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/unit_columns.hpp"

#include <algorithm>
#include <utility>

#include "layers/model/plain_text.hpp"

namespace layers {
namespace {

// In order of trust. "identifier", "unitName", "parentId" and "shortName" are ORBAT Mapper's. German, French, Spanish,
// Russian and Kazakh names follow, as for positions.
const std::pair<std::string_view, std::vector<std::string_view>> kOtherNames[] = {
    {"id", {"identifier", "unitid", "uid", "uuid", "fid"}},
    {"name",
     {"unitname", "title", "designation", "uniquedesignation", "unit", "label", "shortname", "bezeichnung", "einheit",
      "nom", "denomination", "unite", "nombre", "denominacion", "unidad", "название", "наименование", "подразделение",
      "атауы"}},
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
    {"higher", {"higherformation"}},
    {"status", {"operationalstatus", "condition"}},
    {"relieves", {"relievesid", "replaces", "predecessor", "successorof"}},
    {"dtg", {"datetimegroup"}},
};

// APP-6's letters for the fields of a symbol, as ODIN's GeoJSON has them beside "sidc".
constexpr std::pair<std::string_view, std::string_view> kLetters[] = {{"name", "t"},
                                                                      {"higher", "m"},
                                                                      {"type", "v"},
                                                                      {"quantity", "c"},
                                                                      {"reinforcedReduced", "f"},
                                                                      {"staffComments", "g"},
                                                                      {"additionalInformation", "h"},
                                                                      {"evaluationRating", "j"},
                                                                      {"combatEffectiveness", "k"},
                                                                      {"signatureEquipment", "l"},
                                                                      {"iffSif", "p"},
                                                                      {"direction", "q"},
                                                                      {"dtg", "w"},
                                                                      {"altitudeDepth", "x"},
                                                                      {"speed", "z"},
                                                                      {"specialHeadquarters", "aa"},
                                                                      {"platformType", "ad"},
                                                                      {"commonIdentifier", "af"},
                                                                      {"engagementBar", "ao"}};

std::string plain(std::string_view name) {
    std::string made = plainText(name);
    std::erase_if(made, [](char c) { return c == ' ' || c == '_' || c == '-'; });
    return made;
}

struct Names {
    const ColumnMapping& mapping;
    bool letters = false;
    bool coordinates = false;  // "x" is one beside "y", and no altitude

    // That a role's column may have, the most trusted first.
    std::vector<std::string> of(std::string_view role) const {
        if (const auto mapped = mapping.find(std::string(role)); mapped != mapping.end())
            return {plain(mapped->second)};
        std::vector<std::string> names{plain(role)};
        const auto others =
            std::ranges::find(kOtherNames, role, &std::pair<std::string_view, std::vector<std::string_view>>::first);
        if (others != std::end(kOtherNames)) names.insert(names.end(), others->second.begin(), others->second.end());
        if (const auto letter = letterOf(role); !letter.empty()) names.emplace_back(letter);
        return names;
    }

private:
    std::string_view letterOf(std::string_view role) const {
        const auto found = std::ranges::find(kLetters, role, &std::pair<std::string_view, std::string_view>::first);
        if (!letters || found == std::end(kLetters) || (coordinates && found->second == "x")) return {};
        return found->second;
    }
};

}  // namespace

std::vector<std::optional<std::string_view>> rolesOf(const geodata::StoreInfo& table, const ColumnMapping& mapping) {
    std::vector<std::string> plainNames;
    for (const geodata::Column& column : table.columns) plainNames.push_back(plain(column.name));
    const auto has = [&](std::string_view name) { return std::ranges::find(plainNames, name) != plainNames.end(); };
    const Names names{mapping, table.driver.starts_with("GeoJSON") && has("sidc"), has("y")};
    std::vector<std::optional<std::string_view>> roles(plainNames.size());
    const auto give = [&](std::string_view role) {
        for (const std::string& name : names.of(role))
            for (std::size_t i = 0; i < roles.size(); ++i)
                if (!roles[i] && plainNames[i] == name) {
                    roles[i] = role;
                    return;
                }
    };
    for (const bool mapped : {true, false}) {  // what the area file says comes before any guess
        for (const std::string_view role : kUnitRoles)
            if (mapping.contains(std::string(role)) == mapped) give(role);
        for (const std::string_view role : kAmplifierRoles)
            if (mapping.contains(std::string(role)) == mapped) give(role);
    }
    return roles;
}

}  // namespace layers
