// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/crs_file.hpp"

#include "geodata/crs/proj_handles.hpp"
#include "geodata/crs/transformation.hpp"

namespace geodata {

Result<CrsFile> crsFileOf(const std::string& definition) {
    const proj::Context context = proj::makeContext();
    const auto crs = proj::openCrs(context.get(), definition);
    if (!crs) return crs.error();
    const char* wkt = proj_as_wkt(context.get(), crs->get(), PJ_WKT1_ESRI, nullptr);
    if (wkt == nullptr)
        wkt = proj_as_wkt(context.get(), crs->get(), PJ_WKT2_2019, nullptr);  // systems younger than WKT 1
    if (wkt == nullptr)
        return failure("Cannot write coordinate system", quoted(definition, 80), "it has no form as a text");
    return CrsFile{wkt, proj::isGeographic(context.get(), crs->get()) ? kPlateCarreeMetresPerDegree : 1.0};
}

}  // namespace geodata
