// SPDX-License-Identifier: Apache-2.0
#pragma once
// Loads one source through the Link and the real opsmap-loader, to its end.

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <optional>

#include "geodata/link/link.hpp"

namespace geodata {

inline const std::filesystem::path kSamples = std::filesystem::path(OPSMAP_SOURCE_DIR) / "tests" / "data";

inline LoadRequest requestOf(const std::filesystem::path& path) {
    LoadRequest request;
    request.path = path;
    return request;
}

struct LinkedLoad {
    std::map<std::string, std::shared_ptr<const Store>> layers;  // final ones
    std::size_t previewed = 0;                                   // features that came while reading
    std::optional<load_event::Failed> failed;
};

inline LinkedLoad loadLinked(LoadRequest request, LinkLimits limits = {}) {
    request.useCache = false;
    if (request.mapCrs.empty()) request.mapCrs = "EPSG:32636";
    Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = limits, .wake = {}});
    const LoadId id = link.start(request);
    LinkedLoad load;
    for (int turn = 0; turn < 120; ++turn)
        for (const LoadEvent& event : link.wait(1)) {
            if (event.id != id) continue;
            if (const auto* preview = std::get_if<load_event::Preview>(&event.what))
                load.previewed += preview->store->size();
            if (const auto* finished = std::get_if<load_event::Finished>(&event.what))
                load.layers[finished->layer] = finished->store;
            if (const auto* failed = std::get_if<load_event::Failed>(&event.what)) load.failed = *failed;
            if (load.failed || std::holds_alternative<load_event::Done>(event.what)) return load;
        }
    FAIL("the load did not end");
    return load;
}

inline LinkedLoad loadSample(const std::string& name, LoadRequest request = {}) {
    request.path = kSamples / name;
    return loadLinked(request);
}

}  // namespace geodata
