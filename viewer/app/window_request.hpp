// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the command line asks of the window itself. A value; any thread.

#include "viewer/workspace/source_watch.hpp"

namespace viewer {

struct WindowRequest {
    bool fullscreen = false;
    int monitor = 0;  // from 1; 0: where the window was, or the first
    ReloadPolicy reload = ReloadPolicy::automatic;
    bool verbose = false;  // says at the end how long frames took
};

}  // namespace viewer
