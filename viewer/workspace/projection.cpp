// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/projection.hpp"

#include <cmath>

#include "geodata/grid/visible_degrees.hpp"

namespace viewer {

geodata::Result<Projection> Projection::of(const std::string& mapCrs) {
    auto made = geodata::Transformation::toMap(geodata::kLonLatCrs, mapCrs);
    if (!made) return made.error();
    Projection projection;
    projection.m_transformation = std::make_shared<const geodata::Transformation>(std::move(*made));
    projection.m_math.toMap = [t = projection.m_transformation](geodata::LonLat p) {
        return t->forward(geodata::MapPoint{p.lon, p.lat});
    };
    projection.m_math.toLonLat = [t = projection.m_transformation](geodata::MapPoint p) {
        const geodata::MapPoint degrees = t->inverse(p);
        return geodata::LonLat{degrees.x, degrees.y};
    };
    return projection;
}

geodata::MapBox Projection::boxOf(const geodata::LonLatBox& degrees) const {
    constexpr int kSteps = 24;
    const double width = degrees.east - degrees.west + (degrees.west > degrees.east ? 360 : 0),
                 height = degrees.north - degrees.south;
    geodata::MapBox box;
    for (int row = 0; row <= kSteps; ++row)
        for (int column = 0; column <= kSteps; ++column) {
            double lon = degrees.west + width * column / kSteps;
            if (lon > 180) lon -= 360;
            const geodata::MapPoint p = m_math.toMap({lon, degrees.south + height * row / kSteps});
            if (std::isfinite(p.x) && std::isfinite(p.y)) box = geodata::extended(box, p);
        }
    return box;
}

std::optional<geodata::LonLatBox> Projection::degreesOf(const geodata::MapBox& box) const {
    const auto seen = geodata::visibleDegrees(box, m_math);
    if (!seen || seen->lon.from < -180 || seen->lon.to > 180) return {};
    return geodata::LonLatBox{seen->lon.from, seen->lat.from, seen->lon.to, seen->lat.to};
}

}  // namespace viewer
