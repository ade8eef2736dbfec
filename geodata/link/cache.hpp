#pragma once
// The prepared stores on disk: one index file per source and request, one file per layer's store. What is damaged, foreign
// or half-written is as if it were not there. Link's thread.

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
// Failures are silent: a cache that cannot be written only costs time. The index is written last.
void writeCache(const std::filesystem::path& folder, const SourceKey& key, const std::vector<CachedLayer>& layers);

}  // namespace geodata
