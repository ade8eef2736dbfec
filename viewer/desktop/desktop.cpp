// SPDX-License-Identifier: Apache-2.0
#include "viewer/desktop/desktop.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>
#undef Status

#include <algorithm>
#include <optional>

#include "layers/gpu/display_closer.hpp"

namespace viewer {

struct Desktop::State {
    std::unique_ptr<Display, layers::DisplayCloser> display{XOpenDisplay(nullptr)};
    std::optional<WindowPlace> before;  // of full screen

    bool managed() const;
    void askManager(::Window window, bool on) const;
    void put(::Window window, const WindowPlace& place) const;
};

namespace {

constexpr int kHoldPx = 64;  // of a window that one can still take hold of

// Sides of what both have.
layers::ScreenSize shared(const WindowPlace& a, const WindowPlace& b) {
    return {std::min(a.x + a.size.width, b.x + b.size.width) - std::max(a.x, b.x),
            std::min(a.y + a.size.height, b.y + b.size.height) - std::max(a.y, b.y)};
}

bool shows(const WindowPlace& monitor, const WindowPlace& window) {
    const layers::ScreenSize part = shared(monitor, window);
    return part.width >= std::min(kHoldPx, window.size.width) && part.height >= std::min(kHoldPx, window.size.height) &&
           window.y >= monitor.y;
}

WindowPlace monitorOf(const WindowPlace& window, const std::vector<WindowPlace>& monitors) {
    const auto area = [&](const WindowPlace& monitor) {
        const layers::ScreenSize part = shared(monitor, window);
        return static_cast<long>(std::max(0, part.width)) * std::max(0, part.height);
    };
    return *std::ranges::max_element(monitors, {}, area);
}

WindowPlace placeNow(const sf::Window& window) {
    const sf::Vector2i at = window.getPosition();
    return {at.x, at.y, {static_cast<int>(window.getSize().x), static_cast<int>(window.getSize().y)}};
}

}  // namespace

WindowPlace reachable(const WindowPlace& place, const std::vector<WindowPlace>& monitors) {
    if (std::ranges::any_of(monitors, [&](const WindowPlace& monitor) { return shows(monitor, place); })) return place;
    const WindowPlace& first = monitors.front();
    const layers::ScreenSize size{std::min(place.size.width, first.size.width),
                                  std::min(place.size.height, first.size.height)};
    return {first.x + (first.size.width - size.width) / 2, first.y + (first.size.height - size.height) / 2, size};
}

bool Desktop::State::managed() const {
    Atom type = 0;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* value = nullptr;
    const Atom check = XInternAtom(display.get(), "_NET_SUPPORTING_WM_CHECK", False);
    const bool there = XGetWindowProperty(display.get(), DefaultRootWindow(display.get()), check, 0, 1, False,
                                          XA_WINDOW, &type, &format, &count, &left, &value) == 0 &&
                       count > 0;
    if (value != nullptr) XFree(value);
    return there;
}

void Desktop::State::askManager(::Window window, bool on) const {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = XInternAtom(display.get(), "_NET_WM_STATE", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = on ? 1 : 0;
    event.xclient.data.l[1] = static_cast<long>(XInternAtom(display.get(), "_NET_WM_STATE_FULLSCREEN", False));
    event.xclient.data.l[3] = 1;  // the request comes from an application
    XSendEvent(display.get(), DefaultRootWindow(display.get()), False,
               SubstructureRedirectMask | SubstructureNotifyMask, &event);
    XFlush(display.get());
}

void Desktop::State::put(::Window window, const WindowPlace& place) const {
    XMoveResizeWindow(display.get(), window, place.x, place.y, static_cast<unsigned>(place.size.width),
                      static_cast<unsigned>(place.size.height));
    XFlush(display.get());
}

Desktop::Desktop() : m_state(std::make_unique<State>()) {}
Desktop::~Desktop() = default;

std::vector<WindowPlace> Desktop::monitors() const {
    Display* display = m_state->display.get();
    int count = 0;
    XRRMonitorInfo* found = XRRGetMonitors(display, DefaultRootWindow(display), True, &count);
    std::vector<WindowPlace> places;
    for (int i = 0; i < count; ++i) {
        const WindowPlace place{found[i].x, found[i].y, {found[i].width, found[i].height}};
        places.insert(found[i].primary ? places.begin() : places.end(), place);
    }
    if (found != nullptr) XRRFreeMonitors(found);
    if (!places.empty()) return places;
    XWindowAttributes root{};  // a server without RandR: one screen
    XGetWindowAttributes(display, DefaultRootWindow(display), &root);
    return {{0, 0, {root.width, root.height}}};
}

WindowPlace Desktop::place(const sf::Window& window) const { return m_state->before.value_or(placeNow(window)); }

void Desktop::setFullscreen(sf::Window& window, bool on) {
    const WindowPlace now = placeNow(window), before = m_state->before.value_or(now);
    m_state->before = on ? std::optional(before) : std::nullopt;
    if (m_state->managed()) m_state->askManager(window.getSystemHandle(), on);
    else m_state->put(window.getSystemHandle(), on ? monitorOf(now, monitors()) : before);
}

void Desktop::keepReachable(sf::Window& window) {
    const auto there = monitors();
    const WindowPlace now = placeNow(window),
                      wanted = m_state->before && !m_state->managed() ? monitorOf(now, there) : reachable(now, there);
    if (!(wanted == now)) m_state->put(window.getSystemHandle(), wanted);
}

}  // namespace viewer
