// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/cache_command.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <map>
#include <set>

#include "geodata/link/cache.hpp"
#include "layers/scene/units/unit_text.hpp"
#include "viewer/commands/export_command.hpp"
#include "viewer/desktop/exit_code.hpp"
#include "viewer/workspace/loaded_orbats.hpp"
#include "viewer/workspace/open_document.hpp"
#include "viewer/workspace/settings.hpp"
#include "viewer/workspace/time_table.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;

std::string dayOf(fs::file_time_type time) {
    const auto system = std::chrono::time_point_cast<std::chrono::seconds>(time - fs::file_time_type::clock::now() +
                                                                           std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%d %H:%M}", fmt::gmtime(std::chrono::system_clock::to_time_t(system)));
}

double megabytes(std::uintmax_t bytes) { return static_cast<double>(bytes) / 1e6; }

// The last used first; what is of no source is only counted.
int list(const Paths& paths, std::ostream& out) {
    const auto entries = geodata::cacheEntries(paths.cache);
    std::uintmax_t bytes = 0, otherBytes = 0;
    std::size_t others = 0;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        bytes += entry->bytes;
        if (entry->source.empty()) {
            otherBytes += entry->bytes;
            ++others;
            continue;
        }
        out << fmt::format("{:>10.1f} MB  {}  {}  {}\n", megabytes(entry->bytes), dayOf(entry->lastUsed), entry->source,
                           fmt::join(entry->layers, ", "));
    }
    out << fmt::format("{:>10.1f} MB  {} symbols and others\n", megabytes(otherBytes), others)
        << fmt::format("{:>10.1f} MB  of at most {:.0f} MB in {}\n", megabytes(bytes),
                       megabytes(settingsOf(paths, std::cerr).limits.cacheBytes), paths.cache.string());
    return exit_code::kDone;
}

int clear(const fs::path& folder, std::ostream& err) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        fs::remove_all(entry.path(), failed);
        if (failed) break;
    }
    if (!failed || failed == std::errc::no_such_file_or_directory) return exit_code::kDone;
    err << geodata::failure("Cannot empty the cache", geodata::quoted(folder.string()), failed.message()).text << "\n";
    return exit_code::kRefused;
}

// One line a source, however many layers show it.
void sayStores(const layers::Document& document, const Sources& sources, std::ostream& out) {
    std::set<std::string> said;
    for (const layers::LayerSpec& layer : document.layers) {
        const SourceState* state = sources.state(layer.id);
        if (state == nullptr || state->status != SourceStatus::ready) continue;
        const std::string line = fmt::format("{:>12} features  {:<8} {}\n", state->features,
                                             state->fromCache ? "there" : "made", layer.source.string());
        if (said.insert(line).second) out << line;
    }
}

// As the map asks for them by itself; other amplifiers and colours are made when they are first chosen.
std::size_t makeSymbols(const layers::Document& document, const layers::Contents& contents, const Paths& paths) {
    layers::SymbolFactory symbols({paths.milsymbol, paths.cache / "symbols", {}});
    LoadedOrbats tables;
    std::map<std::string, std::string> nameColumns;
    for (const layers::LayerSpec& layer : document.layers) nameColumns[layer.id] = layer.style.label.field;
    std::set<std::string> kinds;
    for (const LoadedOrbat& table : tables.of(document, contents))
        for (std::size_t unit = 0; unit < table.orbat->units.size(); ++unit) {
            const auto request =
                layers::requestOf(*table.orbat, unit,
                                  {.amplifiers = document.amplifiers.value_or(layers::Amplifiers::name),
                                   .colors = document.symbolColors.value_or(layers::SymbolColors::light),
                                   .shortNameColumn = nameColumns[table.layer]});
            symbols.find(request);
            kinds.insert(request.sidc);
        }
    symbols.waitUntilIdle();
    return kinds.size();
}

int add(const CommandLine& commandLine, const Paths& paths, std::ostream& out, std::ostream& err) {
    const auto started = std::chrono::steady_clock::now();
    const auto document = openDocument(commandLine.open, paths);
    if (!document) {
        err << document.error().text << "\n";
        return exit_code::kRefused;
    }
    geodata::Link link(linkSettings(paths, settingsOf(paths, err)));
    Sources sources(link);
    sources.open(**document);
    const layers::Document events = timelineDocument(**document);
    sources.open(events);
    sources.waitForAll();
    sayStores(**document, sources, out);
    sayStores(events, sources, out);
    const std::size_t symbols = makeSymbols(**document, sources.contents(), paths);
    out << fmt::format("{:>12} kinds of symbols\nready after {:.2f} s\n", symbols,
                       std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
    return reportProblems(**document, sources, err) > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace

int runCache(const CommandLine& commandLine, const Paths& paths, std::ostream& out, std::ostream& err) {
    if (paths.cache.empty()) {
        err << "There is no cache folder: HOME is not set.\n";
        return exit_code::kRefused;
    }
    switch (commandLine.action) {
        case ProgramAction::cacheAdd: return add(commandLine, paths, out, err);
        case ProgramAction::cacheClear: return clear(paths.cache, err);
        default: return list(paths, out);
    }
}

}  // namespace viewer
