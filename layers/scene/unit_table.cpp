#include "layers/scene/unit_table.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "layers/orbat/roll_up.hpp"
#include "layers/scene/unit_text.hpp"

namespace layers {

std::vector<UnitTableRow> unitTableOf(std::span<const RosterUnit* const> units, std::string_view date) {
    std::vector<const Orbat*> tables;
    std::map<const Orbat*, std::set<std::size_t>> seen;
    for (const RosterUnit* unit : units) {
        if (!seen.contains(unit->orbat.get())) tables.push_back(unit->orbat.get());
        seen[unit->orbat.get()].insert(unit->unit);
    }
    std::vector<UnitTableRow> rows;
    for (const Orbat* table : tables) {
        std::map<std::size_t, std::size_t> depthBelow;  // of what stands under a unit
        for (const TreePlace& place : treeOrder(*table, date)) {
            const std::size_t depth = place.parent ? depthBelow[*place.parent] : 0;
            const bool isSeen = seen[table].contains(place.unit);
            depthBelow[place.unit] = depth + isSeen;
            if (!isSeen) continue;
            const Unit& unit = table->units[place.unit];
            rows.push_back({depth, shortNameOf(unit, {}), unit.country, unit.strength, unit.place});
        }
    }
    return rows;
}

}  // namespace layers
