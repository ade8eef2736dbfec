#include "geodata/load/known_systems.hpp"

namespace geodata {

void KnownSystems::learn(const std::string& mapCrs) {
    if (m_windows.contains(mapCrs) || !m_transformations.learn(mapCrs)) return;
    rememberWgs84();
    m_windows[mapCrs] = geodata::windowOf(mapCrs);
}

DegreeWindow KnownSystems::windowOf(const std::string& mapCrs) const {
    const auto known = m_windows.find(mapCrs);
    return known != m_windows.end() ? known->second : geodata::windowOf(mapCrs);
}

}  // namespace geodata
