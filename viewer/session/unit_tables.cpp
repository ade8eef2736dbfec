#include "viewer/session/unit_tables.hpp"

#include <algorithm>
#include <set>

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

// Of picked rows the parents are elsewhere: their absence is no fault.
std::shared_ptr<const layers::Orbat> orbatOf(const geodata::Store& store, const layers::LayerSpec& layer) {
    auto orbat = std::make_shared<layers::Orbat>(layers::buildOrbat(store, layer.columns));
    if (!layer.where.empty()) orbat->warnings.clear();
    return orbat;
}

}  // namespace

std::vector<UnitTable> withoutParts(std::vector<UnitTable> tables) {
    std::vector<Ids> ids;
    for (const UnitTable& table : tables) ids.push_back(idsOf(*table.orbat));
    std::vector<UnitTable> whole;
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (!isPart(ids, i)) whole.push_back(tables[i]);
    return whole;
}

const std::vector<UnitTable>& UnitTables::of(const layers::Document& document, const layers::Contents& contents) {
    std::vector<std::pair<std::string, StorePtr>> shown;
    for (const layers::LayerSpec& layer : document.layers) {
        const auto content = contents.find(layer.id);
        if (layer.kind != layers::LayerKind::units || content == contents.end()) continue;
        for (const StorePtr& store : content->second.stores) shown.emplace_back(layer.id, store);
    }
    if (shown == m_shown) return m_tables;
    std::map<StorePtr, std::shared_ptr<const layers::Orbat>> orbats;  // stores no longer shown go
    std::vector<UnitTable> tables;
    for (const auto& [id, store] : shown) {
        const auto known = m_orbats.find(store);
        auto& orbat = orbats[store];
        if (!orbat) orbat = known != m_orbats.end() ? known->second : orbatOf(*store, *document.layer(id));
        tables.push_back({id, document.layer(id)->title, orbat});
    }
    m_orbats = std::move(orbats);
    m_shown = std::move(shown);
    m_tables = withoutParts(std::move(tables));
    return m_tables;
}

}  // namespace viewer
