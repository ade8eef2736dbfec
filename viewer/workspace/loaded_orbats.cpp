// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/loaded_orbats.hpp"

#include <algorithm>
#include <set>

#include "layers/orbat/joined_orbats.hpp"

namespace viewer {
namespace {

using Ids = std::set<std::string_view>;

Ids idsOf(const layers::Orbat& orbat) {
    Ids ids;
    for (const layers::Unit& unit : orbat.units) ids.insert(unit.id);
    return ids;
}

bool isPart(const std::vector<Ids>& all, std::size_t i) {
    for (std::size_t k = 0; k < all.size(); ++k) {
        const bool inside = k != i && std::ranges::includes(all[k], all[i]);
        if (inside && (all[k].size() > all[i].size() || k < i)) return true;
    }
    return false;
}

// Of picked rows what is amiss may lie in what was not picked: that is no fault.
LoadedOrbat tableOf(const geodata::Store& store, const layers::LayerSpec& layer) {
    auto orbat = std::make_shared<layers::Orbat>(layers::buildOrbat(store, layer.columns));
    if (!layer.where.empty()) orbat->warnings.clear();
    return {layer.id, layer.title, orbat, !layer.where.empty(), {orbat}};
}

LoadedOrbat joinedTable(const std::vector<LoadedOrbat>& tables, const std::vector<std::size_t>& group) {
    LoadedOrbat all{tables[group.front()].layer, {}, nullptr, false, {}};
    for (const std::size_t i : group) {
        all.title += (all.title.empty() ? "" : ", ") + tables[i].title;
        all.picked |= tables[i].picked;
        all.parts.insert(all.parts.end(), tables[i].parts.begin(), tables[i].parts.end());
    }
    auto orbat = std::make_shared<layers::Orbat>(all.parts.size() == 1 ? *all.parts.front()
                                                                       : layers::joined(all.parts, all.title));
    if (const auto orphans = all.picked ? std::nullopt : layers::orphansOf(*orbat)) orbat->warnings.push_back(*orphans);
    all.orbat = std::move(orbat);
    return all;
}

}  // namespace

std::vector<LoadedOrbat> withoutParts(std::vector<LoadedOrbat> tables) {
    std::vector<Ids> ids;
    for (const LoadedOrbat& table : tables) ids.push_back(idsOf(*table.orbat));
    std::vector<LoadedOrbat> whole;
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (!isPart(ids, i)) whole.push_back(tables[i]);
    return whole;
}

std::vector<LoadedOrbat> joinedTables(const std::vector<LoadedOrbat>& tables) {
    std::vector<layers::OrbatPtr> orbats;
    for (const LoadedOrbat& table : tables) orbats.push_back(table.orbat);
    std::vector<LoadedOrbat> all;
    for (const auto& group : layers::joinedGroups(orbats)) all.push_back(joinedTable(tables, group));
    return all;
}

const std::vector<LoadedOrbat>& LoadedOrbats::of(const layers::Document& document, const layers::Contents& contents) {
    std::vector<std::pair<std::string, StorePtr>> shown;
    for (const layers::LayerSpec& layer : document.layers) {
        const auto content = contents.find(layer.id);
        if (layer.kind != layers::LayerKind::units || content == contents.end()) continue;
        for (const StorePtr& store : content->second.stores) shown.emplace_back(layer.id, store);
    }
    if (shown == m_shown) return m_tables;
    m_perLayer.clear();
    for (const auto& [id, store] : shown) m_perLayer.push_back(tableOf(*store, *document.layer(id)));
    m_shown = std::move(shown);
    m_tables = joinedTables(withoutParts(m_perLayer));
    return m_tables;
}

}  // namespace viewer
