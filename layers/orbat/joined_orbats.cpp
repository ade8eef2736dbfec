// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/joined_orbats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace layers {
namespace {

std::map<std::string_view, std::size_t> firstTableOfId(std::span<const OrbatPtr> orbats) {
    std::map<std::string_view, std::size_t> tables;
    for (std::size_t i = 0; i < orbats.size(); ++i)
        for (const Unit& unit : orbats[i]->units) tables.try_emplace(unit.id, i);
    return tables;
}

std::size_t rootOf(std::vector<std::size_t>& above, std::size_t i) {
    while (above[i] != i) i = above[i] = above[above[i]];
    return i;
}

// The places of each table's rows among all. A row that an earlier table has too is in that table's place.
struct JoinedRows {
    std::vector<Unit> units;  // parents are still the tables' own
    std::vector<std::size_t> tableOf;
    std::vector<std::vector<std::size_t>> places;
};

JoinedRows joinedRows(std::span<const OrbatPtr> orbats) {
    JoinedRows rows;
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> placeOf;
    for (std::size_t i = 0; i < orbats.size(); ++i) {
        auto& places = rows.places.emplace_back();
        for (const Unit& unit : orbats[i]->units) {
            const auto [row, isNew] = placeOf.try_emplace({unit.id, unit.validFrom, unit.validTo}, rows.units.size());
            const bool again = !isNew && !unit.id.empty() && rows.tableOf[row->second] != i;
            places.push_back(again ? row->second : rows.units.size());
            if (again) continue;
            rows.units.push_back(unit);
            rows.tableOf.push_back(i);
        }
    }
    return rows;
}

}  // namespace

std::vector<std::vector<std::size_t>> joinedGroups(std::span<const OrbatPtr> orbats) {
    const auto tableOf = firstTableOfId(orbats);
    std::vector<std::size_t> above(orbats.size());
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 0; i < orbats.size(); ++i)
        for (const Unit& unit : orbats[i]->units) {
            const auto found = unit.tree.parentIndex || unit.parent.empty() ? tableOf.end() : tableOf.find(unit.parent);
            if (found == tableOf.end()) continue;
            const std::size_t one = rootOf(above, i), other = rootOf(above, found->second);
            above[std::max(one, other)] = std::min(one, other);
        }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < orbats.size(); ++i) groups[rootOf(above, i)].push_back(i);
    std::vector<std::vector<std::size_t>> all;
    for (auto& [root, members] : groups) all.push_back(std::move(members));
    return all;
}

Orbat joined(std::span<const OrbatPtr> orbats, std::string_view table) {
    JoinedRows rows = joinedRows(orbats);
    for (std::size_t i = 0; i < rows.units.size(); ++i) {
        Unit& unit = rows.units[i];
        unit.tree.children.clear();
        if (unit.tree.parentIndex) unit.tree.parentIndex = rows.places[rows.tableOf[i]][*unit.tree.parentIndex];
    }
    Orbat all = linkUnits(std::move(rows.units), table);
    all.warnings.clear();
    for (const OrbatPtr& orbat : orbats)
        all.warnings.insert(all.warnings.end(), orbat->warnings.begin(), orbat->warnings.end());
    return all;
}

std::optional<geodata::Warning> orphansOf(const Orbat& orbat, std::span<const OrbatPtr> others) {
    const auto elsewhere = firstTableOfId(others);
    std::set<std::string_view> here;
    for (const Unit& unit : orbat.units) here.insert(unit.id);
    std::uint64_t count = 0;
    std::string first;
    for (const Unit& unit : orbat.units) {
        if (unit.parent.empty() || here.contains(unit.parent) || elsewhere.contains(unit.parent)) continue;
        if (count++ == 0)
            first = fmt::format("{} under {}", geodata::quoted(unit.id.empty() ? unit.name : unit.id, 60),
                                geodata::quoted(unit.parent, 60));
    }
    if (count == 0) return {};
    return geodata::Warning{
        fmt::format("Units of {} whose parent is not there and that stand at the top: {} (first: {}).",
                    geodata::quoted(orbat.table), count, first),
        count};
}

}  // namespace layers
