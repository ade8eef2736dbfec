// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/unit_fan.hpp"

#include <algorithm>
#include <cmath>

#include "layers/placement/free_space.hpp"

namespace layers {
namespace {

constexpr double kPlateReachInWidths = 14, kFanReachInWidths = 8;

bool isUnder(const UnitMark& mark, const std::vector<ScreenRect>& plates) {
    return std::ranges::any_of(plates, [&](const ScreenRect& plate) { return plate.intersects(mark.room); });
}

// Plates, and all around the picture.
FreeSpace roomBeside(const std::vector<ScreenRect>& plates, const Stage& stage) {
    FreeSpace room(stage.px(60));
    const double w = stage.view.size.width, h = stage.view.size.height, far = 2 * (w + h);
    for (const ScreenRect& outside : {ScreenRect{-far, -far, far, 0}, ScreenRect{-far, h, far, far},
                                      ScreenRect{-far, -far, 0, far}, ScreenRect{w, -far, far, far}})
        room.add(outside);
    for (const ScreenRect& plate : plates) room.add(plate);
    return room;
}

bool standsIn(FreeSpace& room, UnitMark& mark, double reachInWidths) {
    const auto by = room.nearestMove(mark.room, mark.room.width() * reachInWidths);
    if (!by) return false;
    moveSymbol(mark, *by);
    room.add(mark.room);
    return true;
}

void countAtNearest(std::vector<UnitMark>& marks, const UnitMark& lost) {
    const auto nearest = std::ranges::min_element(marks, {}, [&](const UnitMark& m) {
        return std::hypot(m.anchor.x - lost.anchor.x, m.anchor.y - lost.anchor.y);
    });
    nearest->collapsed += 1 + lost.stack.size() + lost.collapsed;
}

bool isAskedFor(const UnitMark& mark, const std::vector<RosterUnit>& roster, const Stage& stage) {
    const auto asked = [&](const std::string& id) {
        return !id.empty() && (id == stage.openStack || id == stage.hoveredUnit);
    };
    return asked(mark.orbat->units[mark.unit].id) ||
           std::ranges::any_of(mark.stack, [&](std::size_t i) { return asked(roster[i].data().id); });
}

ScreenPoint middleOf(const ScreenRect& rect) { return {(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2}; }

// From a point to the stretch between two others.
double distancePx(ScreenPoint p, ScreenPoint a, ScreenPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double along = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(a.x + along * dx - p.x, a.y + along * dy - p.y);
}

}  // namespace

void moveSymbol(UnitMark& mark, ScreenPoint by) {
    mark.anchor = {mark.anchor.x + by.x, mark.anchor.y + by.y};
    mark.rect = movedBy(mark.rect, by);
    mark.room = movedBy(mark.room, by);
}

UnitMark markOf(const RosterUnit& unit, ScreenPoint nominalOffset, const Stage& stage) {
    const double factor = stage.factor();
    const auto onPicture = [&](const ScreenRect& r, ScreenPoint at) {
        return movedBy({r.left * factor, r.top * factor, r.right * factor, r.bottom * factor}, at);
    };
    const ScreenPoint position = stage.view.toScreen(*unit.data().position);
    const ScreenPoint anchor{position.x + nominalOffset.x * factor, position.y + nominalOffset.y * factor};
    return {unit.layer,
            unit.orbat,
            unit.unit,
            unit.caption,
            unit.request,
            unit.drawing,
            position,
            anchor,
            onPicture(frameOf(unit), anchor),
            unit.unitPx * factor,
            unit.data().accuracy.uncertaintyM / stage.view.mPerPx,
            onPicture(roomOf(unit), anchor),
            unit.key,
            unit.priority,
            {},
            0,
            false};
}

void clearOfPlates(std::vector<UnitMark>& marks, const std::vector<ScreenRect>& plates, const Stage& stage) {
    const auto firstUnder =
        std::stable_partition(marks.begin(), marks.end(), [&](const UnitMark& mark) { return !isUnder(mark, plates); });
    std::vector<UnitMark> under(std::make_move_iterator(firstUnder), std::make_move_iterator(marks.end()));
    marks.erase(firstUnder, marks.end());
    FreeSpace room = roomBeside(plates, stage);
    for (const UnitMark& mark : marks) room.add(mark.room);
    for (UnitMark& mark : under)
        if (standsIn(room, mark, kPlateReachInWidths) || marks.empty()) marks.push_back(std::move(mark));
        else countAtNearest(marks, mark);
}

void fanOut(std::vector<UnitMark>& marks, const std::vector<RosterUnit>& roster, const std::vector<ScreenRect>& plates,
            const Stage& stage) {
    const auto host = std::ranges::find_if(
        marks, [&](const UnitMark& mark) { return !mark.stack.empty() && isAskedFor(mark, roster, stage); });
    if (host == marks.end()) return;
    FreeSpace room = roomBeside(plates, stage);
    for (const UnitMark& mark : marks) room.add(mark.room);
    std::vector<UnitMark> fanned;
    std::erase_if(host->stack, [&](std::size_t i) {
        UnitMark mark = markOf(roster[i], {}, stage);
        moveSymbol(mark, {host->anchor.x - mark.anchor.x, host->anchor.y - mark.anchor.y});
        const bool stands = standsIn(room, mark, kFanReachInWidths);
        mark.fanned = true;
        if (stands) fanned.push_back(std::move(mark));
        return stands;
    });
    host->fanned = true;
    marks.insert(marks.end(), std::make_move_iterator(fanned.begin()), std::make_move_iterator(fanned.end()));
}

// The host keeps its place in front of what came out of it.
bool isInFan(std::span<const UnitMark> marks, ScreenPoint at) {
    const auto host = std::ranges::find_if(marks, &UnitMark::fanned);
    return host != marks.end() && std::any_of(host, marks.end(), [&](const UnitMark& mark) {
               return mark.fanned &&
                      distancePx(at, middleOf(host->rect), middleOf(mark.rect)) <= mark.room.height() / 2;
           });
}

}  // namespace layers
