// SPDX-License-Identifier: Apache-2.0
#include "viewer/desktop/event_wait.hpp"

#include <GL/glx.h>
#include <poll.h>

#include <thread>

namespace viewer {

// SFML does not give its connection away, but the context is current on it.
void waitForEvents(std::chrono::milliseconds atMost) {
    Display* display = glXGetCurrentDisplay();
    if (display == nullptr) return std::this_thread::sleep_for(atMost);
    if (XEventsQueued(display, QueuedAlready) > 0) return;
    pollfd connection{ConnectionNumber(display), POLLIN, 0};
    ::poll(&connection, 1, static_cast<int>(atMost.count()));
}

}  // namespace viewer
