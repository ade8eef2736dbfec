// SPDX-License-Identifier: Apache-2.0
#pragma once
// A feature's values as the store keeps them: texts, the shortest form of numbers, dates as YYYY-MM-DD. Used only in
// geodata/source; the loader's child.

#include <string>

#include "geodata/source/ogr_handles.hpp"
#include "geodata/store/feature_set.hpp"

namespace geodata {

ColumnType typeOf(OGRFieldType type);
// Empty: the feature has none in that field.
std::string valueOf(OGRFeatureH feature, int field);

}  // namespace geodata
