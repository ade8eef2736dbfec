// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/unit_zoom_placement.hpp"

#include <algorithm>
#include <cmath>

#include "layers/placement/free_space.hpp"
#include "layers/placement/zoom_step.hpp"

namespace layers {
namespace {

constexpr std::size_t kMostSteps = 24;  // kept: six octaves of zooming to and fro
constexpr double kGapPx = 1.5;          // around each symbol
constexpr double kCalmPart =
    0.75;  // of a step that is zoomed through: then the symbols begin to move to where the next step has them

// 0 in the calm part, then rising smoothly to 1 where the next step begins.
double shareOfNext(double closer) {
    const double t = std::clamp((std::log(closer) / std::log(kStepRatio) - kCalmPart) / (1 - kCalmPart), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

ScreenPoint positionAt(const RosterUnit& unit, double mPerPx) {
    return {unit.data().position->x / mPerPx, -unit.data().position->y / mPerPx};
}

std::vector<UnitSpot> spotsOf(const std::vector<RosterUnit>& units, double mPerPx) {
    std::vector<UnitSpot> spots;
    for (const RosterUnit& unit : units) {
        const ScreenRect room = roomOf(unit);
        spots.push_back({unit.key,
                         unit.priority,
                         positionAt(unit, mPerPx),
                         {room.left - kGapPx, room.top - kGapPx, room.right + kGapPx, room.bottom + kGapPx},
                         unit.above,
                         unit.byHand});
    }
    return spots;
}

// One step's solution as it looks at the zoom: solved places grow with the map, hand-made offsets do not.
struct StepAtZoom {
    const std::vector<RosterUnit>& units;
    const std::vector<UnitPlace>& places;
    double closer, mPerPx;

    // From the unit's position to where it is found.
    ScreenPoint offset(std::size_t i) const {
        const std::size_t host = places[i].host;
        const ScreenPoint own = positionAt(units[i], mPerPx), at = positionAt(units[host], mPerPx),
                          by = places[host].offset;
        const double grown = units[host].byHand ? 1 : closer;
        return {at.x - own.x + by.x * grown, at.y - own.y + by.y * grown};
    }
    bool own(std::size_t i) const { return places[i].showing == UnitShowing::own; }
};

}  // namespace

const std::vector<UnitPlace>& UnitZoomPlacement::solved(int step, const std::vector<RosterUnit>& units) {
    if (const auto found = m_solved.find(step); found != m_solved.end()) return found->second;
    return m_solved[step] = placeUnits(spotsOf(units, mPerPxOf(step)));
}

void UnitZoomPlacement::clear() {
    m_solved.clear();
    m_zoomed.clear();
    ++m_revision;
}

const std::vector<ZoomedUnit>& UnitZoomPlacement::at(double mPerNominalPx, const std::vector<RosterUnit>& units,
                                                     double zooming) {
    if (m_zoom == Zoom{mPerNominalPx, zooming} && m_zoomed.size() == units.size()) return m_zoomed;
    if (m_solved.size() >= kMostSteps) m_solved.clear();
    const ZoomStep zoom = zoomStepOf(mPerNominalPx);
    const double share = shareOfNext(zoom.closer) * zooming;
    const StepAtZoom here{units, solved(zoom.step, units), zoom.closer, mPerNominalPx};
    const StepAtZoom next{units, share > 0 ? solved(zoom.step - 1, units) : here.places,
                          share > 0 ? zoom.closer / kStepRatio : zoom.closer, mPerNominalPx};
    m_zoom = {mPerNominalPx, zooming};
    ++m_revision;
    m_zoomed.clear();
    for (std::size_t i = 0; i < units.size(); ++i) {
        const ScreenPoint a = here.offset(i), b = next.offset(i);
        m_zoomed.push_back({here.own(i) || next.own(i),
                            {std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)},
                            share < 0.5 ? here.places[i] : next.places[i]});
    }
    return m_zoomed;
}

}  // namespace layers
