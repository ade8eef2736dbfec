// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/run_command_line.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>

#include "viewer/app/app.hpp"
#include "viewer/commands/bench.hpp"
#include "viewer/commands/cache_command.hpp"
#include "viewer/commands/check.hpp"
#include "viewer/commands/export_command.hpp"
#include "viewer/desktop/exit_code.hpp"
#include "viewer/desktop/signals.hpp"
#include "viewer/workspace/code_check.hpp"
#include "viewer/workspace/settings.hpp"

namespace viewer {
namespace {

int showMap(const CommandLine& commandLine, const Paths& paths) {
    const auto app = App::create(commandLine.open, commandLine.window, paths);
    if (!app) {
        std::cerr << app.error().text << "\n";
        return exit_code::kRefused;
    }
    (*app)->run();
    return exit_code::kDone;
}

int checkFiles(const CommandLine& commandLine, const Paths& paths) {
    geodata::Link link(linkSettings(paths, settingsOf(paths, std::cerr)));
    return runCheck(commandLine, {link, askingMilsymbol(paths.milsymbol)}, std::cout, std::cerr);
}

// With --verbose also what keeps the loader's children in on this machine, in the loader's own words.
int version(const CommandLine& commandLine, const Paths& paths) {
    std::cout << "opsmap " OPSMAP_VERSION "\n" << std::flush;
    if (!commandLine.verbose) return exit_code::kDone;
    const std::string loader = (paths.program / "opsmap-loader").string();
    execl(loader.c_str(), loader.c_str(), "--confinement", nullptr);
    std::cerr << geodata::failure("Cannot ask", geodata::quoted(loader), std::strerror(errno)).text << "\n";
    return exit_code::kRefused;
}

// What was to be said and did not reach its reader is not said.
int flushed(int code) {
    std::cout.flush();
    if (std::cout) return code;
    std::cerr << "Cannot write to standard output: the disk is full, or its reader has gone.\n";
    return exit_code::kRefused;
}

int run(const CommandLine& commandLine, const Paths& paths) {
    using enum ProgramAction;
    if (commandLine.version) return version(commandLine, paths);
    switch (commandLine.action) {
        case show: return showMap(commandLine, paths);
        case exportPicture: catchSignals(); return runExport(commandLine, paths, std::cerr, asksToEnd);
        case check: return checkFiles(commandLine, paths);
        case bench: return runBench(commandLine, paths, std::cout, std::cerr);
        case cacheList:
        case cacheClear:
        case cacheAdd: return runCache(commandLine, paths, std::cout, std::cerr);
    }
    return exit_code::kRefused;
}

}  // namespace

int runCommandLine(const CommandLine& commandLine, const Paths& paths) { return flushed(run(commandLine, paths)); }

}  // namespace viewer
