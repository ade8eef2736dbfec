// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/roll_up.hpp"

#include <algorithm>
#include <map>

namespace layers {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// "1,200" and "1 200": a separator counts when exactly three digits follow it.
bool separatesThousands(std::string_view text, std::size_t at) {
    if (text[at] != ',' && text[at] != ' ') return false;
    std::size_t digits = 0;
    while (at + 1 + digits < text.size() && isDigit(text[at + 1 + digits])) ++digits;
    return digits == 3;
}

void addBranch(RollUp& to, const RollUp& below, std::optional<std::uint64_t> own) {
    to.units += 1 + below.units;
    to.strength += own.value_or(below.strength);
    to.complete = to.complete && (own || (below.units > 0 && below.complete));
}

using Parents = std::vector<std::optional<std::size_t>>;

std::map<std::string_view, std::size_t> rowsOn(const Orbat& orbat, std::string_view date) {
    std::map<std::string_view, std::size_t> rows;
    for (std::size_t i = 0; i < orbat.units.size(); ++i)
        if (validOn(orbat.units[i], date)) rows.emplace(orbat.units[i].id, i);
    return rows;
}

Parents parentsOn(const Orbat& orbat, std::string_view date) {
    const auto rows = date.empty() ? std::map<std::string_view, std::size_t>() : rowsOn(orbat, date);
    Parents parents;
    for (const Unit& unit : orbat.units) {
        parents.push_back(unit.tree.parentIndex);
        if (!unit.tree.parentIndex || date.empty() || validOn(orbat.units[*unit.tree.parentIndex], date)) continue;
        if (const auto row = rows.find(unit.parent); row != rows.end()) parents.back() = row->second;
    }
    return parents;
}

// Everything below `root`, itself first; `seen` keeps out units that were counted elsewhere.
void addBranchOf(std::size_t root, const std::vector<std::vector<std::size_t>>& children, std::vector<bool>& seen,
                 std::vector<TreePlace>& order) {
    std::vector<TreePlace> open{{root, 0, {}}};  // an explicit stack: a table may be one long chain
    while (!open.empty()) {
        const TreePlace place = open.back();
        open.pop_back();
        if (seen[place.unit]) continue;
        seen[place.unit] = true;
        order.push_back(place);
        const auto& below = children[place.unit];
        for (auto child = below.rbegin(); child != below.rend(); ++child)
            open.push_back({*child, place.depth + 1, place.unit});
    }
}

}  // namespace

std::optional<std::uint64_t> strengthOf(const Unit& unit) {
    constexpr std::uint64_t kMost = 100'000'000;  // more is no formation but a slip of the keyboard
    const std::string_view text = unit.strength;
    std::size_t at = 0;
    while (at < text.size() && !isDigit(text[at])) ++at;
    if (at == text.size()) return {};
    std::uint64_t number = 0;
    for (; at < text.size() && (isDigit(text[at]) || separatesThousands(text, at)); ++at) {
        if (isDigit(text[at])) number = number * 10 + static_cast<std::uint64_t>(text[at] - '0');
        if (number > kMost) return {};
    }
    return number;
}

std::vector<TreePlace> treeOrder(const Orbat& orbat, std::string_view date) {
    const Parents parents = parentsOn(orbat, date);
    std::vector<std::vector<std::size_t>> children(parents.size());
    for (std::size_t i = 0; i < parents.size(); ++i)
        if (parents[i]) children[*parents[i]].push_back(i);
    std::vector<TreePlace> order;
    order.reserve(parents.size());
    std::vector<bool> seen(parents.size());
    for (std::size_t i = 0; i < parents.size(); ++i)
        if (!parents[i]) addBranchOf(i, children, seen, order);
    for (std::size_t i = 0; i < parents.size(); ++i)
        addBranchOf(i, children, seen, order);  // a ring that only this date has
    return order;
}

std::vector<RollUp> rollUp(const Orbat& orbat, std::string_view date) {
    std::vector<RollUp> sums(orbat.units.size());
    const std::vector<TreePlace> order = treeOrder(orbat, date);
    for (auto place = order.rbegin(); place != order.rend(); ++place) {  // children first
        const Unit& unit = orbat.units[place->unit];
        if (place->parent && validOn(unit, date)) addBranch(sums[*place->parent], sums[place->unit], strengthOf(unit));
    }
    return sums;
}

}  // namespace layers
