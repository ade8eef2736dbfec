// SPDX-License-Identifier: Apache-2.0
#pragma once
// Passes the mouse to Dear ImGui, which takes one state per frame. Events that arrive together are spread over
// frames, so that a press and release between two frames is still a click. Main thread.

#include <SFML/Window/Event.hpp>

#include <array>
#include <deque>

namespace viewer {

struct PointerState {
    bool inside = false;  // in the window
    float x = 0, y = 0;
    std::array<bool, 3> down{};   // left, right, middle
    float wheel = 0, wheelX = 0;  // turned since the last state
};

class PointerQueue {
public:
    // Takes what concerns the mouse, and the loss of focus, which releases all buttons.
    void push(const sf::Event& event);
    // The state of the next frame.
    PointerState next();
    bool pending() const { return !m_events.empty(); }

private:
    bool apply(const sf::Event& event);

    std::deque<sf::Event> m_events;
    PointerState m_now;
    bool m_buttonChanged = false;  // in the frame being put together
};

}  // namespace viewer
