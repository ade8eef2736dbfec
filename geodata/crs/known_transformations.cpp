// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/known_transformations.hpp"

#include <algorithm>

namespace geodata {
namespace {

constexpr const char* kWgs84 = "EPSG:4326";
constexpr std::size_t kLongestCode = 20;

// As "EPSG:32636".
bool isCode(const std::string& crs) {
    const auto isWord = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return crs.size() <= kLongestCode && std::ranges::count(crs, ':') == 1 &&
           std::ranges::all_of(crs, [&](char c) { return c == ':' || isWord(c); });
}

}  // namespace

bool KnownTransformations::learn(const std::string& mapCrs) {
    if (!isCode(mapCrs)) return false;
    if (!m_databaseWorks && projDatabaseWorks()) return false;  // the child's own attempt has the sentence
    m_databaseWorks = true;
    for (const char* source : {kWgs84, kLonLatCrs}) {
        learn(source, mapCrs);
        learn(source, kLonLatCrs);
        if (!m_areas.contains(source)) m_areas[source] = geodata::areaOfUse(source);
    }
    return true;
}

void KnownTransformations::learn(const std::string& sourceCrs, const std::string& mapCrs) {
    const std::pair key(sourceCrs, mapCrs);
    if (m_recipes.contains(key)) return;
    const auto transformation = Transformation::toMap(sourceCrs, mapCrs);
    if (!transformation) return;
    if (auto recipe = transformation->recipe()) m_recipes.emplace(key, std::move(*recipe));
}

Result<Transformation> KnownTransformations::toMap(const std::string& sourceCrs, const std::string& mapCrs) const {
    if (const auto known = m_recipes.find({sourceCrs, mapCrs}); known != m_recipes.end())
        if (auto made = Transformation::from(known->second)) return std::move(*made);
    return Transformation::toMap(sourceCrs, mapCrs);
}

std::optional<AreaOfUse> KnownTransformations::areaOfUse(const std::string& crs) const {
    const auto known = m_areas.find(crs);
    return known != m_areas.end() ? known->second : geodata::areaOfUse(crs);
}

}  // namespace geodata
