// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/marginalia/orbat_table.hpp"

#include <map>
#include <optional>
#include <set>

#include "layers/scene/units/unit_text.hpp"

namespace layers {
namespace {

constexpr int kDeepest = 32;  // a ring of parents over several tables ends somewhere

// Layers may each pick some rows of one file, so the tree goes over all tables: by ids, as they are on the day.
class Tree {
public:
    Tree(std::span<const RosterUnit* const> units, std::string_view date) : m_units(units), m_below(units.size()) {
        std::set<const Orbat*> tables;
        for (const RosterUnit* unit : units)
            if (tables.insert(unit->orbat.get()).second) addRows(*unit->orbat, date);
        for (std::size_t i = 0; i < units.size(); ++i) m_seen.try_emplace(units[i]->data().id, i);
        for (std::size_t i = 0; i < units.size(); ++i) {
            const auto above = seenAbove(i);
            (above ? m_below[*above] : m_roots).push_back(i);
        }
    }
    std::vector<OrbatTableRow> rows() {
        for (const std::size_t root : m_roots) add(root, 0);
        for (std::size_t i = 0; i < m_units.size(); ++i) add(i, 0);  // what a ring of parents kept away from every root
        return std::move(m_table);
    }

private:
    void addRows(const Orbat& table, std::string_view date) {
        for (const Unit& row : table.units)
            if (!row.id.empty() && validOn(row, date)) m_rows.try_emplace(row.id, &row);
    }
    // The nearest unit above that is in the table too.
    std::optional<std::size_t> seenAbove(std::size_t i) const {
        const Unit* unit = &m_units[i]->data();
        for (int step = 0; step < kDeepest && !unit->parent.empty(); ++step) {
            if (const auto seen = m_seen.find(unit->parent); seen != m_seen.end())
                return seen->second == i ? std::nullopt : std::optional(seen->second);
            const auto row = m_rows.find(unit->parent);
            if (row == m_rows.end()) return {};
            unit = row->second;
        }
        return {};
    }
    void add(std::size_t i, std::size_t depth) {
        if (!m_listed.insert(i).second) return;
        const Unit& unit = m_units[i]->data();
        m_table.push_back({depth, shortNameOf(unit, {}), unit.country, unit.strength, unit.place});
        for (const std::size_t below : m_below[i]) add(below, depth + 1);
    }

    std::span<const RosterUnit* const> m_units;
    std::map<std::string_view, const Unit*> m_rows;
    std::map<std::string_view, std::size_t> m_seen;
    std::vector<std::vector<std::size_t>> m_below;
    std::vector<std::size_t> m_roots;
    std::set<std::size_t> m_listed;
    std::vector<OrbatTableRow> m_table;
};

}  // namespace

std::vector<OrbatTableRow> orbatTableOf(std::span<const RosterUnit* const> units, std::string_view date) {
    return Tree(units, date).rows();
}

}  // namespace layers
