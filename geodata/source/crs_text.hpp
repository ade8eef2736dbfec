#pragma once
// A coordinate system from its text, for GDAL, and back. The text may come from a file or an area file: it can name neither a file
// nor an address to look it up. Inside geodata/source and geodata/load alone.

#include <string>

#include "geodata/source/ogr_handles.hpp"

namespace geodata {

// Easting before northing, longitude before latitude. Null where GDAL knows no such system.
ogr::Crs crsOf(const std::string& definition);

std::string authorityCode(OGRSpatialReferenceH crs);  // "EPSG:32636"; empty where it has none
std::string wktOf(OGRSpatialReferenceH crs);          // WKT2:2019

}  // namespace geodata
