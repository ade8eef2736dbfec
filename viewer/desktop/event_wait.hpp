// SPDX-License-Identifier: Apache-2.0
#pragma once
// Waits until the X server has an event for the window. SFML can only poll, and each of its polls takes seventeen
// system calls. Needs the window's GL context; main thread.

#include <chrono>

namespace viewer {

// Returns early where an event is there, or a signal came.
void waitForEvents(std::chrono::milliseconds atMost);

}  // namespace viewer
