// SPDX-License-Identifier: Apache-2.0
#pragma once
// Runs loadSource in the test's own process and keeps its opened stores and its error.

#include <unistd.h>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "geodata/load/load_source.hpp"
#include "geodata/source/drivers.hpp"
#include "geodata/store/store.hpp"

namespace geodata {

inline const std::filesystem::path kSamples = std::filesystem::path(OPSMAP_SOURCE_DIR) / "tests" / "data";

struct LoadedSource {
    std::map<std::string, std::shared_ptr<const Store>> layers;
    std::size_t previewed = 0;
    std::string error;

    // The only layer's warnings, one a line.
    std::string warnings() const {
        std::string all;
        for (const auto& [name, store] : layers)
            for (const Warning& warning : store->info().warnings) all += warning.text + "\n";
        return all;
    }
};

inline LoadRequest requestFor(const std::filesystem::path& file, const std::string& mapCrs = "EPSG:32636") {
    LoadRequest request;
    request.path = file;
    request.mapCrs = mapCrs;
    return request;
}

inline LoadedSource loaded(const LoadRequest& request) {
    static const bool registered = (registerDrivers(), true);
    OPSMAP_CHECK(registered);
    LoadedSource out;
    const LoadSink sink{[](const auto&, auto, auto) {},
                        [&](const std::string& layer, std::vector<std::byte> bytes, bool final) {
                            auto store = Store::open(ownedBytes(std::move(bytes)));
                            REQUIRE(store);
                            if (final) out.layers[layer] = *store;
                            else out.previewed += (*store)->size();
                        }};
    const auto count = loadSource(request, sink);
    if (!count) out.error = count.error().text;
    return out;
}

inline std::filesystem::path writtenFile(const std::string& name, const std::string& content) {
    const auto folder = std::filesystem::temp_directory_path() / ("opsmap-load-test-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << content;
    return folder / name;
}

inline std::string lineOf(const std::string& coordinates) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{)"
           R"("type":"LineString","coordinates":)" +
           coordinates + "}}]}";
}

}  // namespace geodata
