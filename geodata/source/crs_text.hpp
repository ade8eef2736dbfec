// SPDX-License-Identifier: Apache-2.0
#pragma once
// Converts between the text of a coordinate system and GDAL's form. The text may come from a foreign file, so it is
// never looked up in a file or at an address. Used only in geodata/source and geodata/load; the loader's child.

#include <string>

#include "geodata/source/ogr_handles.hpp"

namespace geodata {

// Easting before northing, longitude before latitude. Null where GDAL knows no such system.
ogr::Crs crsOf(const std::string& definition);

std::string authorityCode(OGRSpatialReferenceH crs);  // "EPSG:32636"; empty where it has none
std::string wktOf(OGRSpatialReferenceH crs);          // WKT2:2019

}  // namespace geodata
