// SPDX-License-Identifier: Apache-2.0
#pragma once
// The geometry that a feature states, where GDAL's drivers give another or none. Used only in geodata/source; the
// loader's child.

#include <cstddef>
#include <optional>
#include <string>

#include "geodata/source/ogr_handles.hpp"

namespace geodata {

struct LayerFormat {
    const std::string& driver;
    const std::string& crs;                // of the layer
    std::optional<std::size_t> wktColumn;  // of a CSV
};

// Takes it off the feature. Of an image that a KML lays over the map only the outline is left, because a fill would
// hide what is below. "SRID=4326;POINT(…)", as PostGIS writes it, is read where it means the layer's coordinate system.
ogr::Geometry statedGeometry(OGRFeatureH feature, const LayerFormat& format);

}  // namespace geodata
