// SPDX-License-Identifier: Apache-2.0
#pragma once
// The window on the desktop: its place, monitors and full screen, and that it stays reachable. It asks X and the
// window manager (EWMH), so that window and GL context are kept; SFML would have to recreate both. Main thread.

#include <SFML/Window/Window.hpp>

#include <memory>
#include <vector>

#include "viewer/session/session.hpp"

namespace viewer {

class Desktop {
public:
    Desktop();  // on the display that layers::probeDisplay() found good
    ~Desktop();

    // In the server's order, the primary one first; at least one.
    std::vector<WindowPlace> monitors() const;
    // Where the window itself is; of a window in full screen: where it goes back to.
    WindowPlace place(const sf::Window& window) const;
    // Without a window manager the window takes the place of its monitor itself.
    void setFullscreen(sf::Window& window, bool on);
    // A window that no monitor shows any more (one was taken away, or made smaller) goes to the first.
    void keepReachable(sf::Window& window);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// The place, or one like it on the first monitor where none shows enough of it to be taken hold of.
WindowPlace reachable(const WindowPlace& place, const std::vector<WindowPlace>& monitors);

}  // namespace viewer
