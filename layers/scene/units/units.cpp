// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/units/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <optional>
#include <string_view>

#include "layers/model/echelon.hpp"
#include "layers/placement/free_space.hpp"
#include "layers/scene/units/unit_fan.hpp"

namespace layers {
namespace {

constexpr double kUnitPriority = 1e9;  // captions of units win over every label of the map
constexpr Rgba kLeaderColor{20, 30, 50, 255};
constexpr Rgba kUncertaintyColor{20, 30, 50, 220};
constexpr Rgba kCountColor{255, 255, 255, 255};
constexpr Rgba kRingColor{255, 140, 0, 255};
constexpr double kCountPt = 9, kRingPt = 2, kUncertaintyPt = 1.4;
constexpr int kDotCorners = 16, kCircleCorners = 72;
constexpr int kFarSteps = 2, kFarStepsOfLarge = 10;  // out of the middle of a crowd
constexpr auto kLarge = static_cast<double>(std::ranges::find(kEchelons, std::string_view("battalion")) -
                                            kEchelons.begin());  // by priority
constexpr double kChangeRingAwayPt = 3;

ScreenRect pictureOf(const Stage& stage) {
    return {0, 0, static_cast<double>(stage.view.size.width), static_cast<double>(stage.view.size.height)};
}

// Of all units most are out of sight: known before a mark is made. Offset and room in nominal pixels.
bool isSeen(MapPoint at, ScreenPoint offset, const ScreenRect& room, const Stage& stage) {
    const ScreenRect picture = pictureOf(stage);
    const double factor = stage.factor();
    const ScreenPoint position = stage.view.toScreen(at);
    const ScreenPoint anchor{position.x + offset.x * factor, position.y + offset.y * factor};
    return picture.contains(position) ||
           picture.intersects(
               movedBy({room.left * factor, room.top * factor, room.right * factor, room.bottom * factor}, anchor));
}

// `directions` of a circle of radius 1.
std::vector<ScreenPoint> circle(ScreenPoint center, double radiusPx, const std::vector<ScreenPoint>& directions) {
    std::vector<ScreenPoint> points;
    points.reserve(directions.size());
    for (const ScreenPoint to : directions) points.push_back({center.x + to.x * radiusPx, center.y + to.y * radiusPx});
    return points;
}

std::vector<ScreenPoint> directionsOf(int corners) {
    std::vector<ScreenPoint> directions;
    for (int i = 0; i < corners; ++i) {
        const double turn = std::numbers::pi * 2 * i / corners;
        directions.push_back({std::cos(turn), std::sin(turn)});
    }
    return directions;
}

ScreenPoint middleOf(const ScreenRect& rect) { return {(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2}; }

bool isAskedFor(const UnitMark& mark, const Stage& stage) {
    const std::string& id = mark.orbat->units[mark.unit].id;
    return !id.empty() && (id == stage.selectedUnit || id == stage.hoveredUnit);
}

// So that a row under the cursor, or the card's unit, is found on the map.
void addRing(DrawList& list, const UnitMark& mark, const Stage& stage) {
    const double away = stage.px(2.2);
    const ScreenRect r{mark.rect.left - away, mark.rect.top - away, mark.rect.right + away, mark.rect.bottom + away};
    list.items.push_back(draw::Polyline{{{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}},
                                        {kRingColor, stage.px(kRingPt), {}},
                                        true});
}

void addUncertain(DrawList& list, std::vector<ScreenPoint> ring, const Stage& stage) {
    const auto dash = static_cast<float>(stage.px(3));
    list.items.push_back(
        draw::Polyline{std::move(ring), {kUncertaintyColor, stage.px(kUncertaintyPt), {dash, dash}}, true});
}

// A position that is a square is always drawn as one; a circle only where it is asked for.
void addUncertainty(DrawList& list, const UnitMark& mark, const Stage& stage) {
    std::vector<ScreenPoint> square;
    for (const geodata::MapPoint corner : mark.orbat->units[mark.unit].accuracy.square)
        square.push_back(stage.view.toScreen(corner));
    if (!square.empty()) addUncertain(list, std::move(square), stage);
    if (isAskedFor(mark, stage) && mark.uncertaintyPx > mark.rect.height() / 2)
        addUncertain(list, circle(mark.position, mark.uncertaintyPx, directionsOf(kCircleCorners)), stage);
}

bool hasLeader(const UnitMark& mark, const Stage& stage) {
    return std::hypot(mark.anchor.x - mark.position.x, mark.anchor.y - mark.position.y) >= stage.px(1);
}

// "3": as many are stacked here; "+5": as many more are counted here.
std::string countOf(const UnitMark& mark) {
    std::string text = mark.stack.empty() ? std::string() : fmt::format("{}", mark.stack.size() + 1);
    if (mark.collapsed > 0) text += fmt::format("{}+{}", text.empty() ? "" : " ", mark.collapsed);
    return text;
}

struct Count {
    draw::Area plate;
    draw::Text text;
};

// Inside the symbol's own room, at its lower right corner.
std::optional<Count> countAt(const UnitMark& mark, const Stage& stage, const FontSet& fonts) {
    const std::string text = countOf(mark);
    if (text.empty()) return {};
    TextRun run = fonts.shape(text, {FontFace::bold, static_cast<float>(stage.px(kCountPt)), 0});
    const double padPx = stage.px(2.2), right = mark.rect.right, bottom = mark.rect.bottom;
    const double left = right - run.widthPx - 2 * padPx, top = bottom - run.ascentPx - run.descentPx,
                 baseline = bottom - run.descentPx;
    return Count{{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, kLeaderColor},
                 {std::move(run), {left + padPx, baseline}, {}, kCountColor, kLeaderColor, 0}};
}

void addLeaders(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage) {
    for (const UnitMark& mark : marks) {
        if (hasLeader(mark, stage))
            list.items.push_back(
                draw::Polyline{{mark.position, middleOf(mark.rect)}, {kLeaderColor, stage.px(0.9), {}}, false});
        list.endSection(mark.layer);
    }
    const std::vector<ScreenPoint> directions = directionsOf(kDotCorners);
    for (const UnitMark& mark : marks) {
        if (hasLeader(mark, stage))
            list.items.push_back(draw::Area{circle(mark.position, stage.px(1.8), directions), kLeaderColor});
        list.endSection(mark.layer);
    }
}

void addCounts(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage, const FontSet& fonts) {
    std::vector<std::optional<Count>> counts;
    for (const UnitMark& mark : marks) {
        counts.push_back(countAt(mark, stage, fonts));
        if (counts.back()) list.items.push_back(counts.back()->plate);
        list.endSection(mark.layer);
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (counts[i]) list.items.push_back(std::move(counts[i]->text));
        list.endSection(marks[i].layer);
    }
}

}  // namespace

const std::vector<ZoomedUnit>& Units::zoomed(const UnitsInput& input, SymbolFactory& symbols) {
    if (m_roster.update(input.document, input.stage, input.contents, symbols)) {
        m_steps.clear();
        ++m_revision;
    }
    return m_steps.at(input.stage.view.mPerPx * input.stage.factor(), m_roster.units(), input.zooming);
}

std::vector<const RosterUnit*> Units::seen(const UnitsInput& input, SymbolFactory& symbols) {
    const std::vector<ZoomedUnit>& places = zoomed(input, symbols);
    const ScreenRect picture = pictureOf(input.stage);
    std::vector<const RosterUnit*> units;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const RosterUnit& unit = m_roster.units()[i];
        const MapPoint at = *unit.data().position;
        if (places[i].own ? isSeen(at, places[i].offset, roomOf(unit), input.stage)
                          : picture.contains(input.stage.view.toScreen(at)))
            units.push_back(&unit);
    }
    return units;
}

void Units::stand(const std::vector<ZoomedUnit>& places) {
    const std::vector<RosterUnit>& roster = m_roster.units();
    std::vector<std::size_t> standingAt(places.size());
    m_standing.clear();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i].own) continue;
        standingAt[i] = m_standing.size();
        m_standing.push_back({i, *roster[i].data().position, places[i].offset, roomOf(roster[i]), {}, 0});
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].own) continue;
        Standing& host = m_standing[standingAt[places[i].place.host]];
        if (places[i].place.showing == UnitShowing::stacked) host.stack.push_back(i);
        else ++host.collapsed;
    }
}

// What they count may lie outside the view. Without those that are seen in another one.
std::vector<UnitMark> Units::marksIn(const Stage& stage, const Stage* seenIn) {
    std::vector<UnitMark> marks;
    marks.reserve(m_rest.marks.size() + m_rest.marks.size() / 8);
    for (const Standing& standing : m_standing) {
        if (!isSeen(standing.position, standing.offset, standing.room, stage)) continue;
        if (seenIn != nullptr && isSeen(standing.position, standing.offset, standing.room, *seenIn)) continue;
        marks.push_back(markOf(m_roster.units()[standing.unit], standing.offset, stage));
        marks.back().stack = standing.stack;
        marks.back().collapsed = standing.collapsed;
    }
    return marks;
}

// The stage before, but for where its middle is.
bool Units::restedAt(const Stage& stage) const {
    if (m_rest.steps != m_steps.revision()) return false;
    Stage rest = m_rest.stage;
    rest.view.center = stage.view.center;
    return rest == stage;
}

std::vector<UnitMark> Units::panned(const Stage& stage) {
    const ScreenPoint from = m_rest.stage.view.toScreen({}), to = stage.view.toScreen({}),
                      by{to.x - from.x, to.y - from.y};
    const ScreenRect picture = pictureOf(stage);
    std::vector<UnitMark> marks;
    for (const UnitMark& rested : m_rest.marks) {
        const ScreenPoint position{rested.position.x + by.x, rested.position.y + by.y};
        if (!picture.contains(position) && !picture.intersects(movedBy(rested.room, by))) continue;
        marks.push_back(rested);
        marks.back().position = position;
        moveSymbol(marks.back(), by);
    }
    std::ranges::move(marksIn(stage, &m_rest.stage), std::back_inserter(marks));
    return marks;
}

std::vector<UnitMark> Units::marksFor(const UnitsInput& input, const std::vector<ScreenRect>& keepOut,
                                      SymbolFactory& symbols) {
    const Stage& stage = input.stage;
    const std::vector<ZoomedUnit>& places = zoomed(input, symbols);
    if (m_standingOf != m_steps.revision()) stand(places);
    m_standingOf = m_steps.revision();
    if (input.panning && restedAt(stage)) return panned(stage);
    std::vector<UnitMark> marks = marksIn(stage);
    clearOfPlates(marks, keepOut, stage);
    fanOut(marks, m_roster.units(), keepOut, stage);
    m_rest = {stage, m_steps.revision(), marks};
    return marks;
}

ScreenRect changeRingOf(const UnitMark& mark, const Stage& stage) {
    const double away = stage.px(kChangeRingAwayPt);
    return {mark.rect.left - away, std::min(mark.rect.top, mark.room.top) - away, mark.rect.right + away,
            mark.rect.bottom + away};
}

ScreenRect labelRoomOf(const UnitMark& mark, const Stage& stage) {
    if (stage.compareDate.empty()) return mark.room;
    const ScreenRect ring = changeRingOf(mark, stage);
    const double half = stage.px(kChangeRingPt);
    return {std::min(mark.room.left, ring.left - half), std::min(mark.room.top, ring.top - half),
            std::max(mark.room.right, ring.right + half), std::max(mark.room.bottom, ring.bottom + half)};
}

std::vector<SymbolLabel> captionsOf(const std::vector<UnitMark>& marks, const Stage& stage) {
    std::vector<SymbolLabel> captions;
    for (const UnitMark& mark : marks) {
        if (mark.caption.empty()) continue;
        const ScreenPoint middle = middleOf(mark.rect);
        const ScreenRect room = labelRoomOf(mark, stage);  // texts and strokes may reach beyond the frame
        const double besidePx = std::max(room.right - middle.x, middle.x - room.left);
        captions.push_back({(std::uint64_t{1} << 63) | mark.key, mark.caption, middle, besidePx + stage.px(1.5),
                            kUnitPriority + mark.priority, mark.layer,
                            mark.priority >= kLarge ? kFarStepsOfLarge : kFarSteps});
    }
    return captions;
}

// Kind by kind: a back end draws neighbouring items of one kind at once.
void addMarks(DrawList& list, const std::vector<UnitMark>& marks, const Stage& stage, const FontSet& fonts) {
    for (const UnitMark& mark : marks) {
        addUncertainty(list, mark, stage);
        list.endSection(mark.layer);
    }
    addLeaders(list, marks, stage);
    for (const UnitMark& mark : marks) {
        if (mark.drawing) list.items.push_back(draw::Symbol{mark.drawing, mark.request, mark.anchor, mark.scalePx});
        list.endSection(mark.layer);
    }
    for (const UnitMark& mark : marks) {
        if (isAskedFor(mark, stage)) addRing(list, mark, stage);
        list.endSection(mark.layer);
    }
    addCounts(list, marks, stage, fonts);
}

}  // namespace layers
