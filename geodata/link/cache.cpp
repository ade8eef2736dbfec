#include "geodata/link/cache.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <charconv>
#include <fstream>
#include <iterator>

#include "geodata/link/descriptor.hpp"
#include "geodata/store/write_file.hpp"

namespace geodata {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "opsmap-index 1\n";
constexpr std::size_t kMostLayers = 100000;

fs::path indexFile(const fs::path& folder, const SourceKey& key) { return folder / (key.name + ".index"); }
fs::path storeFile(const fs::path& folder, const SourceKey& key, std::size_t layer) { return folder / fmt::format("{}-{}.store", key.name, layer); }

// Texts with their lengths before them, so that any name may stand in them.
void append(std::string& out, std::string_view text) { out.append(fmt::format("{}:", text.size())).append(text).append("\n"); }

std::optional<std::string_view> taken(std::string_view& rest) {
    std::size_t length = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), length);
    const std::size_t start = static_cast<std::size_t>(read.ptr - rest.data()) + 1;
    if (read.ec != std::errc{} || start > rest.size() || length >= rest.size() - start + 1 || start + length >= rest.size()) return {};
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

std::optional<std::vector<std::string>> layerNames(const fs::path& file, const SourceKey& key) {
    std::ifstream in(file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    std::string_view rest(text);
    if (rest.substr(0, kFirstLine.size()) != kFirstLine) return {};
    rest.remove_prefix(kFirstLine.size());
    const auto content = taken(rest), count = content ? taken(rest) : std::nullopt;
    std::size_t layers = 0;
    if (!count || *content != key.content || std::from_chars(count->data(), count->data() + count->size(), layers).ec != std::errc{} || layers > kMostLayers) return {};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < layers; ++i) {
        const auto name = taken(rest);
        if (!name) return {};
        names.emplace_back(*name);
    }
    return names;
}

}  // namespace

std::optional<std::vector<CachedLayer>> readCache(const fs::path& folder, const SourceKey& key) {
    const auto names = folder.empty() ? std::nullopt : layerNames(indexFile(folder, key), key);
    if (!names) return {};
    std::vector<CachedLayer> layers;
    for (std::size_t i = 0; i < names->size(); ++i) {
        const auto bytes = mapFile(storeFile(folder, key, i));
        if (!bytes) return {};
        const auto store = Store::open(*bytes);
        if (!store || (*store)->info().preview || (*store)->info().partial) return {};
        layers.push_back({(*names)[i], *bytes, *store});
    }
    return layers;
}

void writeCache(const fs::path& folder, const SourceKey& key, const std::vector<CachedLayer>& layers) {
    if (folder.empty()) return;
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    const Descriptor lock(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock || ::flock(lock.number(), LOCK_EX) != 0) return;
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (writeFile(storeFile(folder, key, i), layers[i].bytes.data, Durability::replaceable)) return;
    const std::string index = indexText(key, layers);
    static_cast<void>(writeFile(indexFile(folder, key), std::as_bytes(std::span(index)), Durability::replaceable));
}

}  // namespace geodata
