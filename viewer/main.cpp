// The program `opsmap`: the command line to one of its actions, and the action's exit code.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <span>

#include "viewer/app.hpp"
#include "viewer/bench/bench.hpp"
#include "viewer/cache_command.hpp"
#include "viewer/cli/check.hpp"
#include "viewer/ending.hpp"
#include "viewer/export/export_command.hpp"
#include "viewer/session/code_check.hpp"
#include "viewer/session/settings.hpp"

namespace {

int show(const viewer::CommandLine& commandLine, const viewer::Paths& paths) {
    const auto app = viewer::App::create(commandLine, paths);
    if (!app) return std::cerr << app.error().text << "\n", viewer::exit_code::kRefused;
    (*app)->run();
    return viewer::exit_code::kDone;
}

int check(const viewer::CommandLine& commandLine, const viewer::Paths& paths) {
    geodata::Link link(viewer::linkSettings(paths));
    return viewer::runCheck(commandLine, {link, viewer::askingMilsymbol(paths.milsymbol)}, std::cout, std::cerr);
}

// With --verbose also what keeps the loader's children in on this machine, in the loader's own words.
int version(const viewer::CommandLine& commandLine, const viewer::Paths& paths) {
    std::cout << "opsmap " OPSMAP_VERSION "\n" << std::flush;
    if (!commandLine.verbose) return viewer::exit_code::kDone;
    const std::string loader = (paths.program / "opsmap-loader").string();
    execl(loader.c_str(), loader.c_str(), "--confinement", nullptr);
    std::cerr << geodata::failure("Cannot ask", geodata::quoted(loader), std::strerror(errno)).text << "\n";
    return viewer::exit_code::kRefused;
}

int perform(const viewer::CommandLine& commandLine, const viewer::Paths& paths) {
    using enum viewer::ProgramAction;
    switch (commandLine.action) {
        case show: return ::show(commandLine, paths);
        case exportPicture: viewer::catchSignals(); return viewer::runExport(commandLine, paths, std::cerr, viewer::asksToEnd);
        case check: return ::check(commandLine, paths);
        case bench: return viewer::runBench(commandLine, paths, std::cout, std::cerr);
        case cacheList:
        case cacheClear:
        case cacheAdd: return viewer::runCache(commandLine, paths, std::cout, std::cerr);
    }
    return viewer::exit_code::kRefused;
}

}  // namespace

int main(int argc, char** argv) {
    viewer::reportSizeLimits();
    const auto commandLine = viewer::parseCommandLine(std::span<const char* const>(argv + 1, static_cast<std::size_t>(argc - 1)));
    if (!commandLine) return std::cerr << commandLine.error().text << "\n", viewer::exit_code::kRefused;
    if (!commandLine->help.empty()) return std::cout << commandLine->help, 0;
    if (commandLine->version) return version(*commandLine, viewer::findPaths());
    return perform(*commandLine, viewer::findPaths());
}
