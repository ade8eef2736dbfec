// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/declutter.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "layers/placement/free_space.hpp"
#include "layers/placement/zoom_step.hpp"

namespace layers {
namespace {

constexpr double kCellInWidths = 3;  // of the widest room: few cells to look into, few rooms in each

std::vector<std::size_t> orderOf(const std::vector<UnitSpot>& spots) {
    std::vector<std::size_t> order(spots.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {},
                      [&](std::size_t i) { return std::tuple(!spots[i].byHand, -spots[i].priority, spots[i].key); });
    return order;
}

double widestOf(const std::vector<UnitSpot>& spots) {
    double widestPx = 1;
    for (const UnitSpot& spot : spots) widestPx = std::max({widestPx, spot.room.width(), spot.room.height()});
    return widestPx;
}

class UnitPlacer {
public:
    explicit UnitPlacer(const std::vector<UnitSpot>& spots)
        : m_spots(spots), m_room(kCellInWidths * widestOf(spots)), m_places(spots.size()), m_stacked(spots.size()) {}

    std::vector<UnitPlace> place() {
        for (const std::size_t i : orderOf(m_spots)) {
            m_places[i].host = i;
            if (m_spots[i].byHand) standByHand(i);
            else standOrJoin(i);
        }
        for (const std::size_t i : m_crowdedOut) m_places[i].host = hostAbove(i);
        return std::move(m_places);
    }

private:
    // A hand-made offset keeps its length while the others grow with the zoom up to the next step: it needs both
    // places.
    void standByHand(std::size_t i) {
        const UnitSpot& spot = m_spots[i];
        const ScreenPoint by = *spot.byHand;
        const ScreenRect here = movedBy(spot.room, {spot.position.x + by.x, spot.position.y + by.y});
        const ScreenRect closer =
            movedBy(spot.room, {spot.position.x + by.x / kStepRatio, spot.position.y + by.y / kStepRatio});
        stand(i, by,
              {std::min(here.left, closer.left), std::min(here.top, closer.top), std::max(here.right, closer.right),
               std::max(here.bottom, closer.bottom)});
    }

    void standOrJoin(std::size_t i) {
        const UnitSpot& spot = m_spots[i];
        const ScreenRect wanted = movedBy(spot.room, spot.position);
        const double reachPx = kReachInWidths * spot.room.width();
        if (const auto by = m_room.nearestMove(wanted, reachPx)) stand(i, *by, movedBy(wanted, *by));
        else if (const auto host = nearestStack(spot, reachPx)) join(i, *host);
        else leaveToOneAbove(i);
    }

    void stand(std::size_t i, ScreenPoint by, const ScreenRect& taken) {
        m_places[i].offset = by;
        m_room.add(taken);
        m_standing.push_back(i);
    }

    void join(std::size_t i, std::size_t host) {
        m_places[i] = {UnitShowing::stacked, {}, host};
        ++m_stacked[host];
    }

    void leaveToOneAbove(std::size_t i) {
        m_places[i].showing = UnitShowing::collapsed;
        m_crowdedOut.push_back(i);
    }

    // Squared: it is only compared, and very often.
    double distance2Px(const UnitSpot& spot, std::size_t standing) const {
        const ScreenPoint at = m_spots[standing].position, by = m_places[standing].offset;
        const double x = at.x + by.x - spot.position.x, y = at.y + by.y - spot.position.y;
        return x * x + y * y;
    }

    // The nearest symbol in reach with room in its stack; of two as near the one that was placed first.
    std::optional<std::size_t> nearestStack(const UnitSpot& spot, double reachPx) const {
        const ScreenRect around{spot.position.x - reachPx, spot.position.y - reachPx, spot.position.x + reachPx,
                                spot.position.y + reachPx};
        std::pair nearest{std::numeric_limits<double>::infinity(), m_standing.size()};  // squared distance and order
        for (const std::size_t n : m_room.coveredBy(around))
            if (m_stacked[m_standing[n]] < kMostInStack)
                nearest = std::min(nearest, {distance2Px(spot, m_standing[n]), n});
        return nearest.second < m_standing.size() ? std::optional(m_standing[nearest.second]) : std::nullopt;
    }

    // Where the next unit above is found that is not crowded out itself; without one, the nearest symbol.
    std::size_t hostAbove(std::size_t i) const {
        for (auto above = m_spots[i].parent; above; above = m_spots[*above].parent)
            if (m_places[*above].showing != UnitShowing::collapsed) return m_places[*above].host;
        return *std::ranges::min_element(m_standing, {},
                                         [&](std::size_t host) { return distance2Px(m_spots[i], host); });
    }

    const std::vector<UnitSpot>& m_spots;
    FreeSpace m_room;  // holds the rooms of m_standing, in that order
    std::vector<UnitPlace> m_places;
    std::vector<std::size_t> m_stacked;  // per spot: how many joined it
    std::vector<std::size_t> m_standing, m_crowdedOut;
};

}  // namespace

std::vector<UnitPlace> placeUnits(const std::vector<UnitSpot>& spots) { return UnitPlacer(spots).place(); }

}  // namespace layers
