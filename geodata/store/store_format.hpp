// SPDX-License-Identifier: Apache-2.0
#pragma once
// The layout of a store in memory: header, info, chunk directory, chunks, their coarse levels, R-tree. It is
// little-endian, and every section starts at a multiple of 8 so that it can be read in place. Shared by the writer
// and the checking reader; internal to this folder. Any thread.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "geodata/geometry/geometry.hpp"
#include "geodata/store/store.hpp"

namespace geodata {

static_assert(std::endian::native == std::endian::little, "stores are read in place, and they are little-endian");
static_assert(sizeof(MapPoint) == 16 && sizeof(MapBox) == 32);

inline constexpr char kStoreMagic[8] = {'O', 'P', 'S', 'M', 'S', 'T', 'O', 'R'};

struct StoreHeader {
    char magic[8] = {};
    std::uint64_t version = 0;
    std::uint64_t totalBytes = 0;
    std::uint64_t checksum = 0;  // of everything but chunks and levels, this field taken as 0
    std::uint64_t featureCount = 0;
    std::uint64_t infoBytes = 0;
    std::uint64_t chunkCount = 0;
    std::uint64_t treeItemCount = 0;
};

// A chunk closes at this many features, or before the feature that would carry it past this many bytes. A feature
// larger than that has a chunk of its own, so no 32-bit count inside a chunk can overflow.
inline constexpr std::size_t kChunkFeatures = 4096;
inline constexpr std::size_t kChunkBytes = 1 << 20;

// A chunk's geometry at a tolerance, beside the whole of it. Lies where its chunk's entry says, finer levels first.
struct LevelEntry {
    double toleranceM = 0;  // 0: there is no such level, and none after it
    std::uint64_t partCount = 0;
    std::uint64_t vertexCount = 0;
};
inline constexpr std::size_t kMostLevels = 6;

struct ChunkEntry {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::uint64_t levelOffset = 0;
    std::uint64_t levelBytes = 0;
    std::uint64_t checksum = 0;
    std::uint64_t levelChecksum = 0;
    std::uint64_t firstFeature = 0;
    std::uint64_t featureCount = 0;
    std::uint64_t partCount = 0;
    std::uint64_t vertexCount = 0;
    std::uint64_t textBytes = 0;
    std::array<LevelEntry, kMostLevels> levels = {};
};

// Parts and vertices of a chunk's features: all of them, or those of one level. Ends count from the first.
struct StoreLevel {
    double toleranceM = 0;
    std::span<const MapPoint> vertices;
    std::span<const MapBox> partBoxes;  // of the whole parts, whatever the level leaves of them
    std::span<const std::uint32_t> featurePartEnds;
    std::span<const std::uint32_t> partEnds;
    std::span<const float> importance;
};

// One chunk's arrays in the order in which they lie. All ends count from the chunk's own start.
struct StoreChunk {
    std::uint64_t firstFeature = 0;
    std::span<const MapPoint> vertices;
    std::span<const MapBox> boxes;  // of features
    std::span<const MapBox> partBoxes;
    std::span<const std::uint64_t> ids;
    std::span<const std::uint32_t> textEnds;  // column by column, features within
    std::span<const std::uint32_t> featurePartEnds;
    std::span<const std::uint32_t> partEnds;
    std::span<const float> importance;
    std::span<const GeometryKind> kinds;
    std::span<const char> text;
    std::vector<StoreLevel> levels;  // the finest first

    StoreLevel whole() const { return {0, vertices, partBoxes, featurePartEnds, partEnds, importance}; }
};

// Appends sections, each padded with zeros to a multiple of 8.
class SectionWriter {
public:
    template <class T>
    void add(std::span<const T> items) {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto bytes = std::as_bytes(items);
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
        m_out.resize((m_out.size() + 7) / 8 * 8);
    }
    // Sections that were written elsewhere.
    void append(const SectionWriter& other) { m_out.insert(m_out.end(), other.m_out.begin(), other.m_out.end()); }
    void addZeros(std::size_t bytes) { m_out.resize((m_out.size() + bytes + 7) / 8 * 8); }
    std::size_t size() const { return m_out.size(); }
    void reserve(std::size_t bytes) { m_out.reserve(bytes); }
    std::byte* at(std::size_t offset) { return m_out.data() + offset; }
    std::vector<std::byte> take() { return std::move(m_out); }

private:
    std::vector<std::byte> m_out;
};

// Takes sections in the same order; never past the end, whatever the counts say.
class SectionReader {
public:
    explicit SectionReader(std::span<const std::byte> data) : m_rest(data) {}
    template <class T>
    bool take(std::uint64_t count, std::span<const T>& out) {
        if (count > m_rest.size() / sizeof(T)) return false;
        const std::size_t bytes = count * sizeof(T), padded = (bytes + 7) / 8 * 8;
        if (padded > m_rest.size()) return false;
        out = {reinterpret_cast<const T*>(m_rest.data()), static_cast<std::size_t>(count)};
        m_rest = m_rest.subspan(padded);
        return true;
    }
    std::size_t left() const { return m_rest.size(); }

private:
    std::span<const std::byte> m_rest;
};

// A chunk's arrays, or those of its levels, as its entry says; false: they do not fit into what `in` has.
bool takeChunk(SectionReader& in, const ChunkEntry& entry, std::size_t columns, StoreChunk& chunk);
bool takeLevels(SectionReader& in, const ChunkEntry& entry, StoreChunk& chunk);

// 64 bits over sections, whose length is a multiple of 8. Any change of a single 8-byte word changes it, because each
// step is a bijection of the running value.
std::uint64_t checksumOf(std::span<const std::byte> bytes);
// The header's, of a store whose chunks and levels lie from `chunksBegin` to `chunksEnd`.
std::uint64_t headChecksum(std::span<const std::byte> store, std::size_t chunksBegin, std::size_t chunksEnd);
// Sets all checksums to what the store holds. The last step of writing; in tests, damage gets behind the checksums by
// it. What does not lie in the store is passed over.
void seal(std::span<std::byte> store);

std::string encodeInfo(const StoreInfo& info);
std::optional<StoreInfo> decodeInfo(std::string_view bytes);  // none where it is damaged

bool isUtf8(std::string_view text);
std::string repairedUtf8(std::string_view text);

}  // namespace geodata
