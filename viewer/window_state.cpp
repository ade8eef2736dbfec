#include "viewer/window_state.hpp"

#include <SFML/Window/VideoMode.hpp>
#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <memory>

namespace viewer {
namespace {

struct DisplayCloser {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

bool managed(Display* display) {
    Atom type = 0;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* value = nullptr;
    const Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
    const bool there = XGetWindowProperty(display, DefaultRootWindow(display), check, 0, 1, False, XA_WINDOW, &type, &format, &count, &left, &value) == 0 && count > 0;
    if (value != nullptr) XFree(value);
    return there;
}

void askManager(Display* display, ::Window window, bool on) {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = XInternAtom(display, "_NET_WM_STATE", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = on ? 1 : 0;
    event.xclient.data.l[1] = static_cast<long>(XInternAtom(display, "_NET_WM_STATE_FULLSCREEN", False));
    event.xclient.data.l[3] = 1;  // the request comes from an application
    XSendEvent(display, DefaultRootWindow(display), False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
}

}  // namespace

bool setFullscreen(sf::Window& window, bool on) {
    const std::unique_ptr<Display, DisplayCloser> display(XOpenDisplay(nullptr));
    if (!display) return false;
    if (managed(display.get())) {
        askManager(display.get(), window.getSystemHandle(), on);
    } else {
        const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
        const unsigned shrink = on ? 1 : 2;
        XMoveResizeWindow(display.get(), window.getSystemHandle(), 0, 0, desktop.width / shrink, desktop.height / shrink);
    }
    XFlush(display.get());
    return true;
}

}  // namespace viewer
