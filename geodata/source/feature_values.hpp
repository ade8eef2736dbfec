// SPDX-License-Identifier: Apache-2.0
#pragma once
// A feature's values as the store keeps them: texts, the shortest form of numbers, dates as YYYY-MM-DD. Used only in
// geodata/source; the loader's child.

#include <string>
#include <vector>

#include "geodata/source/ogr_handles.hpp"
#include "geodata/store/feature_set.hpp"

namespace geodata {

ColumnType typeOf(OGRFieldType type);
// Empty: the feature has none in that field.
std::string valueOf(OGRFeatureH feature, int field);
// Cuts what is longer, before the first byte of a character that the limit would split. True: something was.
bool cutTexts(std::vector<std::string>& values, std::size_t mostBytes);

}  // namespace geodata
