// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/settings.hpp"

#include <ostream>

#include "geodata/store/own_files.hpp"
#include "layers/area/preset_reader.hpp"

namespace viewer {
namespace {

constexpr std::size_t kMostBytes = 1U << 20U;

using geodata::LinkLimits;

void readLimits(const layers::TomlNode& table, layers::Problems& problems, LinkLimits& limits) {
    layers::TableReader in(table, "[limits]", problems);
    double megabytes = static_cast<double>(limits.memoryBytes >> 20U),
           cacheMegabytes = static_cast<double>(limits.cacheBytes >> 20U);
    in.number("memory_mb", {256, 1 << 20}, megabytes);
    in.number("no_progress_s", {1, 86400}, limits.noProgressS);
    in.number("total_s", {1, 86400}, limits.totalS);
    double kilobytes = static_cast<double>(limits.textBytes >> 10U), features = static_cast<double>(limits.features);
    in.number("features", {1, 1e12}, features);
    in.number("text_kb", {1, 1 << 20}, kilobytes);
    in.number("zip_ratio", {1, 1e6}, limits.zipRatio);
    in.number("cache_mb", {0, 1 << 24}, cacheMegabytes);
    in.finish();
    limits.memoryBytes = static_cast<std::uint64_t>(megabytes) << 20U;
    limits.features = static_cast<std::uint64_t>(features);
    limits.textBytes = static_cast<std::uint64_t>(kilobytes) << 10U;
    limits.cacheBytes = static_cast<std::uint64_t>(cacheMegabytes) << 20U;
}

}  // namespace

geodata::Result<Settings> readSettings(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return Settings{};
    const auto text = geodata::readRegular(file, kMostBytes);
    if (!text)
        return geodata::failure("Cannot read the settings", geodata::quoted(file.string()),
                                "it is no readable file of at most 1 MB");
    layers::Problems problems(file, "the settings");
    Settings settings;
    const auto parsed = layers::parseToml(*text);
    if (const auto* fault = std::get_if<layers::TomlFault>(&parsed)) {
        problems.add(fault->place, fault->reason);
    } else {
        layers::TableReader root(std::get<layers::TomlNode>(parsed), "the file", problems);
        const layers::TomlNode* limits = root.find("limits");
        if (limits != nullptr && limits->kind == layers::TomlNode::Kind::table)
            readLimits(*limits, problems, settings.limits);
        else if (limits != nullptr)
            problems.add(limits->place, "\"limits\" must be a table", "Write [limits] above its keys.");
        settings.presets = layers::readPresets(root, problems);
        root.finish();
    }
    if (!problems.empty()) return problems.error();
    return settings;
}

Settings settingsOf(const Paths& paths, std::ostream& err) {
    if (paths.config.empty()) return {};
    auto settings = readSettings(paths.config / "settings.toml");
    if (settings) return std::move(*settings);
    err << settings.error().text << "\n";
    return {};
}

geodata::LinkSettings linkSettings(const Paths& paths, const Settings& settings) {
    return {.loaderProgram = {}, .cacheFolder = paths.cache, .limits = settings.limits, .wake = {}};
}

layers::SceneSettings sceneSettings(const Paths& paths, const std::filesystem::path& shaderFolder) {
    return {.shaderFolder = shaderFolder,
            .fontFolder = paths.fonts,
            .milsymbolFile = paths.milsymbol,
            .symbolCache = paths.cache.empty() ? paths.cache : paths.cache / "symbols",
            .wake = {},
            .magneticFolder = paths.magnetic};
}

}  // namespace viewer
