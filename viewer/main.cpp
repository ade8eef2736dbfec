// The program `opsmap`: the command line to one of its actions, and the action's exit code.
#include <iostream>
#include <span>

#include "viewer/ending.hpp"
#include "viewer/perform.hpp"

int main(int argc, char** argv) {
    viewer::reportSizeLimits();
    const auto commandLine = viewer::parseCommandLine(std::span<const char* const>(argv + 1, static_cast<std::size_t>(argc - 1)));
    if (!commandLine) return std::cerr << commandLine.error().text << "\n", viewer::exit_code::kRefused;
    if (!commandLine->help.empty()) return std::cout << commandLine->help, 0;
    return viewer::perform(*commandLine, viewer::findPaths());
}
