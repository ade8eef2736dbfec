// SPDX-License-Identifier: Apache-2.0
// A table of units: lines of columns separated by tabs, the first one their names. Whatever it holds, each row is a
// unit, each unit is below at most one other, and no ring is left.
#include <string>
#include <vector>

#include "layers/orbat/changes.hpp"
#include "layers/orbat/orbat.hpp"

namespace {

std::vector<std::vector<std::string>> rowsOf(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    for (const char c : text) {
        if (c == '\n') rows.emplace_back(1);
        else if (c == '\t') rows.back().emplace_back();
        else rows.back().back().push_back(c);
    }
    return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto rows = rowsOf({reinterpret_cast<const char*>(data), size});
    geodata::StoreInfo info;
    info.mapCrs = "EPSG:4326";
    for (const std::string& name : rows[0]) info.columns.push_back({name, geodata::ColumnType::text});
    geodata::FeatureSet set{info.columns, {}};
    for (std::size_t i = 1; i < rows.size(); ++i) {
        set.features.push_back({i, {}, rows[i]});
        set.features.back().values.resize(info.columns.size());
    }
    const auto store = geodata::Store::open(geodata::ownedBytes(geodata::encodeStore(info, set)));
    OPSMAP_CHECK(store);
    const layers::Orbat orbat = layers::buildOrbat(**store);
    OPSMAP_CHECK(orbat.units.size() == (*store)->size());
    std::size_t reached = 0;
    std::vector<std::size_t> open = orbat.roots;
    while (!open.empty()) {
        const std::size_t unit = open.back();
        open.pop_back();
        OPSMAP_CHECK(++reached <= orbat.units.size());
        open.insert(open.end(), orbat.units[unit].tree.children.begin(), orbat.units[unit].tree.children.end());
    }
    OPSMAP_CHECK(reached == orbat.units.size());
    static_cast<void>(layers::changesBetween(orbat, "2018-10-01", "2018-11-06"));
    return 0;
}
