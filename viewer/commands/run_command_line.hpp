// SPDX-License-Identifier: Apache-2.0
#pragma once
// Runs a parsed command line: one function from the action to its exit code. Main thread.

#include "viewer/cli/command_line.hpp"
#include "viewer/workspace/paths.hpp"

namespace viewer {

int runCommandLine(const CommandLine& commandLine, const Paths& paths);

}  // namespace viewer
