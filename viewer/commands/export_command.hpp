// SPDX-License-Identifier: Apache-2.0
#pragma once
// `opsmap export`: draws an area or files to a picture through the window's drawing path, without a display. Main
// thread.

#include <functional>
#include <ostream>

#include "viewer/cli/command_line.hpp"
#include "viewer/workspace/paths.hpp"
#include "viewer/workspace/sources.hpp"

namespace viewer {

// Exit code: 0 done; 1 done with something left out, which `err` names; 2 refused. Big pictures say on `err` how far
// they are; `cancelled` is asked between strips, and a picture that is given up leaves nothing behind.
int runExport(const CommandLine& commandLine, const Paths& paths, std::ostream& err,
              const std::function<bool()>& cancelled = {});

// One sentence per layer that was not read or not wholly, each source once; returns how many.
int reportProblems(const layers::Document& document, const Sources& sources, std::ostream& err);

}  // namespace viewer
