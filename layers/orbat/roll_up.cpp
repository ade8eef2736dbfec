#include "layers/orbat/roll_up.hpp"

#include <algorithm>

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

std::vector<TreePlace> treeOrder(const Orbat& orbat) {
    std::vector<TreePlace> order, open;  // an explicit stack: a table may be one long chain
    order.reserve(orbat.units.size());
    for (auto root = orbat.roots.rbegin(); root != orbat.roots.rend(); ++root) open.push_back({*root, 0});
    while (!open.empty()) {
        const TreePlace place = open.back();
        open.pop_back();
        order.push_back(place);
        const auto& children = orbat.units[place.unit].children;
        for (auto child = children.rbegin(); child != children.rend(); ++child) open.push_back({*child, place.depth + 1});
    }
    return order;
}

std::vector<RollUp> rollUp(const Orbat& orbat, std::string_view date) {
    std::vector<RollUp> sums(orbat.units.size());
    const std::vector<TreePlace> order = treeOrder(orbat);
    for (auto place = order.rbegin(); place != order.rend(); ++place) {  // children first
        const Unit& unit = orbat.units[place->unit];
        if (unit.parentIndex && validOn(unit, date)) addBranch(sums[*unit.parentIndex], sums[place->unit], strengthOf(unit));
    }
    return sums;
}

}  // namespace layers
