#pragma once
// `opsmap bench`: a fixed flight over the data, drawn without a window: times to the first frame and to everything
// loaded, frame-time percentiles, peak memory. Figures mean something only beside others of the same run. Main thread.

#include <ostream>

#include "viewer/cli/command_line.hpp"
#include "viewer/session/paths.hpp"

namespace viewer {

int runBench(const CommandLine& commandLine, const Paths& paths, std::ostream& out, std::ostream& err);

}  // namespace viewer
