// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/window.hpp"

#include <algorithm>
#include <string_view>

#include "geodata/source/crs_text.hpp"
#include "geodata/source/ogr_handles.hpp"

namespace geodata {
namespace {

// Degrees to either side. PROJ answers on the seam with either side of the map, so a little is kept from it; at ±180°
// itself data end, and are left whole.
double reachOf(double centralLon) { return centralLon == 0 ? 180 : 180 - 1e-9; }

DegreeWindow around(double lon) { return {lon - reachOf(lon), -90, lon + reachOf(lon), 90}; }

}  // namespace

DegreeWindow windowOf(const std::string& mapCrs) {
    const ogr::ErrorCapture silence;
    const ogr::Crs crs = crsOf(mapCrs);
    if (!crs || OSRIsProjected(crs.get()) == 0) return around(0);
    const char* named = OSRGetAttrValue(crs.get(), "PROJECTION", 0);
    const std::string_view projection = named != nullptr ? named : "";
    const auto parameter = [&](const char* name) { return OSRGetProjParm(crs.get(), name, 0, nullptr); };
    const double lon = parameter("central_meridian");
    if (projection == "Transverse_Mercator") return {lon - 60, -84, lon + 60, 84};  // beyond, scale is four and more
    if (projection.substr(0, 8) == "Mercator" || projection.find("Pseudo") != std::string_view::npos)
        return {lon - reachOf(lon), -85.06, lon + reachOf(lon), 85.06};
    if (projection == "Polar_Stereographic")
        return parameter("latitude_of_origin") >= 0 ? DegreeWindow{-180, -20, 180, 90}
                                                    : DegreeWindow{-180, -90, 180, 20};
    if (projection.substr(0, 17) == "Lambert_Conformal") return {lon - reachOf(lon), -60, lon + reachOf(lon), 85};
    return around(lon);
}

}  // namespace geodata
