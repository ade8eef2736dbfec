// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds the meaning of a table's columns by the area file's mapping, by opsmap's own names, or by the names that
// ORBAT Mapper's spreadsheets, ODIN's GeoJSON and common tables in six languages use. Pure; any thread.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "geodata/store/store.hpp"
#include "layers/model/unit_roles.hpp"

namespace layers {

// Per column its role, or none. A role goes to one column at most: the mapped one, the one of its own name, or the
// first of its other names; letters' case, spaces and underscores do not matter.
std::vector<std::optional<std::string_view>> rolesOf(const geodata::StoreInfo& table, const ColumnMapping& mapping);

}  // namespace layers
