// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/symbol_cache.hpp"

#include <fmt/format.h>

#include <charconv>
#include <span>
#include <string_view>

#include "geodata/result/fnv_hash.hpp"
#include "geodata/store/own_files.hpp"
#include "geodata/store/write_file.hpp"

namespace layers {
namespace {

// Of milsymbol, its options and the normalisation: changes when one of them does.
constexpr std::size_t kMostBytes = 4U << 20U;  // of a file
constexpr std::string_view kVersion = "opsmap-symbol 6 milsymbol 3.0.4";

// Every part with its length before it, so that no two requests have the same text.
std::string keyOf(const SymbolRequest& request) {
    std::string key = fmt::format("{}\n{}:{}", kVersion, request.sidc.size(), request.sidc);
    for (const auto& [name, value] : request.amplifiers)
        key += fmt::format(",{}:{}={}:{}", name.size(), name, value.size(), value);
    return key;
}

std::filesystem::path fileOf(const std::filesystem::path& folder, const std::string& key) {
    return folder / fmt::format("{:016x}.symbol", geodata::fnvHash(key));
}

std::string encoded(const std::string& key, const SymbolDrawing& d) {
    std::string text = fmt::format("{}\n{} {} {} {} {} {} {} {} {}\n{}", key, d.valid ? 1 : 0, d.width, d.height,
                                   d.anchorX, d.anchorY, d.frameLeft, d.frameTop, d.frameRight, d.frameBottom, d.svg);
    return fmt::format("{:016x}\n{}", geodata::fnvHash(text), text);
}

std::optional<SymbolDrawing> decoded(std::string_view text, const std::string& key) {
    if (text.size() < 17 || text.substr(0, 17) != fmt::format("{:016x}\n", geodata::fnvHash(text.substr(17))))
        return {};
    text.remove_prefix(17);
    if (text.substr(0, key.size()) != key || text.size() <= key.size() || text[key.size()] != '\n') return {};
    text.remove_prefix(key.size() + 1);
    SymbolDrawing d;
    double valid = 0;
    for (double* number : {&valid, &d.width, &d.height, &d.anchorX, &d.anchorY, &d.frameLeft, &d.frameTop,
                           &d.frameRight, &d.frameBottom}) {
        const auto read = std::from_chars(text.data(), text.data() + text.size(), *number);
        if (read.ec != std::errc{}) return {};
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()) + 1);
    }
    d.valid = valid == 1;
    d.svg = text;
    return d;
}

}  // namespace

std::optional<SymbolDrawing> readCached(const std::filesystem::path& folder, const SymbolRequest& request) {
    if (folder.empty()) return {};
    const std::string key = keyOf(request);
    const auto text = geodata::readOwn(fileOf(folder, key), kMostBytes);
    return text ? decoded(*text, key) : std::nullopt;
}

void writeCached(const std::filesystem::path& folder, const SymbolRequest& request, const SymbolDrawing& drawing) {
    if (folder.empty()) return;
    if (!geodata::makeOwnFolder(folder)) return;
    const std::string key = keyOf(request), text = encoded(key, drawing);
    static_cast<void>(
        geodata::writeFile(fileOf(folder, key), std::as_bytes(std::span(text)), geodata::Durability::replaceable));
}

}  // namespace layers
