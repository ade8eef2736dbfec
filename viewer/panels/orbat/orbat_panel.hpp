// SPDX-License-Identifier: Apache-2.0
#pragma once
// The order of battle at the right: the tree of units with search and filters. Its rows are recomputed only when
// their input has changed, and only visible rows are drawn. Main thread.

#include <optional>
#include <string>
#include <vector>

#include "viewer/panels/kit/symbol_textures.hpp"
#include "viewer/panels/kit/ui.hpp"
#include "viewer/panels/orbat/orbat_model.hpp"

namespace viewer {

inline constexpr double kOrbatWidthPx = 400;  // at factor 1

struct OrbatPanelState {
    struct Branches {  // of one table
        std::vector<OrbatRow> rows;
        std::vector<layers::RollUp> below;
    };
    struct Place {  // of a unit in the tables
        std::size_t table = 0, unit = 0;

        bool operator==(const Place&) const = default;
    };
    struct Made {  // what the branches follow from
        std::vector<LoadedOrbat> units;
        std::string date;
        layers::UnitFilter filter;
        OrbatRequest request;

        bool operator==(const Made&) const = default;
    };
    OrbatRequest request;
    Made made;
    std::vector<Branches> branches;
    std::vector<std::string> countries, statuses;  // that can be chosen; the first is empty: any
    std::string hovered;                           // id of the unit whose row is under the cursor
    std::string lastSelected;                      // a unit selected on the map is brought into sight
    std::optional<Place> keyAt;                    // where keys stand
    bool typing = false;                           // into the search field
};

void drawOrbatPanel(OrbatPanelState& state, SymbolTextures& symbols, const PanelInput& input, Ui& ui);

}  // namespace viewer
