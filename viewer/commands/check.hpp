// SPDX-License-Identifier: Apache-2.0
#pragma once
// `opsmap check`: opens everything, draws nothing and reports per layer what was found. It needs no display and no
// GL. Main thread.

#include <iosfwd>

#include "geodata/link/link.hpp"
#include "layers/orbat/symbol_code.hpp"
#include "viewer/cli/command_line.hpp"

namespace viewer {

struct CheckMeans {
    geodata::Link& link;
    layers::CodeKnowledge knows;  // which symbol codes there are
};

// Layers go to `out` (lines, or with --json one object per file and line), refusals and what was left out to `err`.
// Returns the exit code. The cache is not asked: what is checked is the files.
int runCheck(const CommandLine& line, const CheckMeans& means, std::ostream& out, std::ostream& err);

}  // namespace viewer
