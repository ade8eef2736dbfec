// SPDX-License-Identifier: Apache-2.0
// The program `opsmap`: the command line to one of its actions, and the action's exit code.
#include <iostream>
#include <span>

#include "viewer/cli/command_line.hpp"
#include "viewer/commands/run_command_line.hpp"
#include "viewer/desktop/exit_code.hpp"
#include "viewer/desktop/signals.hpp"

int main(int argc, char** argv) {
    viewer::reportSizeLimits();
    const auto commandLine =
        viewer::parseCommandLine(std::span<const char* const>(argv + 1, static_cast<std::size_t>(argc - 1)));
    if (!commandLine) {
        std::cerr << commandLine.error().text << "\n";
        return viewer::exit_code::kRefused;
    }
    if (!commandLine->help.empty()) {
        std::cout << commandLine->help << std::flush;
        return std::cout ? viewer::exit_code::kDone : viewer::exit_code::kRefused;
    }
    return viewer::runCommandLine(*commandLine, viewer::findPaths());
}
