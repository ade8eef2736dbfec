#include "layers/orbat/changes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace layers {
namespace {

constexpr double kMovedM = 1;

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
    return before.position && std::hypot(after.position->x - before.position->x, after.position->y - before.position->y) > kMovedM;
}

}  // namespace

std::vector<Change> changesBetween(const Orbat& orbat, std::string_view one, std::string_view other) {
    const auto [earlier, later] = std::minmax(one, other);
    const Present before = presentOn(orbat, earlier), after = presentOn(orbat, later);
    std::vector<Change> changes;
    for (const auto& [key, unit] : after) {
        const auto was = before.find(key);
        if (was == before.end()) changes.push_back({ChangeKind::arrived, unit, unit});
        else if (elsewhere(orbat.units[was->second], orbat.units[unit])) changes.push_back({ChangeKind::moved, unit, was->second});
    }
    for (const auto& [key, unit] : before)
        if (!after.contains(key)) changes.push_back({ChangeKind::left, unit, unit});
    std::ranges::sort(changes, {}, &Change::unit);
    return changes;
}

}  // namespace layers
