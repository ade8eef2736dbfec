// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/feature_values.hpp"

#include <fmt/format.h>

namespace geodata {
namespace {

std::string dateOf(OGRFeatureH feature, int field) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone);
    const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return hour == 0 && minute == 0 && second == 0 ? date
                                                   : fmt::format("{}T{:02}:{:02}:{:02.0f}", date, hour, minute, second);
}

}  // namespace

ColumnType typeOf(OGRFieldType type) {
    if (type == OFTInteger || type == OFTInteger64) return ColumnType::integer;
    return type == OFTReal ? ColumnType::real : ColumnType::text;
}

std::string valueOf(OGRFeatureH feature, int field) {
    if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) return {};
    switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field))) {
        case OFTReal: return fmt::format("{}", OGR_F_GetFieldAsDouble(feature, field));
        case OFTDate:
        case OFTDateTime: return dateOf(feature, field);
        default: return OGR_F_GetFieldAsString(feature, field);
    }
}

}  // namespace geodata
