#pragma once
// The order of battle as values: units with their times and their tree, built from a store's attributes alone. Any thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/result/result.hpp"
#include "geodata/store/store.hpp"
#include "layers/model/date.hpp"

namespace layers {

struct Unit {
    std::string id, name, sidc, parent, country, strength, place, source, type, echelon;
    std::string validFrom, validTo;              // YYYY-MM-DD; empty: open
    std::optional<geodata::MapPoint> position;   // none: listed, never drawn
    double uncertaintyM = 0;
    std::vector<std::pair<std::string, std::string>> extra;  // all other columns, for the card
    std::vector<std::size_t> children;           // indices into Orbat::units
    std::optional<std::size_t> parentIndex;
};

struct Orbat {
    std::vector<Unit> units;        // in the table's order
    std::vector<std::size_t> roots;
    std::vector<geodata::Warning> warnings;  // unknown parents, cycles, doubled ids, bad dates: counted, first named
};

Orbat buildOrbat(const geodata::Store& store);

// [from, to), an empty end is open, from = to is that day. Dates are YYYY-MM-DD.
bool validOn(const Unit& unit, std::string_view date);

}  // namespace layers
