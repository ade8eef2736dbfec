#include "geodata/source/crs_text.hpp"

#include <ogr_spatialref.h>

namespace geodata {

ogr::Crs crsOf(const std::string& definition) {
    ogr::Crs crs(OSRNewSpatialReference(nullptr));
    const char* const nothingElse[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    // The C function takes no options before GDAL 3.9.
    if (OGRSpatialReference::FromHandle(crs.get())->SetFromUserInput(definition.c_str(), nothingElse) != OGRERR_NONE) return nullptr;
    OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

}  // namespace geodata
