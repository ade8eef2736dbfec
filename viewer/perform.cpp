#include "viewer/perform.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>

#include "viewer/app.hpp"
#include "viewer/bench/bench.hpp"
#include "viewer/cache_command.hpp"
#include "viewer/cli/check.hpp"
#include "viewer/ending.hpp"
#include "viewer/export/export_command.hpp"
#include "viewer/session/code_check.hpp"
#include "viewer/session/settings.hpp"

namespace viewer {
namespace {

int showMap(const CommandLine& commandLine, const Paths& paths) {
    const auto app = App::create(commandLine, paths);
    if (!app) return std::cerr << app.error().text << "\n", exit_code::kRefused;
    (*app)->run();
    return exit_code::kDone;
}

int checkFiles(const CommandLine& commandLine, const Paths& paths) {
    geodata::Link link(linkSettings(paths));
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

}  // namespace

int perform(const CommandLine& commandLine, const Paths& paths) {
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

}  // namespace viewer
