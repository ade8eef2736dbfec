// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is seen at the moment: view, date, switches. It is saved with the session but never undone. A value; any
// thread.

#include <cstdint>
#include <set>
#include <string>

#include "layers/model/map_view.hpp"
#include "layers/model/marginalia.hpp"
#include "layers/model/symbol_choice.hpp"

namespace layers {

enum class LabelLanguage : std::uint8_t { latin, arabic, both };
enum class GridKind : std::uint8_t { geo, mgrs, utm };  // degrees; military grid; UTM

// Which units are shown, of those that the date has.
struct UnitFilter {
    std::set<std::string> hidden;  // ids; a hidden unit hides those below it
    std::string leastEchelon;      // "battalion": battalions and above; empty: all
    std::string country, status;   // empty: all

    bool operator==(const UnitFilter&) const = default;
};

struct Stage {
    MapView view;
    double userFactor = 1;  // Ctrl+plus/minus
    double dpi = 0;         // of a picture on paper; 0: a screen
    double shrunk = 1;      // of a preview: its size by that of its picture
    std::string date;       // YYYY-MM-DD
    LabelLanguage language = LabelLanguage::latin;
    bool labels = true, grid = true, legend = false;
    GridKind gridKind = GridKind::geo;  // which one, where there is a grid
    Marginalia marginalia;
    Amplifiers amplifiers = Amplifiers::name;
    SymbolColors symbolColors = SymbolColors::light;
    UnitFilter units;
    std::string selectedUnit, hoveredUnit;  // ids; empty: none
    std::string openStack;                  // id of the unit whose stack is fanned out
    std::string compareDate;                // YYYY-MM-DD: what came, left and moved since is marked; empty: nothing is

    bool operator==(const Stage&) const = default;
    double factor() const { return dpi > 0 ? dpi / kNominalDpi * userFactor : scaleFactorOf(view.size, userFactor); }
    double scale() const {
        return dpi > 0 ? view.mPerPx * dpi / kMetresPerInch : scaleDenominator(view, factor());
    }  // n of 1:n
    double px(double pt) const { return pt * kPxPerPt * factor(); }
};

// What one press of the grid's key makes of it: none, degrees, military, none…
inline Stage withNextGrid(Stage stage) {
    const bool wasMilitary = stage.gridKind != GridKind::geo;
    stage.gridKind = stage.grid && !wasMilitary ? GridKind::mgrs : GridKind::geo;
    stage.grid = !(stage.grid && wasMilitary);
    return stage;
}

}  // namespace layers
