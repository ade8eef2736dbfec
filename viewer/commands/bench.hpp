// SPDX-License-Identifier: Apache-2.0
#pragma once
// `opsmap bench`: starts as the window does, waits for the complete picture and flies over the data in a window of
// its own. It reports times, frame-time percentiles, tiles, overdraw and memory; compare figures of one run only.
// Main thread.

#include <ostream>

#include "viewer/cli/command_line.hpp"
#include "viewer/workspace/paths.hpp"

namespace viewer {

// Exit code: 0 done; 1 done with something left out, which `err` names; 2 refused.
int runBench(const CommandLine& commandLine, const Paths& paths, std::ostream& out, std::ostream& err);

}  // namespace viewer
