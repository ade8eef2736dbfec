// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the loader asks PROJ and GDAL before it forks, so that its children find the answers in memory. No database
// connection outlives learn(). The fork server's thread writes it; a child only reads it.

#include <map>
#include <string>

#include "geodata/crs/known_transformations.hpp"
#include "geodata/source/source.hpp"

namespace geodata {

class KnownSystems {
public:
    // Once for each map CRS.
    void learn(const std::string& mapCrs);

    const KnownTransformations& transformations() const { return m_transformations; }
    DegreeWindow windowOf(const std::string& mapCrs) const;

private:
    KnownTransformations m_transformations;
    std::map<std::string, DegreeWindow> m_windows;
};

}  // namespace geodata
