// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/crs_text.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

namespace geodata {

ogr::Crs crsOf(const std::string& definition) {
    ogr::Crs crs(OSRNewSpatialReference(nullptr));
    const char* const nothingElse[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    // The C function takes no options before GDAL 3.9.
    if (OGRSpatialReference::FromHandle(crs.get())->SetFromUserInput(definition.c_str(), nothingElse) != OGRERR_NONE)
        return nullptr;
    OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

std::string authorityCode(OGRSpatialReferenceH crs) {
    const char *name = OSRGetAuthorityName(crs, nullptr), *code = OSRGetAuthorityCode(crs, nullptr);
    return name != nullptr && code != nullptr ? fmt::format("{}:{}", name, code) : std::string();
}

std::string wktOf(OGRSpatialReferenceH crs) {
    char* text = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    OSRExportToWktEx(crs, &text, options);
    std::string wkt = text != nullptr ? text : "";
    CPLFree(text);
    return wkt;
}

}  // namespace geodata
