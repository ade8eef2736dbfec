// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/orbat/orbat_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "layers/orbat/unit_filter.hpp"
#include "viewer/panels/kit/panel_text.hpp"

namespace viewer {
namespace {

using layers::Orbat;
using layers::Unit;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool contains(std::string_view text, std::string_view part) {
    const auto same = [](char a, char b) { return lowered(a) == lowered(b); };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

bool matches(const Unit& unit, std::string_view search) {
    if (search.empty()) return true;
    const std::array<const std::string*, 5> fields{&unit.name, &unit.id, &unit.country, &unit.place, &unit.type};
    return std::ranges::any_of(fields, [&](const std::string* field) { return contains(*field, search); });
}

// Of a unit that moves, only one row is of interest: the one that the date has.
std::set<std::string_view> idsHere(const Orbat& orbat, std::string_view date) {
    std::set<std::string_view> ids;
    for (const Unit& unit : orbat.units)
        if (layers::validOn(unit, date)) ids.insert(unit.id);
    return ids;
}

std::vector<bool> fitting(const Orbat& orbat, const layers::Stage& stage, const OrbatRequest& request) {
    const auto here = request.alsoOthers ? idsHere(orbat, stage.date) : std::set<std::string_view>();
    std::vector<bool> fits(orbat.units.size());
    for (std::size_t i = 0; i < fits.size(); ++i) {
        const Unit& unit = orbat.units[i];
        const bool dated = layers::validOn(unit, stage.date) || (request.alsoOthers && !here.contains(unit.id));
        fits[i] = dated && layers::passes(unit, stage.units) && matches(unit, request.search);
    }
    return fits;
}

// Fits, or stands above one that does.
std::vector<bool> kept(const std::vector<layers::TreePlace>& order, std::vector<bool> keep) {
    for (auto place = order.rbegin(); place != order.rend(); ++place)
        if (place->parent && keep[place->unit]) keep[*place->parent] = true;
    return keep;
}

}  // namespace

std::vector<OrbatRow> orbatRows(const Orbat& orbat, const layers::Stage& stage, const OrbatRequest& request) {
    const auto order = layers::treeOrder(orbat, stage.date);
    const auto fits = fitting(orbat, stage, request), keep = kept(order, fits),
               hidden = layers::hiddenUnits(orbat, stage.units);
    std::vector<OrbatRow> rows;
    std::vector<bool> heads(orbat.units.size());  // something that is kept stands below
    for (const layers::TreePlace& place : order)
        if (place.parent && keep[place.unit]) heads[*place.parent] = true;
    std::size_t foldedAt = ~std::size_t{0};  // depth of the folded unit that we are below
    for (const auto& [unit, depth, parent] : order) {
        if (depth > foldedAt) continue;
        foldedAt = ~std::size_t{0};
        if (!keep[unit]) continue;
        const bool open = !request.search.empty() || !request.closed.contains(orbat.units[unit].id);
        rows.push_back({unit, depth, heads[unit], open, layers::validOn(orbat.units[unit], stage.date), hidden[unit],
                        !fits[unit]});
        if (!open) foldedAt = depth;
    }
    return rows;
}

std::optional<std::size_t> unitOn(const Orbat& orbat, std::string_view id, std::string_view date) {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < orbat.units.size(); ++i) {
        if (orbat.units[i].id != id) continue;
        if (layers::validOn(orbat.units[i], date)) return i;
        if (!first) first = i;
    }
    return first;
}

std::vector<std::string> faultsOf(std::span<const LoadedOrbat> tables) {
    std::vector<std::string> sentences;
    for (const LoadedOrbat& table : tables)
        for (const geodata::Warning& warning : table.orbat->warnings) sentences.push_back(warning.text);
    return sentences;
}

std::string rollUpText(const layers::RollUp& sum) {
    if (sum.units == 0) return {};
    const std::string units = countText(sum.units) + (sum.units == 1 ? " unit" : " units");
    if (sum.strength == 0) return units;
    return fmt::format("{}, {}{}", units, sum.complete ? "" : "at least ", countText(sum.strength));
}

bool exceedsOwn(const layers::RollUp& sum, const Unit& unit) {
    const auto own = layers::strengthOf(unit);
    return own && sum.strength > *own;
}

}  // namespace viewer
