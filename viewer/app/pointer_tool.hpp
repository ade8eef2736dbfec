// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the pointer does on the map: it pans, zooms, draws a rectangle to zoom to, moves a unit's symbol, drags the
// picture's frame and opens stacks of symbols. The tool takes pointer events, changes the state and knows no window.
// Main thread.

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "layers/scene/units/units.hpp"
#include "viewer/app/viewer_state.hpp"

namespace viewer {

// A press of the first button.
struct PointerPress {
    layers::ScreenPoint at{};
    bool shift = false, alt = false;
    bool onPictureFrame = false;  // where the picture's frame can be dragged
};

struct MapShift {  // metres on the map
    double rightM = 0, upM = 0;
};

class PointerTool {
public:
    using Marks = std::span<const layers::UnitMark>;

    void press(const PointerPress& press, ViewerState& state, Marks marks);
    // The shift of the picture's frame, where that is what is dragged.
    std::optional<MapShift> move(layers::ScreenPoint to, ViewerState& state, Marks marks, double nowS);
    void release(layers::ScreenPoint at, ViewerState& state, Marks marks);
    void wheel(double notches, layers::ScreenPoint at, ViewerState& state, double nowS);
    // Nothing is dragged any more. True: something was.
    bool cancel();
    // Closes a fanned-out stack that the cursor has left for long enough.
    void advance(ViewerState& state, Marks marks, double nowS);

    void setOnPanel(bool onPanel) { m_onPanel = onPanel; }
    bool onPanel() const { return m_onPanel; }
    layers::ScreenPoint cursor() const { return m_cursor; }
    bool pans(double nowS) const { return nowS < m_pannedUntilS; }  // a hand moves the map, or only pauses
    bool awaitsDeadline() const { return m_fanClosesAtS.has_value(); }
    std::optional<layers::ScreenRect> band() const;  // that is being drawn with Shift

private:
    enum class Drag : std::uint8_t { none, pan, rectangle, symbol, frame };

    void hover(ViewerState& state, Marks marks, double nowS);
    void moveSymbol(ViewerState& state) const;

    Drag m_drag = Drag::none;
    layers::ScreenPoint m_start, m_last, m_cursor;
    bool m_moved = false;
    std::string m_unit;           // symbol: whose
    layers::UnitOffset m_offset;  // symbol: its offset before
    double m_pannedUntilS = 0;
    std::optional<double> m_fanClosesAtS;  // the cursor has left a stack that is fanned out
    bool m_onPanel = false;
};

// The topmost symbol there; null: none.
const layers::UnitMark* markAt(std::span<const layers::UnitMark> marks, layers::ScreenPoint at);

}  // namespace viewer
