// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/store_format.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace geodata {
namespace {

constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;

std::uint64_t mixed(std::uint64_t lane, const std::byte* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return std::rotl((lane ^ word) * kPrime, 29);
}

}  // namespace

// FNV-1a's step on whole words in four independent lanes (memory speed instead of a byte per multiplication); the
// rotation lets the top bits reach the low ones.
std::uint64_t checksumOf(std::span<const std::byte> bytes) {
    std::uint64_t a = 0xCBF29CE484222325, b = 1, c = 2, d = 3, all = bytes.size();
    for (; bytes.size() >= 32; bytes = bytes.subspan(32)) {
        a = mixed(a, bytes.data());
        b = mixed(b, bytes.data() + 8);
        c = mixed(c, bytes.data() + 16);
        d = mixed(d, bytes.data() + 24);
    }
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) a = mixed(a, bytes.data());
    for (const std::uint64_t lane : {a, b, c, d}) all = std::rotl((all ^ lane) * kPrime, 29);
    return all;
}

bool takeChunk(SectionReader& in, const ChunkEntry& entry, std::size_t columns, StoreChunk& chunk) {
    const std::uint64_t features = entry.featureCount;
    if (features > 0 && columns > in.left() / features) return false;  // the product below cannot overflow
    chunk.firstFeature = entry.firstFeature;
    return in.take(entry.vertexCount, chunk.vertices) && in.take(features, chunk.boxes) &&
           in.take(entry.partCount, chunk.partBoxes) && in.take(features, chunk.ids) &&
           in.take(features * columns, chunk.textEnds) && in.take(features, chunk.featurePartEnds) &&
           in.take(entry.partCount, chunk.partEnds) && in.take(entry.vertexCount, chunk.importance) &&
           in.take(features, chunk.kinds) && in.take(entry.textBytes, chunk.text);
}

bool takeLevels(SectionReader& in, const ChunkEntry& entry, StoreChunk& chunk) {
    for (const LevelEntry& of : entry.levels) {
        if (of.toleranceM == 0) break;
        StoreLevel& level = chunk.levels.emplace_back();
        level.toleranceM = of.toleranceM;
        if (!in.take(of.vertexCount, level.vertices) || !in.take(of.partCount, level.partBoxes) ||
            !in.take(entry.featureCount, level.featurePartEnds) || !in.take(of.partCount, level.partEnds) ||
            !in.take(of.vertexCount, level.importance))
            return false;
    }
    return true;
}

std::uint64_t headChecksum(std::span<const std::byte> store, std::size_t chunksBegin, std::size_t chunksEnd) {
    StoreHeader head;
    std::memcpy(&head, store.data(), sizeof head);
    head.checksum = 0;
    const std::array<std::uint64_t, 3> sums{checksumOf(std::as_bytes(std::span(&head, 1))),
                                            checksumOf(store.subspan(sizeof head, chunksBegin - sizeof head)),
                                            checksumOf(store.subspan(chunksEnd))};
    return checksumOf(std::as_bytes(std::span(sums)));
}

void seal(std::span<std::byte> store) {
    SectionReader in(store);
    std::span<const StoreHeader> head;
    std::span<const char> info;
    std::span<const ChunkEntry> directory;
    if (store.size() % 8 != 0 || !in.take(1, head) || !in.take(head[0].infoBytes, info) ||
        !in.take(head[0].chunkCount, directory))
        return;
    const std::size_t chunksBegin = store.size() - in.left();
    std::size_t chunksEnd = chunksBegin;
    const auto lies = [&](std::uint64_t offset, std::uint64_t bytes) {
        return offset <= store.size() && bytes <= store.size() - offset && offset % 8 == 0 && bytes % 8 == 0;
    };
    for (std::size_t i = 0; i < directory.size(); ++i) {
        ChunkEntry entry = directory[i];
        if (!lies(entry.offset, entry.bytes) || !lies(entry.levelOffset, entry.levelBytes)) continue;
        entry.checksum = checksumOf(store.subspan(entry.offset, entry.bytes));
        entry.levelChecksum = checksumOf(store.subspan(entry.levelOffset, entry.levelBytes));
        std::memcpy(store.data() + chunksBegin - directory.size_bytes() + i * sizeof entry, &entry, sizeof entry);
        if (lies(chunksEnd, entry.bytes + entry.levelBytes)) chunksEnd += entry.bytes + entry.levelBytes;
    }
    StoreHeader sealed = head[0];
    sealed.checksum = headChecksum(store, chunksBegin, chunksEnd);
    std::memcpy(store.data(), &sealed, sizeof sealed);
}

bool isUtf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::string repairedUtf8(std::string_view text) {
    if (isUtf8(text)) return std::string(text);
    std::string out;
    while (!text.empty()) {
        std::size_t length = std::min<std::size_t>(4, text.size());
        while (length > 0 && !isUtf8(text.substr(0, length))) --length;  // the longest good start of up to 4 bytes
        out += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

}  // namespace geodata
