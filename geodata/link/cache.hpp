// SPDX-License-Identifier: Apache-2.0
#pragma once
// The prepared stores on disk: one index file per source and request, and one file per layer's store. Damaged,
// foreign or half-written entries count as absent. Several programs may share the folder: writers hold its lock, and
// a store in use survives its removal. The modification time of an index says when it was last used. Any thread.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geodata/link/source_key.hpp"
#include "geodata/store/store.hpp"

namespace geodata {

struct CachedLayer {
    std::string name;
    Bytes bytes;
    std::shared_ptr<const Store> store;
};

// Every layer of the source, or nothing.
std::optional<std::vector<CachedLayer>> readCache(const std::filesystem::path& folder, const SourceKey& key);
// Failures are silent: a cache that cannot be written only costs time. The index is written last. Afterwards what was
// not used for the longest goes until the folder has at most `mostBytes`; what was written now stays.
void writeCache(const std::filesystem::path& folder, const SourceKey& key, const std::vector<CachedLayer>& layers,
                std::uintmax_t mostBytes);

// One source's stores, or one file of another kind such as a symbol's picture.
struct CacheEntry {
    std::string source;  // the path of what it was made of; empty: not of a source
    std::vector<std::string> layers;
    std::vector<std::filesystem::path> files;  // in the order in which they are to be removed
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type lastUsed;
};
// The longest unused first. Stores without an index, which nobody will find, come as entries too.
std::vector<CacheEntry> cacheEntries(const std::filesystem::path& folder);

}  // namespace geodata
