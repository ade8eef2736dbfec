// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/cache.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "geodata/link/wire_format.hpp"
#include "geodata/result/descriptor.hpp"
#include "geodata/store/own_files.hpp"
#include "geodata/store/write_file.hpp"

namespace geodata {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "opsmap-index 1\n";
constexpr std::size_t kMostLayers = 100000;
constexpr std::size_t kMostIndexBytes = 64U << 20U;
constexpr const char* kLockName = "lock";
constexpr const char* kIndexEnding = ".index";

fs::path indexFile(const fs::path& folder, const SourceKey& key) { return folder / (key.name + kIndexEnding); }
fs::path storeFile(const fs::path& folder, const SourceKey& key, std::size_t layer) {
    return folder / fmt::format("{}-{}.store", key.name, layer);
}

// Each text has its length before it, so that it may hold any name.
void append(std::string& out, std::string_view text) {
    out.append(fmt::format("{}:", text.size())).append(text).append("\n");
}

std::optional<std::string_view> taken(std::string_view& rest) {
    std::size_t length = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), length);
    const std::size_t start = static_cast<std::size_t>(read.ptr - rest.data()) + 1;
    if (read.ec != std::errc{} || start > rest.size() || length >= rest.size() - start + 1 ||
        start + length >= rest.size())
        return {};
    if (*read.ptr != ':' || rest[start + length] != '\n') return {};
    const std::string_view text = rest.substr(start, length);
    rest.remove_prefix(start + length + 1);
    return text;
}

std::string indexText(const SourceKey& key, const std::vector<CachedLayer>& layers) {
    std::string text(kFirstLine);
    append(text, key.content);
    append(text, std::to_string(layers.size()));
    for (const CachedLayer& layer : layers) append(text, layer.name);
    return text;
}

struct Index {
    std::string content;  // of the key
    std::vector<std::string> layers;
};

std::optional<Index> readIndex(const fs::path& file) {
    const auto text = readOwn(file, kMostIndexBytes);
    std::string_view rest(text ? *text : std::string_view());
    if (rest.substr(0, kFirstLine.size()) != kFirstLine) return {};
    rest.remove_prefix(kFirstLine.size());
    const auto content = taken(rest), count = content ? taken(rest) : std::nullopt;
    std::size_t layers = 0;
    if (!count || std::from_chars(count->data(), count->data() + count->size(), layers).ec != std::errc{} ||
        layers > kMostLayers)
        return {};
    Index index{std::string(*content), {}};
    for (std::size_t i = 0; i < layers; ++i) {
        const auto name = taken(rest);
        if (!name) return {};
        index.layers.emplace_back(*name);
    }
    return index;
}

// An index and its stores have one name: KEY.index, KEY-0.store, KEY-1.store, ….
std::string entryName(const fs::path& file) {
    const std::string stem = file.stem().string();
    if (file.extension() == kIndexEnding) return (file.parent_path() / stem).string();
    if (file.extension() == ".store") return (file.parent_path() / stem.substr(0, stem.find('-'))).string();
    return file.string();
}

void addFile(CacheEntry& entry, const fs::path& file) {
    std::error_code ignored;
    const auto bytes = fs::file_size(file, ignored);
    const auto changed = fs::last_write_time(file, ignored);
    entry.bytes += ignored ? 0 : bytes;
    const bool isIndex = file.extension() == kIndexEnding;
    if (entry.files.empty() || isIndex) entry.lastUsed = changed;
    entry.files.insert(isIndex ? entry.files.begin() : entry.files.end(), file);
    const auto index = isIndex ? readIndex(file) : std::nullopt;
    if (!index) return;
    entry.source = FieldReader(index->content).text();
    entry.layers = index->layers;
}

// The index first: a reader that comes between finds nothing rather than a part.
void removeUnused(const fs::path& folder, std::uintmax_t mostBytes, const fs::path& kept) {
    const auto entries = cacheEntries(folder);
    std::uintmax_t bytes = 0;
    for (const CacheEntry& entry : entries) bytes += entry.bytes;
    for (const CacheEntry& entry : entries) {
        if (bytes <= mostBytes) return;
        if (entry.files.front() == kept) continue;
        std::error_code ignored;
        for (const fs::path& file : entry.files) fs::remove(file, ignored);
        bytes -= entry.bytes;
    }
}

}  // namespace

std::optional<std::vector<CachedLayer>> readCache(const fs::path& folder, const SourceKey& key) {
    const auto index = folder.empty() ? std::nullopt : readIndex(indexFile(folder, key));
    if (!index || index->content != key.content) return {};
    std::vector<CachedLayer> layers;
    for (std::size_t i = 0; i < index->layers.size(); ++i) {
        const Descriptor file = openOwn(storeFile(folder, key, i));
        if (!file) return {};
        const auto bytes = mapDescriptor(file.number(), storeFile(folder, key, i));
        if (!bytes) return {};
        const auto store = Store::open(*bytes);
        if (!store || (*store)->info().preview || (*store)->info().partial) return {};
        layers.push_back({index->layers[i], *bytes, *store});
    }
    std::error_code ignored;
    fs::last_write_time(indexFile(folder, key), fs::file_time_type::clock::now(), ignored);
    return layers;
}

void writeCache(const fs::path& folder, const SourceKey& key, const std::vector<CachedLayer>& layers,
                std::uintmax_t mostBytes) {
    if (folder.empty()) return;
    if (!makeOwnFolder(folder)) return;
    const Descriptor lock(::open((folder / kLockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock || ::flock(lock.number(), LOCK_EX) != 0) return;
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (writeFile(storeFile(folder, key, i), layers[i].bytes.data, Durability::replaceable)) return;
    const std::string index = indexText(key, layers);
    if (writeFile(indexFile(folder, key), std::as_bytes(std::span(index)), Durability::replaceable)) return;
    removeUnused(folder, mostBytes, indexFile(folder, key));
}

std::vector<CacheEntry> cacheEntries(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_regular_file(error) && entry->path().filename() != kLockName) files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    std::map<std::string, CacheEntry> entries;  // by the name without what tells a source's files apart
    for (const fs::path& file : files) addFile(entries[entryName(file)], file);
    std::vector<CacheEntry> sorted;
    for (auto& [name, entry] : entries) sorted.push_back(std::move(entry));
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const CacheEntry& a, const CacheEntry& b) { return a.lastUsed < b.lastUsed; });
    return sorted;
}

}  // namespace geodata
