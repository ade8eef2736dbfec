// SPDX-License-Identifier: Apache-2.0
#include "layers/orbat/orbat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "layers/model/date_text.hpp"

namespace layers {
namespace {

// Rows of one id that are looked through for a child's parent: more moves of one unit no table has.
constexpr std::size_t kMaxRowsTried = 200;

// How often something happened, and the first time in words.
struct Tally {
    std::uint64_t count = 0;
    std::string first;

    void add(std::string example) {
        if (count++ == 0) first = std::move(example);
    }
};

struct Tallies {
    Tally badDates, ambiguousDates, reversed, doubledIds, rings;
};

std::string label(const Unit& unit) { return geodata::quoted(unit.id.empty() ? unit.name : unit.id, 60); }

void checkDates(Unit& unit, Tallies& tallies) {
    for (std::string* date : {&unit.validFrom, &unit.validTo}) {
        if (date->empty()) continue;
        auto day = parseDateOfTable(*date);
        if (!day) {
            Tally& tally = isAmbiguousDate(*date) ? tallies.ambiguousDates : tallies.badDates;
            tally.add(fmt::format("{} of {}", geodata::quoted(*date, 60), label(unit)));
        }
        *date = std::move(day).value_or("");
    }
    if (!unit.validTo.empty() && unit.validTo < unit.validFrom) tallies.reversed.add(label(unit));
}

// Intervals as texts that compare: "" before all days, "~" after them, "…~" just after that day.
std::string beginOf(const Unit& unit) { return unit.validFrom; }
std::string endOf(const Unit& unit) {
    if (unit.validTo.empty()) return "~";
    return unit.validTo == unit.validFrom ? unit.validTo + "~" : unit.validTo;
}

bool overlap(const Unit& a, const Unit& b) { return beginOf(a) < endOf(b) && beginOf(b) < endOf(a); }

using RowsOfId = std::map<std::string_view, std::vector<std::size_t>>;

RowsOfId rowsOfId(const std::vector<Unit>& units) {
    RowsOfId rows;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (!units[i].id.empty()) rows[units[i].id].push_back(i);
    return rows;
}

void reportDoubled(const std::vector<Unit>& units, const RowsOfId& rows, Tally& tally) {
    for (const auto& [id, indices] : rows) {
        std::vector<std::pair<std::string, std::string>> times;
        for (const std::size_t i : indices) times.emplace_back(beginOf(units[i]), endOf(units[i]));
        std::ranges::sort(times);
        std::string latest;
        for (const auto& [begin, end] : times) {
            if (begin < latest) tally.add(geodata::quoted(id, 60));
            latest = std::max(latest, end);
        }
    }
}

std::optional<std::size_t> parentOf(const std::vector<Unit>& units, const RowsOfId& rows, const Unit& child) {
    const auto found = rows.find(child.parent);
    if (found == rows.end()) return {};
    const auto& candidates = found->second;
    for (std::size_t i = 0; i < std::min(candidates.size(), kMaxRowsTried); ++i)
        if (overlap(units[candidates[i]], child)) return candidates[i];
    return candidates.front();
}

void findParents(std::vector<Unit>& units, const RowsOfId& rows, Tallies& tallies) {
    for (Unit& unit : units) {
        if (unit.parent.empty() || unit.tree.parentIndex) continue;
        if (unit.parent != unit.id) unit.tree.parentIndex = parentOf(units, rows, unit);
        if (unit.parent == unit.id) tallies.rings.add(label(unit));
    }
}

// Follows each chain of parents once. Where it is a circle, the first row of the table becomes a root.
void openRings(std::vector<Unit>& units, Tally& rings) {
    constexpr std::size_t kNever = 0;
    std::vector<std::size_t> walkOf(units.size(), kNever);
    for (std::size_t start = 0; start < units.size(); ++start) {
        std::optional<std::size_t> at = start;
        for (; at && walkOf[*at] == kNever; at = units[*at].tree.parentIndex) walkOf[*at] = start + 1;
        if (!at || walkOf[*at] != start + 1) continue;
        std::size_t first = *at;
        for (std::size_t i = *units[*at].tree.parentIndex; i != *at; i = *units[i].tree.parentIndex)
            first = std::min(first, i);
        rings.add(label(units[first]));
        units[first].tree.parentIndex.reset();
    }
}

void warn(Orbat& orbat, const Tally& tally, std::string_view what, std::string_view table) {
    if (tally.count == 0) return;
    orbat.warnings.push_back(
        {fmt::format("Units of {} {}: {} (first: {}).", geodata::quoted(table), what, tally.count, tally.first),
         tally.count});
}

void warnAll(Orbat& orbat, const Tallies& tallies, std::string_view table) {
    warn(orbat, tallies.badDates, "with dates that are not understood, which count as open; write them as YYYY-MM-DD",
         table);
    warn(orbat, tallies.ambiguousDates,
         "with dates whose day and month may be either way round, which count as open; write them as YYYY-MM-DD",
         table);
    warn(orbat, tallies.reversed, "that end before they begin and are never shown", table);
    warn(orbat, tallies.doubledIds, "with an id that another unit has at the same time", table);
    warn(orbat, tallies.rings, "that are below themselves and were put at the top", table);
}

}  // namespace

Orbat linkUnits(std::vector<Unit> units, std::string_view table) {
    Orbat orbat{.table = std::string(table), .units = std::move(units), .roots = {}, .warnings = {}};
    Tallies tallies;
    for (Unit& unit : orbat.units) checkDates(unit, tallies);
    const RowsOfId rows = rowsOfId(orbat.units);
    reportDoubled(orbat.units, rows, tallies.doubledIds);
    findParents(orbat.units, rows, tallies);
    openRings(orbat.units, tallies.rings);
    for (std::size_t i = 0; i < orbat.units.size(); ++i) {
        const auto parent = orbat.units[i].tree.parentIndex;
        (parent ? orbat.units[*parent].tree.children : orbat.roots).push_back(i);
    }
    warnAll(orbat, tallies, table);
    return orbat;
}

bool validOn(const Unit& unit, std::string_view date) { return beginOf(unit) <= date && date < endOf(unit); }

}  // namespace layers
