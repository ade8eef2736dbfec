// SPDX-License-Identifier: Apache-2.0
#pragma once
// The order of battle as values: units with their times and their tree, built from a store's attributes alone. Any
// thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/result/result.hpp"
#include "geodata/store/store.hpp"
#include "layers/model/date.hpp"
#include "layers/orbat/unit_columns.hpp"

namespace layers {

struct PositionAccuracy {
    std::vector<geodata::MapPoint> square;  // corners of the area that an MGRS reference of few digits names
    double uncertaintyM = 0;
    bool isGeometry = false;  // a control measure: its own line or area is drawn, and no symbol
};

// What the table says of the symbol beside its code.
struct UnitSymbol {
    std::string higher;                                           // higher formation as the table writes it
    std::string legend;                                           // what the legend calls such a symbol
    std::vector<std::pair<std::string, std::string>> amplifiers;  // by milsymbol's names, as milsymbol wants them
};

// Indices into Orbat::units.
struct UnitLinks {
    std::vector<std::size_t> children;
    std::optional<std::size_t> parentIndex;
};

struct Unit {
    std::uint64_t row = 0;  // the table's own number of it
    std::string id, name, sidc, parent, country, strength, place, source, type, echelon;
    std::string status;
    UnitSymbol symbol;
    std::string relieves;                       // id of the unit whose place it took over, in a rotation
    std::string validFrom, validTo;             // YYYY-MM-DD; empty: open
    std::optional<geodata::MapPoint> position;  // none: listed, never drawn
    PositionAccuracy accuracy;
    std::vector<std::pair<std::string, std::string>> extra;  // all other columns, for the card
    UnitLinks tree;
};

struct Orbat {
    std::string table;        // its name, for sentences
    std::vector<Unit> units;  // in the table's order
    std::vector<std::size_t> roots;
    std::vector<geodata::Warning> warnings;  // cycles, doubled ids, bad dates: counted, first named
};

// Columns by their roles (unit_columns.hpp). A polygon (an MGRS square) counts as its centre. That a
// table has no position at all is found when it is read (geodata/load/load_warnings.hpp).
Orbat buildOrbat(const geodata::Store& store, const ColumnMapping& mapping = {});
// The same from rows; `table` names it in the warnings. Rows of one id are one unit that moves, as long as their times
// do not overlap; a parent is the row of that id that overlaps the child's time, where the unit does not come with one.
// Dates are read in every spelling that has one reading (parseDateOfTable); what is not understood counts as open. In a
// circle of parents the first row becomes a root.
Orbat linkUnits(std::vector<Unit> units, std::string_view table);

// [from, to), an empty end is open, from = to is that day. Dates are YYYY-MM-DD.
bool validOn(const Unit& unit, std::string_view date);

}  // namespace layers
