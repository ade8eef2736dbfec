// SPDX-License-Identifier: Apache-2.0
#pragma once
// `opsmap cache list|clear|add`: the prepared stores and symbols on disk. Main thread.

#include <filesystem>
#include <ostream>

#include "viewer/cli/command_line.hpp"
#include "viewer/workspace/paths.hpp"

namespace viewer {

// Exit code 0; 1 where a source was not read, or not wholly; 2 where the folder cannot be read or emptied.
int runCache(const CommandLine& commandLine, const Paths& paths, std::ostream& out, std::ostream& err);

}  // namespace viewer
