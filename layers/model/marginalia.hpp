// SPDX-License-Identifier: Apache-2.0
#pragma once
// The marginalia beside legend and grids, each on or off, and the texts that only the user can supply. A value; any
// thread.

#include <array>
#include <string>
#include <string_view>

namespace layers {

struct Marginalia {
    std::string subtitle, note;  // empty: none
    std::string marking;         // raises what the visible layers ask for, and never lowers it; empty: theirs
    bool title = true, date = true, scaleBar = true, north = true, sources = true, disclaimer = true;
    bool asOf = false;       // of each visible layer
    bool unitTable = false;  // order of battle of the visible units
    bool locator = false;    // where on the globe this is

    bool operator==(const Marginalia&) const = default;
};

// The names under which area files, settings, command line and panels switch them. Markings cannot be switched off.
struct MarginaliaSwitch {
    std::string_view name;
    bool Marginalia::* on;
};
inline constexpr std::array<MarginaliaSwitch, 9> kMarginaliaSwitches{{{"title", &Marginalia::title},
                                                                      {"date", &Marginalia::date},
                                                                      {"scale-bar", &Marginalia::scaleBar},
                                                                      {"north", &Marginalia::north},
                                                                      {"sources", &Marginalia::sources},
                                                                      {"disclaimer", &Marginalia::disclaimer},
                                                                      {"as-of", &Marginalia::asOf},
                                                                      {"unit-table", &Marginalia::unitTable},
                                                                      {"locator", &Marginalia::locator}}};

}  // namespace layers
