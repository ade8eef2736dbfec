// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/area_of_use.hpp"

#include <cmath>

#include "geodata/crs/proj_handles.hpp"
#include "geodata/crs/transformation.hpp"

namespace geodata {

bool AreaOfUse::holds(LonLat p, double marginDegrees) const {
    if (p.lat < south - marginDegrees || p.lat > north + marginDegrees) return false;
    const double span = (east >= west ? east - west : east - west + 360) + 2 * marginDegrees;
    const double fromWest = std::fmod(std::fmod(p.lon - (west - marginDegrees), 360) + 360, 360);
    return span >= 360 || fromWest <= span;
}

std::optional<AreaOfUse> areaOfUse(const std::string& crs) {
    const proj::Context context = proj::makeContext();
    const auto opened = proj::openCrs(context.get(), crs);
    AreaOfUse area;
    if (!opened || proj_get_area_of_use(context.get(), opened->get(), &area.west, &area.south, &area.east, &area.north,
                                        nullptr) == 0)
        return {};
    constexpr double kUnknown = -1000;  // PROJ's mark
    if (area.west == kUnknown) return {};
    return area;
}

Status projDatabaseWorks() {
    const auto toUtm = Transformation::toMap(kLonLatCrs, "EPSG:32636");
    const MapPoint onTheMeridian = toUtm ? toUtm->forward(MapPoint{33, 0}) : MapPoint{};
    if (std::abs(onTheMeridian.x - 500000) < 1e-3 && std::abs(onTheMeridian.y) < 1e-3) return {};
    const proj::Context context = proj::makeContext();
    const char* database = proj_context_get_database_path(context.get());
    const std::string looked = database != nullptr ? database : proj_info().searchpath;
    return failure("Cannot use", "PROJ's database proj.db",
                   "it was not found or does not work (looked for in " + quoted(looked, 400) + ")",
                   "Install Debian's proj-data again; until then no file can be placed on a map.");
}

}  // namespace geodata
