#include "geodata/load/write_crs.hpp"

#include <ogr_spatialref.h>

namespace geodata {

ogr::Crs crsOf(const std::string& definition) {
    ogr::Crs crs(OSRNewSpatialReference(nullptr));
    const char* options[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    if (OGRSpatialReference::FromHandle(crs.get())->SetFromUserInput(definition.c_str(), options) != OGRERR_NONE) return nullptr;
    OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

}  // namespace geodata
