#pragma once
// The map's coordinate system for a file that is written: easting before northing, longitude before latitude. The
// writer's thread.

#include <string>

#include "geodata/source/ogr_handles.hpp"

namespace geodata {

// Null where GDAL knows no such system.
ogr::Crs crsOf(const std::string& definition);

}  // namespace geodata
