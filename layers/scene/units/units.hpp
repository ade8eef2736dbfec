// SPDX-License-Identifier: Apache-2.0
#pragma once
// The units as symbols on the picture: their places in the view, their captions, and which units are in a stack or
// counted at another. Main thread.

#include <memory>
#include <vector>

#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/scene/labels/labels.hpp"
#include "layers/scene/units/unit_mark.hpp"
#include "layers/scene/units/unit_roster.hpp"
#include "layers/scene/units/unit_zoom_placement.hpp"

namespace layers {

struct UnitsInput {
    const DocumentPtr& document;
    const Stage& stage;
    const Contents& contents;
    double zooming = 0;    // as in UnitZoomPlacement::at
    bool panning = false;  // all marks that were in the view keep their places on the map
};

class Units {
public:
    // The marks in the view in drawing order. They keep clear of `keepOut`, except that marks keep their places while
    // `panning`. Requests the drawings from `symbols`.
    std::vector<UnitMark> marksFor(const UnitsInput& input, const std::vector<ScreenRect>& keepOut,
                                   SymbolFactory& symbols);

    // The units in the view: by their own symbols, or by their positions where they are in a stack or counted at
    // another. Valid until the next call.
    std::vector<const RosterUnit*> seen(const UnitsInput& input, SymbolFactory& symbols);
    // On the date, as far as they pass the filter; of the last call of marksFor.
    const std::vector<ControlMeasure>& controlMeasures() const { return m_roster.controlMeasures(); }
    std::uint64_t revision() const { return m_revision; }  // grows when the units or their drawings change

private:
    const std::vector<ZoomedUnit>& zoomed(const UnitsInput& input, SymbolFactory& symbols);
    // A unit with a symbol of its own, and the units in its stack or counted at it.
    struct Standing {
        std::size_t unit = 0;  // of the roster
        MapPoint position;
        ScreenPoint offset;  // nominal pixels
        ScreenRect room;     // around its place; nominal pixels
        std::vector<std::size_t> stack;
        std::size_t collapsed = 0;
    };
    void stand(const std::vector<ZoomedUnit>& places);
    std::vector<UnitMark> marksIn(const Stage& stage, const Stage* seenIn = nullptr);
    bool restedAt(const Stage& stage) const;
    std::vector<UnitMark> panned(const Stage& stage);
    UnitRoster m_roster;
    UnitZoomPlacement m_steps;
    std::vector<Standing> m_standing;  // kept while the map is panned
    std::uint64_t m_standingOf = 0;    // revision of the steps
    struct Rest {                      // the marks before panning
        Stage stage;
        std::uint64_t steps = 0;  // revision of the steps
        std::vector<UnitMark> marks;
    };
    Rest m_rest;
    std::uint64_t m_revision = 0;
};

inline constexpr double kChangeRingPt = 2.4;  // stroke of the ring around a unit that changed between two dates
// The middle of that stroke: around the frame and the echelon mark above it.
ScreenRect changeRingOf(const UnitMark& mark, const Stage& stage);
// Where no label may be: the mark's room, and that of such a ring while two dates are compared.
ScreenRect labelRoomOf(const UnitMark& mark, const Stage& stage);

// The larger a formation the earlier its caption gets its place, and the farther off it may be.
std::vector<SymbolLabel> captionsOf(const std::vector<UnitMark>& marks, const Stage& stage);
// Symbols with their leader lines and counts. The selected unit and the one under the cursor have a ring and their
// circle of uncertainty.
void addMarks(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage, const FontSet& fonts);

}  // namespace layers
