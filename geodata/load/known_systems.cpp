// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/known_systems.hpp"

#include <thread>

namespace geodata {

void KnownSystems::learn(const std::string& mapCrs) {
    if (m_windows.contains(mapCrs) || !m_transformations.learn(mapCrs)) return;
    // GDAL keeps a connection to the database as long as the thread lives; in a child its descriptor would be another
    // file's.
    std::thread([&] { m_windows[mapCrs] = geodata::windowOf(mapCrs); }).join();
}

DegreeWindow KnownSystems::windowOf(const std::string& mapCrs) const {
    const auto known = m_windows.find(mapCrs);
    return known != m_windows.end() ? known->second : geodata::windowOf(mapCrs);
}

}  // namespace geodata
