// SPDX-License-Identifier: Apache-2.0
#pragma once
// Handles what ends the program from outside: signals, which ask the window to close, and the loss of the X server,
// which no X call survives. Installed once, before the window opens. Main thread.

#include <functional>

namespace viewer {

// A file that grows over the process's limit is an error of that write, and not the program's end.
void reportSizeLimits();

// SIGTERM, SIGHUP and SIGINT from here on only ask; a second one of a kind ends at once.
void catchSignals();
bool asksToEnd();

// `last` runs when the X server is lost, on the thread that noticed, then the program ends with exit code 2. An empty
// function: only the latter.
void onServerLost(std::function<void()> last);

}  // namespace viewer
