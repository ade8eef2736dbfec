// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/change_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace layers {
namespace {

constexpr std::array<Rgba, 4> kColors{
    {{0, 122, 61, 255}, {190, 30, 45, 255}, {106, 61, 154, 255}, {0, 90, 160, 255}}};  // by ChangeKind
constexpr double kGhostPt = 9, kArrowPt = 1.8, kHeadPt = 7;

Rgba colorOf(ChangeKind kind) { return kColors[static_cast<std::size_t>(kind)]; }

std::vector<ScreenPoint> cornersOf(const ScreenRect& r) {
    return {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}};
}

ScreenRect around(ScreenPoint p, double half) { return {p.x - half, p.y - half, p.x + half, p.y + half}; }

void addRing(DrawList& list, const ScreenRect& rect, Rgba color, const Stage& stage) {
    list.items.push_back(
        draw::Polyline{cornersOf(rect), {{255, 255, 255, 255}, stage.px(kChangeRingPt + 1.6), {}}, true});
    list.items.push_back(draw::Polyline{cornersOf(rect), {color, stage.px(kChangeRingPt), {}}, true});
}

// A dashed square with a cross, or an upright one, where a unit was or will be.
void addGhost(DrawList& list, ScreenPoint at, ChangeKind kind, const Stage& stage) {
    const Rgba color = colorOf(kind);
    const double half = stage.px(kGhostPt), arm = half * 0.55;
    const auto dash = static_cast<float>(stage.px(3));
    const bool left = kind == ChangeKind::left;
    list.items.push_back(draw::Area{cornersOf(around(at, half)), {255, 255, 255, 220}});
    list.items.push_back(draw::Polyline{cornersOf(around(at, half)), {color, stage.px(1.6), {dash, dash}}, true});
    const auto stroke = [&](ScreenPoint a, ScreenPoint b) {
        list.items.push_back(draw::Polyline{{a, b}, {color, stage.px(kChangeRingPt), {}}, false});
    };
    if (left) {
        stroke({at.x - arm, at.y - arm}, {at.x + arm, at.y + arm});
        stroke({at.x - arm, at.y + arm}, {at.x + arm, at.y - arm});
    } else {
        stroke({at.x - arm, at.y}, {at.x + arm, at.y});
        stroke({at.x, at.y - arm}, {at.x, at.y + arm});
    }
}

void addArrow(DrawList& list, ScreenPoint from, ScreenPoint to, Rgba color, const Stage& stage) {
    const double length = std::hypot(to.x - from.x, to.y - from.y), head = stage.px(kHeadPt);
    if (length < head) return;
    const ScreenPoint along{(to.x - from.x) / length, (to.y - from.y) / length};
    const ScreenPoint neck{to.x - along.x * head, to.y - along.y * head};
    list.items.push_back(draw::Polyline{{from, neck}, {color, stage.px(kArrowPt), {}}, false});
    list.items.push_back(draw::Area{{to,
                                     {neck.x - along.y * head / 2, neck.y + along.x * head / 2},
                                     {neck.x + along.y * head / 2, neck.y - along.x * head / 2}},
                                    color});
}

// The corner of the symbol that has the same place, as in a rotation.
ScreenPoint besideSymbols(ScreenPoint at, const std::vector<UnitMark>& marks) {
    const auto over = std::ranges::find_if(marks, [&](const UnitMark& mark) { return mark.rect.contains(at); });
    return over == marks.end() ? at : ScreenPoint{over->rect.right, over->rect.bottom};
}

void addMark(DrawList& list, const std::vector<UnitMark>& marks, const std::shared_ptr<const Orbat>& orbat,
             const UnitChange& change, const Stage& stage) {
    const Unit &unit = orbat->units[change.unit], &before = orbat->units[change.before];
    const bool isElsewhere = change.kind == ChangeKind::moved || change.kind == ChangeKind::relieved;
    if (isElsewhere && unit.position && before.position)
        addArrow(list, stage.view.toScreen(*before.position), stage.view.toScreen(*unit.position), colorOf(change.kind),
                 stage);
    const auto shown = std::ranges::find_if(marks, [&](const UnitMark& mark) {
        return mark.orbat == orbat && (mark.unit == change.unit || mark.unit == change.before);
    });
    if (shown != marks.end()) return addRing(list, changeRingOf(*shown, stage), colorOf(change.kind), stage);
    const bool onDate =
        validOn(unit, stage.date) || validOn(before, stage.date);  // in a stack, counted or filtered away: not gone
    if (!onDate && unit.position)
        addGhost(list, besideSymbols(stage.view.toScreen(*unit.position), marks), change.kind, stage);
}

bool isMarked(const UnitChange& change, const Orbat& orbat, const std::set<std::size_t>& seen, const Stage& stage) {
    const Unit &unit = orbat.units[change.unit], &before = orbat.units[change.before];
    const ScreenRect picture{0, 0, static_cast<double>(stage.view.size.width),
                             static_cast<double>(stage.view.size.height)};
    const auto isIn = [&](const Unit& row) {
        return row.position && picture.contains(stage.view.toScreen(*row.position));
    };
    if (seen.contains(change.unit) || seen.contains(change.before)) return true;
    const bool isElsewhere = change.kind == ChangeKind::moved || change.kind == ChangeKind::relieved;
    if (isElsewhere && unit.position && before.position) return isIn(unit) || isIn(before);
    return !validOn(unit, stage.date) && !validOn(before, stage.date) && isIn(unit);
}

}  // namespace

std::set<ChangeKind> ChangeMarks::kindsIn(std::span<const RosterUnit* const> seen, const Stage& stage) {
    std::map<OrbatPtr, std::set<std::size_t>> tables;
    if (!stage.compareDate.empty())
        for (const RosterUnit* unit : seen) tables[unit->orbat].insert(unit->unit);
    std::set<ChangeKind> kinds;
    for (const auto& [orbat, units] : tables)
        for (const UnitChange& change : changesOf(orbat, stage))
            if (isMarked(change, *orbat, units, stage)) kinds.insert(change.kind);
    return kinds;
}

void addChangeSample(DrawList& list, ChangeKind kind, const ScreenRect& box, const Stage& stage) {
    const double halfW = stage.px(8), halfH = stage.px(5), middleX = (box.left + box.right) / 2,
                 middleY = (box.top + box.bottom) / 2;
    if (kind == ChangeKind::moved)
        return addArrow(list, {middleX - stage.px(10), middleY}, {middleX + stage.px(10), middleY}, colorOf(kind),
                        stage);
    if (kind == ChangeKind::left) {
        Stage smaller = stage;
        smaller.userFactor *= 0.6;
        return addGhost(list, {middleX, middleY}, kind, smaller);
    }
    addRing(list, {middleX - halfW, middleY - halfH, middleX + halfW, middleY + halfH}, colorOf(kind), stage);
}

const std::vector<UnitChange>& ChangeMarks::changesOf(const OrbatPtr& orbat, const Stage& stage) {
    if (m_from != stage.compareDate || m_to != stage.date) m_changes.clear();
    m_from = stage.compareDate;
    m_to = stage.date;
    const auto [found, isNew] = m_changes.try_emplace(orbat);
    if (isNew) found->second = changesBetween(*orbat, m_from, m_to);
    return found->second;
}

void ChangeMarks::addTo(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage) {
    if (stage.compareDate.empty()) return m_changes.clear();
    std::set<OrbatPtr> seen;
    for (const UnitMark& mark : marks)
        if (seen.insert(mark.orbat).second)
            for (const UnitChange& change : changesOf(mark.orbat, stage))
                addMark(list, marks, mark.orbat, change, stage);
}

}  // namespace layers
