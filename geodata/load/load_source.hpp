// SPDX-License-Identifier: Apache-2.0
#pragma once
// The loader's work on one source, in one process, from the file to prepared stores; it reads like a table of
// contents. The main thread of the loader's child.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "geodata/link/limits.hpp"
#include "geodata/link/load_request.hpp"
#include "geodata/load/known_systems.hpp"

namespace geodata {

// What comes out while reading; the callee sends it on at once.
struct LoadSink {
    std::function<void(const std::string& layer, std::uint64_t done, std::uint64_t total)> progress;
    std::function<void(const std::string& layer, std::vector<std::byte> store, bool final)>
        store;  // encoded by encodeStore
};

// Every wanted layer of the source one after the other; how many there were. The error names file and reason. Of the
// limits memory and time are for others to keep. `known`: what was learned before the fork.
Result<std::size_t> loadSource(const LoadRequest& request, const LoadSink& sink, const LinkLimits& limits = {},
                               const KnownSystems& known = {});

}  // namespace geodata
