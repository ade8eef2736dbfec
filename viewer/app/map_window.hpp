// SPDX-License-Identifier: Apache-2.0
#pragma once
// The window on the desktop: where it opens, its full screen, its place on the monitors, and its closing. Main thread.

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Window.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "geodata/result/result.hpp"
#include "viewer/app/window_request.hpp"
#include "viewer/desktop/desktop.hpp"

namespace viewer {

class MapWindow {
public:
    struct Place {
        WindowPlace place;
        std::string remark;  // what was asked for and cannot be had; empty: nothing
    };
    // The monitor and size that are asked for, then where the window was last, then the whole first monitor.
    Place firstPlace(const WindowRequest& request, const std::optional<layers::ScreenSize>& size,
                     const std::optional<WindowPlace>& last) const;
    geodata::Status open(const WindowPlace& place, const std::string& title);

    sf::Window& window() { return *m_window; }
    bool isOpen() const { return m_window && m_window->isOpen(); }
    layers::ScreenSize size() const;
    void setFullscreen(bool on);
    bool fullscreen() const { return m_fullscreen; }
    void close() { m_window->close(); }
    // Something must be finished first; true: that was asked for before.
    bool closeLater() { return std::exchange(m_closesLater, true); }
    bool closesLater() const { return m_closesLater; }
    // Once a second: a window that no monitor shows any more goes to the first. True: it was looked at.
    bool keepReachable(double nowS);
    const std::optional<WindowPlace>& place() const { return m_place; }

private:
    Desktop m_desktop;
    std::unique_ptr<sf::Window> m_window;
    std::optional<WindowPlace> m_place;
    double m_nextLookS = 0;
    bool m_fullscreen = false, m_closesLater = false;
};

}  // namespace viewer
