// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/changes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

namespace layers {
namespace {

constexpr double kMovedM = 1;
constexpr std::size_t kJoined = ~std::size_t{0};  // a departure that is part of a rotation
constexpr int kMostRotations = 100;               // followed back: a ring of them ends somewhere

std::string keyOf(const Orbat& orbat, std::size_t unit) {
    const std::string& id = orbat.units[unit].id;
    return id.empty() ? "row " + std::to_string(unit) : "id " + id;
}

using Present = std::map<std::string, std::size_t>;

// Of two rows of one id that overlap, which the table's warnings name, the first counts.
Present presentOn(const Orbat& orbat, std::string_view date) {
    Present present;
    for (std::size_t i = 0; i < orbat.units.size(); ++i)
        if (validOn(orbat.units[i], date)) present.try_emplace(keyOf(orbat, i), i);
    return present;
}

bool elsewhere(const Unit& before, const Unit& after) {
    if (before.position.has_value() != after.position.has_value()) return true;
    return before.position &&
           std::hypot(after.position->x - before.position->x, after.position->y - before.position->y) > kMovedM;
}

// The unit that was there on the earlier day and whose place this one took over, over any number of rotations between.
std::optional<std::size_t> relievedBy(const Orbat& orbat, const Unit& arrived, const Present& before,
                                      const Present& after) {
    std::string id = arrived.relieves;
    for (int i = 0; i < kMostRotations && !id.empty(); ++i) {
        const std::string key = "id " + id;
        if (after.contains(key)) return {};  // they are there together
        if (const auto was = before.find(key); was != before.end()) return was->second;
        const auto between = std::ranges::find(orbat.units, id, &Unit::id);
        id = between == orbat.units.end() ? std::string() : between->relieves;
    }
    return {};
}

// Of two that relieve the same unit the first in the table does.
void joinRotations(const Orbat& orbat, const Present& before, const Present& after, std::vector<UnitChange>& changes) {
    for (UnitChange& change : changes) {
        if (change.kind != ChangeKind::arrived) continue;
        const auto relieved = relievedBy(orbat, orbat.units[change.unit], before, after);
        const auto departure =
            relieved ? std::ranges::find(changes, UnitChange{ChangeKind::left, *relieved, *relieved}) : changes.end();
        if (departure == changes.end()) continue;
        change = {ChangeKind::relieved, change.unit, *relieved};
        departure->before = kJoined;
    }
    std::erase_if(changes, [](const UnitChange& change) { return change.before == kJoined; });
}

}  // namespace

std::vector<UnitChange> changesBetween(const Orbat& orbat, std::string_view one, std::string_view other) {
    const auto [earlier, later] = std::minmax(one, other);
    const Present before = presentOn(orbat, earlier), after = presentOn(orbat, later);
    std::vector<UnitChange> changes;
    for (const auto& [key, unit] : after) {
        const auto was = before.find(key);
        if (was == before.end()) changes.push_back({ChangeKind::arrived, unit, unit});
        else if (elsewhere(orbat.units[was->second], orbat.units[unit]))
            changes.push_back({ChangeKind::moved, unit, was->second});
    }
    for (const auto& [key, unit] : before)
        if (!after.contains(key)) changes.push_back({ChangeKind::left, unit, unit});
    std::ranges::sort(changes, {}, &UnitChange::unit);
    joinRotations(orbat, before, after, changes);
    return changes;
}

}  // namespace layers
