// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/map_window.hpp"

#include <SFML/System/Err.hpp>
#include <SFML/Window/VideoMode.hpp>
#include <fmt/format.h>

#include "layers/gpu/virtual_display.hpp"

namespace viewer {
namespace {

constexpr double kLookEveryS = 1;

WindowPlace centred(const WindowPlace& monitor, layers::ScreenSize size) {
    return {monitor.x + (monitor.size.width - size.width) / 2, monitor.y + (monitor.size.height - size.height) / 2,
            size};
}

}  // namespace

MapWindow::Place MapWindow::firstPlace(const WindowRequest& request, const std::optional<layers::ScreenSize>& size,
                                       const std::optional<WindowPlace>& last) const {
    const auto monitors = m_desktop.monitors();
    const int wanted = request.monitor, count = static_cast<int>(monitors.size());
    if (wanted == 0 && !size && last) return {reachable(*last, monitors), {}};
    const WindowPlace& monitor = monitors[wanted > 0 && wanted <= count ? static_cast<std::size_t>(wanted - 1) : 0];
    Place first{centred(monitor, size.value_or(monitor.size)), {}};
    if (wanted > count)
        first.remark = fmt::format("There is no monitor {}: {}. The first is used.", wanted,
                                   count == 1 ? "there is one" : fmt::format("there are {}", count));
    return first;
}

geodata::Status MapWindow::open(const WindowPlace& place, const std::string& title) {
    sf::err().rdbuf(nullptr);  // SFML's own remarks (no vertical sync here, …) are not for the user's terminal
    const sf::VideoMode mode(static_cast<unsigned>(place.size.width), static_cast<unsigned>(place.size.height));
    m_window = std::make_unique<sf::Window>(mode, sf::String::fromUtf8(title.begin(), title.end()));
    const sf::ContextSettings& settings = m_window->getSettings();
    if (const auto failed = layers::probeDriver({settings.majorVersion, settings.minorVersion})) return *failed;
    m_window->setPosition({place.x, place.y});  // SFML 2.5 centres with the screen's sides swapped
    m_window->setVerticalSyncEnabled(true);
    m_window->setKeyRepeatEnabled(true);
    m_place = place;
    return {};
}

layers::ScreenSize MapWindow::size() const {
    return {static_cast<int>(m_window->getSize().x), static_cast<int>(m_window->getSize().y)};
}

void MapWindow::setFullscreen(bool on) {
    m_fullscreen = on;
    m_desktop.setFullscreen(*m_window, on);
}

bool MapWindow::keepReachable(double nowS) {
    if (nowS < m_nextLookS || !isOpen()) return false;
    m_nextLookS = nowS + kLookEveryS;
    m_desktop.keepReachable(*m_window);
    m_place = m_desktop.place(*m_window);
    return true;
}

}  // namespace viewer
