// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/stated_geometry.hpp"

#include <algorithm>
#include <string_view>

#include "geodata/crs/transformation.hpp"
#include "geodata/source/position_names.hpp"

namespace geodata {
namespace {

// Only images have an order of drawing.
bool isImageOverlay(OGRFeatureH feature) {
    const int order = OGR_F_GetFieldIndex(feature, "drawOrder"), icon = OGR_F_GetFieldIndex(feature, "icon");
    return (order >= 0 && OGR_F_IsFieldSetAndNotNull(feature, order) != 0) ||
           (icon >= 0 && OGR_F_IsFieldSetAndNotNull(feature, icon) != 0);
}

bool isArea(OGRGeometryH geometry) { return OGR_G_GetDimension(geometry) == 2; }

bool isCrs(std::string_view number, const std::string& crs) {
    const std::string code = "EPSG:" + std::string(number);
    return code == crs || (code == "EPSG:4326" && crs == kLonLatCrs);
}

ogr::Geometry withSrid(std::string_view text, const std::string& crs) {
    constexpr std::string_view kSrid = "SRID=";
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const std::size_t end = text.find(';');
    if (end == std::string_view::npos || !sameLetters(text.substr(0, kSrid.size()), kSrid) ||
        !isCrs(text.substr(kSrid.size(), end - kSrid.size()), crs))
        return nullptr;
    std::string wkt(text.substr(end + 1));
    char* rest = wkt.data();
    OGRGeometryH made = nullptr;
    return OGR_G_CreateFromWkt(&rest, nullptr, &made) == OGRERR_NONE ? ogr::Geometry(made) : nullptr;
}

}  // namespace

ogr::Geometry statedGeometry(OGRFeatureH feature, const LayerFormat& format) {
    ogr::Geometry geometry(OGR_F_StealGeometry(feature));
    if (geometry && format.driver == "LIBKML" && isArea(geometry.get()) && isImageOverlay(feature))
        return ogr::Geometry(OGR_G_Boundary(geometry.get()));
    if (geometry || !format.wktColumn) return geometry;
    return withSrid(OGR_F_GetFieldAsString(feature, static_cast<int>(*format.wktColumn)), format.crs);
}

}  // namespace geodata
