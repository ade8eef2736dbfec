// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads GeoJSON at memory speed. The file is split into its geometries, which are parsed here, and a skeleton with a
// mark in place of each geometry. GDAL reads the skeleton, so names, types, values and numbers are GDAL's. Used only
// in geodata/source; the loader's child.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/source/ogr_handles.hpp"

namespace geodata {

// One geometry as it is in the file, in its own units.
struct PlainGeometry {
    OGRwkbGeometryType type = wkbUnknown;  // flat
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> listEnds;     // of lines and rings, in points
    std::vector<std::uint32_t> polygonEnds;  // in lists
    bool heights = false;                    // some position had a third number; not kept
};

struct TakenApart {
    std::string skeleton;
    std::vector<PlainGeometry> geometries;
    bool withoutProperties = false;  // some feature has none: of such a one GDAL makes values of all its members
};

// None: it is not one FeatureCollection of plain geometries in good UTF-8, and GDAL has to read it as it is.
std::optional<TakenApart> takeApart(const std::filesystem::path& file);

// Which geometry a mark in the skeleton represents; none: it is no mark.
std::optional<std::size_t> markedGeometry(OGRGeometryH geometry);

// As geometriesOf: without closing points, short rings and short lines.
Geometry flatOf(PlainGeometry plain);

// For what only GDAL can do with it, such as cutting.
ogr::Geometry asOgr(const PlainGeometry& plain);

}  // namespace geodata
