// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/check_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "geodata/result/overloaded.hpp"
#include "layers/orbat/orbat.hpp"
#include "layers/orbat/symbol_code.hpp"
#include "viewer/commands/json_text.hpp"
#include "viewer/desktop/exit_code.hpp"
#include "viewer/workspace/outside_area.hpp"
#include "viewer/workspace/time_table.hpp"

namespace viewer {
namespace {

using geodata::LoadFailure;
using geodata::Overloaded;
namespace event = geodata::load_event;

constexpr const char* kAreaDriver = "opsmap area";

CheckedLayer described(const std::string& name, const geodata::Store& store) {
    const geodata::StoreInfo& info = store.info();
    return {name, info.driver, store.size(), {}, info.extent, info.sourceCrs, info.warnings};
}

// None: it is no table of units.
layers::OrbatPtr unitsOf(const geodata::Store& store, const std::optional<UnitCheck>& units) {
    if (!units || (!units->certain && !layers::holdsUnits(store))) return nullptr;
    return std::make_shared<const layers::Orbat>(layers::buildOrbat(store, units->columns));
}

void addFindings(CheckedLayer& layer, const layers::Orbat& orbat, const UnitCheck& units) {
    layer.withoutPosition = static_cast<std::uint64_t>(
        std::ranges::count_if(orbat.units, [](const layers::Unit& unit) { return !unit.position; }));
    if (units.whole) std::ranges::copy(orbat.warnings, std::back_inserter(layer.warnings));
    if (units.knows)
        std::ranges::move(layers::codeFindings(orbat, units.knows).warnings, std::back_inserter(layer.warnings));
}

int exitCodeOf(LoadFailure cause) {
    switch (cause) {
        case LoadFailure::crashed: return exit_code::kCrashed;
        case LoadFailure::tooSlow: return exit_code::kTooSlow;
        case LoadFailure::outOfMemory: return exit_code::kOutOfMemory;
        case LoadFailure::refused:
        case LoadFailure::cancelled: break;
    }
    return exit_code::kRefused;
}

std::vector<CheckedLayer> layersOf(const CheckedFile& file) {
    std::vector<CheckedLayer> all;
    for (const CheckedSource& source : file.sources) {
        auto some = source.layers();
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

// The file's own failure first, then those of its sources with the layer they are of.
std::vector<CheckFailure> failuresOf(const CheckedFile& file) {
    std::vector<CheckFailure> all;
    if (file.failure) all.push_back(*file.failure);
    for (const CheckedSource& source : file.sources) {
        if (!source.failure()) continue;
        all.push_back(*source.failure());
        if (!source.areaLayer().empty())
            all.back().reason = fmt::format("layer \"{}\": {}", source.areaLayer(), all.back().reason);
    }
    return all;
}

std::string driverOf(const CheckedFile& file, const std::vector<CheckedLayer>& layers) {
    if (file.isArea) return file.failure ? "" : kAreaDriver;
    return layers.empty() ? "" : layers.front().driver;
}

std::string extentText(const std::optional<geodata::LonLatBox>& extent) {
    if (!extent) return "no positions";
    return fmt::format("{:.5f},{:.5f},{:.5f},{:.5f}", extent->west, extent->south, extent->east, extent->north);
}

// Names come from files: a newline or an escape sequence in one must not reach the terminal.
std::string shown(std::string_view text) {
    const std::string inQuotes = geodata::quoted(text);
    return inQuotes.substr(1, inQuotes.size() - 2);
}

std::string jsonExtent(const std::optional<geodata::LonLatBox>& extent) {
    if (!extent) return "null";
    return fmt::format("[{},{},{},{}]", jsonNumber(extent->west), jsonNumber(extent->south), jsonNumber(extent->east),
                       jsonNumber(extent->north));
}

std::string jsonWarnings(const std::vector<geodata::Warning>& warnings) {
    std::vector<std::string> texts;
    for (const geodata::Warning& warning : warnings) texts.push_back(jsonString(warning.text));
    return fmt::format("[{}]", fmt::join(texts, ","));
}

std::string jsonLayer(const CheckedLayer& layer) {
    const std::string unplaced =
        layer.withoutPosition ? fmt::format(R"("without_position":{},)", *layer.withoutPosition) : "";
    return fmt::format(R"({{"name":{},"features":{},{}"extent_4326":{},"crs":{},"warnings":{}}})",
                       jsonString(layer.name), layer.features, unplaced, jsonExtent(layer.extent),
                       jsonString(layer.crs), jsonWarnings(layer.warnings));
}

}  // namespace

CheckedLayer& CheckedSource::partOf(const std::string& layer, const geodata::Store& store) {
    const auto found = std::ranges::find(m_partial, layer, &CheckedLayer::name);
    if (found != m_partial.end()) return *found;
    m_partial.push_back(described(layer, store));
    m_partial.back().features = 0;
    return m_partial.back();
}

void CheckedSource::take(const geodata::LoadEvent& taken) {
    std::visit(Overloaded{[](const event::Progress&) {},
                          [&](const event::Preview& e) { partOf(e.layer, *e.store).features += e.store->size(); },
                          [&](const event::Finished& e) {
                              std::erase_if(m_partial, [&](const CheckedLayer& part) { return part.name == e.layer; });
                              m_finished.push_back(described(e.layer, *e.store));
                              if (m_areaLayer == kTimelineSource)  // events need dates, not places
                                  m_finished.back().warnings = layers::readTimeline(*e.store).warnings;
                              if (const auto outside = outsideArea(m_home, *e.store))
                                  m_finished.back().warnings.push_back(*outside);
                              if (auto orbat = unitsOf(*e.store, m_units)) {
                                  addFindings(m_finished.back(), *orbat, *m_units);
                                  m_tables.push_back({e.layer, std::move(orbat)});
                              } else if (const auto codes =
                                             m_areaLayer.empty() ? layers::unnamedCodes(*e.store) : std::nullopt) {
                                  m_finished.back().warnings.push_back(*codes);
                              }
                          },
                          [&](const event::Done&) { m_done = true; },
                          [&](const event::Failed& e) {
                              m_failure = CheckFailure{e.cause, e.error.text};
                              m_done = true;
                          }},
               taken.what);
}

std::vector<layers::OrbatPtr> CheckedSource::orbats() const {
    std::vector<layers::OrbatPtr> all;
    for (const Table& table : m_tables) all.push_back(table.orbat);
    return all;
}

void CheckedSource::nameOrphans(std::span<const layers::OrbatPtr> others) {
    if (!m_units || !m_units->whole) return;
    for (const Table& table : m_tables)
        if (auto orphans = layers::orphansOf(*table.orbat, others))
            std::ranges::find(m_finished, table.layer, &CheckedLayer::name)->warnings.push_back(std::move(*orphans));
}

std::vector<CheckedLayer> CheckedSource::layers() const {
    std::vector<CheckedLayer> all = m_finished;
    for (const CheckedLayer& part : m_partial) {
        if (!m_failure) break;
        all.push_back(part);
        all.back().warnings.push_back({fmt::format("Reading stopped after {} features.", part.features)});
    }
    if (m_areaLayer.empty()) return all;
    const std::string shown = m_areaLayer == kTimelineSource ? "timeline" : m_areaLayer;
    for (CheckedLayer& layer : all) layer.name = all.size() == 1 ? shown : shown + "/" + layer.name;
    return all;
}

void nameOrphans(CheckedFile& file) {
    std::vector<layers::OrbatPtr> all;
    for (const CheckedSource& source : file.sources) std::ranges::move(source.orbats(), std::back_inserter(all));
    for (CheckedSource& source : file.sources) source.nameOrphans(all);
}

std::string humanText(const CheckedFile& file) {
    const auto layers = layersOf(file);
    std::string out =
        fmt::format("{}: {}\n", shown(file.file), layers.empty() ? "nothing was read" : shown(driverOf(file, layers)));
    for (const CheckedLayer& layer : layers) {
        const std::string unplaced =
            layer.withoutPosition.value_or(0) > 0 ? fmt::format(" ({} without position)", *layer.withoutPosition) : "";
        out += fmt::format("  {}: {}, {} features{}, {}, {}\n", shown(layer.name), shown(layer.driver), layer.features,
                           unplaced, extentText(layer.extent), shown(layer.crs));
        for (const geodata::Warning& warning : layer.warnings) out += fmt::format("    {}\n", warning.text);
    }
    return out;
}

std::string jsonLine(const CheckedFile& file) {
    const auto layers = layersOf(file);
    const std::string driver = driverOf(file, layers);
    std::vector<std::string> texts;
    for (const CheckedLayer& layer : layers) texts.push_back(jsonLayer(layer));
    return fmt::format(R"({{"file":{},"driver":{},"layers":[{}]}})", jsonString(file.file),
                       driver.empty() ? "null" : jsonString(driver), fmt::join(texts, ","));
}

std::string complaints(const CheckedFile& file) {
    std::string out;
    for (const CheckFailure& failure : failuresOf(file))
        out += fmt::format("{}: refused: {}\n", shown(file.file), failure.reason);
    for (const CheckedLayer& layer : layersOf(file))
        for (const geodata::Warning& warning : layer.warnings)
            out += fmt::format("{}: left out: layer \"{}\": {}\n", shown(file.file), shown(layer.name), warning.text);
    return out;
}

int exitCodeOf(const CheckedFile& file) {
    int code = exit_code::kDone;
    for (const CheckedLayer& layer : layersOf(file))
        if (!layer.warnings.empty()) code = exit_code::kLeftOut;
    for (const CheckFailure& failure : failuresOf(file)) code = std::max(code, exitCodeOf(failure.cause));
    return code;
}

}  // namespace viewer
