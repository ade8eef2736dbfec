// SPDX-License-Identifier: Apache-2.0
#pragma once
// Transformations that were looked up in advance and are kept as plain text, because asking PROJ's database takes
// longer than reading a small file. Forked children use them without the database, whose connection must not cross a
// fork. They are learned on one thread and then read on any.

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "geodata/crs/area_of_use.hpp"
#include "geodata/crs/transformation.hpp"

namespace geodata {

class KnownTransformations {
public:
    // From degrees of WGS 84, as most files have them, to the map and to CRS84. Only of an authority's code: a longer
    // definition may come from a file, and is left to whoever reads that file.
    // True: it is known now.
    bool learn(const std::string& mapCrs);

    bool databaseWorks() const { return m_databaseWorks; }  // it was seen to
    // As Transformation::toMap and areaOfUse, from memory where it was learned.
    Result<Transformation> toMap(const std::string& sourceCrs, const std::string& mapCrs) const;
    std::optional<AreaOfUse> areaOfUse(const std::string& crs) const;

private:
    void learn(const std::string& sourceCrs, const std::string& mapCrs);

    bool m_databaseWorks = false;
    std::map<std::pair<std::string, std::string>, Transformation::Recipe> m_recipes;
    std::map<std::string, std::optional<AreaOfUse>> m_areas;
};

}  // namespace geodata
