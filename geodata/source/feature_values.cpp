// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/feature_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace geodata {
namespace {

// GDAL's mark of a time zone: 0, it is not known; 1, local time; 100, UTC; each step from there is a quarter of an
// hour.
std::string zoneText(int mark) {
    constexpr int kUtc = 100, kMinutesPerStep = 15;
    if (mark <= 1) return {};
    if (mark == kUtc) return "Z";
    const int minutes = std::abs(mark - kUtc) * kMinutesPerStep;
    return fmt::format("{}{:02}:{:02}", mark < kUtc ? '-' : '+', minutes / 60, minutes % 60);
}

// To the millisecond, which is what GDAL keeps. The rounding stays within the minute.
std::string secondsText(float second) {
    const int most = second < 60 ? 59'999 : 60'999;  // of a minute, or of one with a leap second
    const int milliseconds = std::clamp(static_cast<int>(std::lround(second * 1000.0)), 0, most);
    const int whole = milliseconds / 1000, rest = milliseconds % 1000;
    if (rest == 0) return fmt::format("{:02}", whole);
    std::string text = fmt::format("{:02}.{:03}", whole, rest);
    while (text.back() == '0') text.pop_back();
    return text;
}

std::string dateOf(OGRFeatureH feature, int field, bool hasTime) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone);
    const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return hasTime ? fmt::format("{}T{:02}:{:02}:{}{}", date, hour, minute, secondsText(second), zoneText(zone)) : date;
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
        case OFTDate: return dateOf(feature, field, false);
        case OFTDateTime: return dateOf(feature, field, true);
        default: return OGR_F_GetFieldAsString(feature, field);
    }
}

bool cutTexts(std::vector<std::string>& values, std::size_t mostBytes) {
    bool isCut = false;
    for (std::string& value : values) {
        if (value.size() <= mostBytes) continue;
        std::size_t end = mostBytes;
        while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
        value.resize(end);
        isCut = true;
    }
    return isCut;
}

}  // namespace geodata
