// SPDX-License-Identifier: Apache-2.0
#include "viewer/desktop/event_wait.hpp"

#include <GL/glx.h>
#include <poll.h>

#include <thread>
#include <utility>

namespace viewer {

// SFML does not give its connection away, but the context is current on it. Events of no window of SFML's, such as a
// new keyboard mapping, stay in the queue for good: they do not count again.
void waitForEvents(std::chrono::milliseconds atMost) {
    static int left = 0;
    Display* display = glXGetCurrentDisplay();
    if (display == nullptr) return std::this_thread::sleep_for(atMost);
    const int queued = XEventsQueued(display, QueuedAlready);
    const bool isNew = queued > std::exchange(left, queued);
    if (isNew) return;
    pollfd connection{ConnectionNumber(display), POLLIN, 0};
    ::poll(&connection, 1, static_cast<int>(atMost.count()));
}

}  // namespace viewer
