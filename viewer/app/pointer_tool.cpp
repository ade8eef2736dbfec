// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/pointer_tool.hpp"

#include <algorithm>
#include <cmath>

#include "layers/scene/units/unit_fan.hpp"

namespace viewer {
namespace {

constexpr double kClickPx = 4;      // a press that moves less is a click, at factor 1
constexpr double kFanStaysS = 0.3;  // after the cursor has left it
constexpr double kPauseS = 0.15;    // of a hand that drags

std::string unitAt(std::span<const layers::UnitMark> marks, layers::ScreenPoint at) {
    const layers::UnitMark* mark = markAt(marks, at);
    return mark != nullptr ? mark->orbat->units[mark->unit].id : std::string();
}

}  // namespace

const layers::UnitMark* markAt(std::span<const layers::UnitMark> marks, layers::ScreenPoint at) {
    const layers::UnitMark* top = nullptr;
    for (const layers::UnitMark& mark : marks)  // the last one lies on top
        if (mark.rect.contains(at)) top = &mark;
    return top;
}

void PointerTool::press(const PointerPress& press, ViewerState& state, Marks marks) {
    state.rememberRest();
    m_start = m_last = press.at;
    m_moved = false;
    m_drag = press.onPictureFrame ? Drag::frame : press.shift ? Drag::rectangle : Drag::pan;
    if (press.onPictureFrame || !press.alt) return;
    const layers::UnitMark* mark = markAt(marks, press.at);
    if (mark == nullptr || mark->orbat->units[mark->unit].id.empty()) return;
    const double pt = state.stage.px(1);
    m_drag = Drag::symbol;
    m_unit = mark->orbat->units[mark->unit].id;
    m_offset = {(mark->anchor.x - mark->position.x) / pt, (mark->anchor.y - mark->position.y) / pt};
}

std::optional<MapShift> PointerTool::move(layers::ScreenPoint to, ViewerState& state, Marks marks, double nowS) {
    m_cursor = to;
    if (m_drag == Drag::none) {
        if (!m_onPanel) hover(state, marks, nowS);
        return {};
    }
    if (std::hypot(to.x - m_start.x, to.y - m_start.y) > kClickPx * state.stage.factor()) m_moved = true;
    std::optional<MapShift> frameShift;
    if (m_drag == Drag::pan && m_moved) {
        state.panBy(to.x - m_last.x, to.y - m_last.y);
        m_pannedUntilS = nowS + kPauseS;
    }
    if (m_drag == Drag::symbol && m_moved) moveSymbol(state);
    if (m_drag == Drag::frame && m_moved)
        frameShift = MapShift{(to.x - m_last.x) * state.stage.view.mPerPx, (m_last.y - to.y) * state.stage.view.mPerPx};
    if (m_moved || m_drag == Drag::rectangle) m_last = to;
    return frameShift;
}

// With Alt: the symbol keeps its place from its position, in points, until it is dragged again or undone.
void PointerTool::moveSymbol(ViewerState& state) const {
    const double pt = state.stage.px(1);
    state.history.run(
        layers::command::SetUnitOffset{m_unit, layers::UnitOffset{m_offset.rightPt + (m_cursor.x - m_start.x) / pt,
                                                                  m_offset.downPt + (m_cursor.y - m_start.y) / pt}});
}

void PointerTool::release(layers::ScreenPoint at, ViewerState& state, Marks marks) {
    const Drag drag = std::exchange(m_drag, Drag::none);
    if (drag == Drag::none) return;
    m_pannedUntilS = 0;
    if (drag == Drag::frame) return;
    if (!m_moved && drag == Drag::symbol)
        return state.history.run(layers::command::SetUnitOffset{m_unit, {}});  // back to its own place
    if (!m_moved) {
        state.stage.selectedUnit = state.stage.openStack = unitAt(marks, m_start);
        return;
    }
    if (drag == Drag::symbol) return;
    if (drag == Drag::pan) return state.views.remember(state.motion.target());
    const layers::MapPoint a = state.stage.view.toMap(m_start), b = state.stage.view.toMap(at);
    state.goTo(layers::viewOf(geodata::boxOf(std::vector{a, b}), state.stage.view.size));
}

// Fast at first, then settling, about the point under the cursor; one turn of the wheel is one view to come back to.
void PointerTool::wheel(double notches, layers::ScreenPoint at, ViewerState& state, double nowS) {
    state.zoomBy(wheelFactor(notches), at, nowS);
}

bool PointerTool::cancel() { return std::exchange(m_drag, Drag::none) != Drag::none; }

std::optional<layers::ScreenRect> PointerTool::band() const {
    if (m_drag != Drag::rectangle || !m_moved) return {};
    const auto [left, right] = std::minmax(m_start.x, m_last.x);
    const auto [top, bottom] = std::minmax(m_start.y, m_last.y);
    return layers::ScreenRect{left, top, right, bottom};
}

// A stack stays fanned out while the cursor goes to one of its symbols, and a moment longer.
void PointerTool::hover(ViewerState& state, Marks marks, double nowS) {
    const layers::UnitMark* mark = markAt(marks, m_cursor);
    const bool isOpen = !state.stage.hoveredUnit.empty() && state.stage.openStack.empty() &&
                        std::ranges::any_of(marks, &layers::UnitMark::fanned);
    const bool isInside = mark != nullptr ? mark->fanned : layers::isInFan(marks, m_cursor);
    if (isOpen && !isInside) {
        if (!m_fanClosesAtS) m_fanClosesAtS = nowS + kFanStaysS;
        return;
    }
    m_fanClosesAtS.reset();
    if (!isOpen || mark != nullptr) state.stage.hoveredUnit = unitAt(marks, m_cursor);
}

void PointerTool::advance(ViewerState& state, Marks marks, double nowS) {
    if (!m_fanClosesAtS || nowS < *m_fanClosesAtS) return;
    m_fanClosesAtS.reset();
    if (!m_onPanel) state.stage.hoveredUnit = unitAt(marks, m_cursor);
}

}  // namespace viewer
