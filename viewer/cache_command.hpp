#pragma once
// `opsmap cache list|clear`: the prepared stores on disk. Main thread.

#include <filesystem>
#include <ostream>

#include "viewer/cli/command_line.hpp"

namespace viewer {

// Exit code 0; 2 where the folder cannot be read or emptied.
int runCache(const CommandLine& commandLine, const std::filesystem::path& folder, std::ostream& out, std::ostream& err);

}  // namespace viewer
