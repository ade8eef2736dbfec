#pragma once
// Rest until the X server has something for the window. SFML can only ask again and again, and each of its questions is
// seventeen calls of the system. Main thread, the window's GL context current.

#include <chrono>

namespace viewer {

// Returns early where an event is there, or a signal came.
void waitForEvents(std::chrono::milliseconds atMost);

}  // namespace viewer
