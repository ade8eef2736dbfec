// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/checked_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "geodata/store/importance.hpp"

namespace geodata {
namespace {

// Why the store cannot be used; empty: no fault found.
using Fault = std::string;
constexpr const char* kAltered = "its checksum does not fit its content";

Fault headerFault(const StoreHeader& header, std::size_t bytes) {
    if (!std::equal(header.magic, header.magic + sizeof kStoreMagic, kStoreMagic)) return "it is no store of opsmap";
    if (header.version != kStoreFormatVersion)
        return fmt::format("its format is version {}, this program reads version {}", header.version,
                           kStoreFormatVersion);
    if (header.totalBytes != bytes)
        return fmt::format("it is {} bytes long and should be {}", bytes, header.totalBytes);
    return {};
}

// In-place reading needs the alignment that mappings and the heap give; anything else is copied.
Bytes aligned(Bytes bytes) {
    if (reinterpret_cast<std::uintptr_t>(bytes.data.data()) % alignof(std::uint64_t) == 0) return bytes;
    return ownedBytes({bytes.data.begin(), bytes.data.end()});
}

bool endsAscend(std::span<const std::uint32_t> ends, std::size_t last, bool strictly) {
    std::uint32_t before = 0;
    for (const std::uint32_t end : ends) {
        if (end < before || (strictly && end == before)) return false;
        before = end;
    }
    return before == last;
}

struct Reach {
    MapBox box;
    bool finite = true;
};

// Both in one pass and without a branch a vertex: what is not finite times zero is no number, and stays none in a sum.
Reach reachOf(std::span<const MapPoint> points) {
    Reach reach;
    double x = 0, y = 0;
    for (const MapPoint p : points) {
        x += p.x * 0;
        y += p.y * 0;
        reach.box.min = {std::min(reach.box.min.x, p.x), std::min(reach.box.min.y, p.y)};
        reach.box.max = {std::max(reach.box.max.x, p.x), std::max(reach.box.max.y, p.y)};
    }
    reach.finite = x == 0 && y == 0;
    return reach;
}

bool areImportances(std::span<const float> values) {
    bool good = true;
    for (const float value : values) good &= value >= 0 && value <= kAlwaysImportant;  // false for what is no number
    return good;
}

bool textFits(const StoreChunk& chunk) {
    const std::string_view text(chunk.text.data(), chunk.text.size());
    if (!endsAscend(chunk.textEnds, text.size(), false) || !isUtf8(text)) return false;
    // No value ends inside a character.
    return std::none_of(chunk.textEnds.begin(), chunk.textEnds.end(), [&](std::uint32_t end) {
        return end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;
    });
}

// Coordinates are finite; kind, parts and box of each feature agree. Needs ends that ascend.
Fault geometryFault(const StoreChunk& chunk) {
    static constexpr const char* kOther = "the kind or the box of a feature does not fit its geometry";
    std::size_t part = 0, vertex = 0;
    for (std::size_t f = 0; f < chunk.kinds.size(); ++f) {
        const std::size_t partEnd = chunk.featurePartEnds[f];
        if (chunk.kinds[f] > GeometryKind::polygon) return kOther;
        if ((chunk.kinds[f] == GeometryKind::none) != (partEnd == part)) return kOther;
        MapBox box;
        for (; part < partEnd; vertex = chunk.partEnds[part++]) {
            const Reach reach = reachOf(chunk.vertices.subspan(vertex, chunk.partEnds[part] - vertex));
            if (!reach.finite) return "it has a coordinate that is no number";
            if (!(reach.box == chunk.partBoxes[part])) return kOther;
            box = united(box, reach.box);
        }
        if (!(box == chunk.boxes[f])) return kOther;
    }
    return {};
}

Fault chunkFault(const StoreChunk& chunk) {
    if (!areImportances(chunk.importance)) return "it has an importance that is no number";
    if (!endsAscend(chunk.partEnds, chunk.vertices.size(), true)) return "its parts do not cover its vertices";
    if (!endsAscend(chunk.featurePartEnds, chunk.partEnds.size(), false)) return "its features do not cover its parts";
    if (!textFits(chunk)) return "its attributes are not UTF-8";
    return geometryFault(chunk);
}

// Boxes are of the whole parts. Needs ends that ascend.
bool partsFit(const StoreLevel& level) {
    for (std::size_t part = 0, vertex = 0; part < level.partEnds.size(); vertex = level.partEnds[part++]) {
        const Reach reach = reachOf(level.vertices.subspan(vertex, level.partEnds[part] - vertex));
        const MapBox& box = level.partBoxes[part];
        if (!reach.finite || !box.contains(reach.box.min) || !box.contains(reach.box.max)) return false;
    }
    return true;
}

// Enough for reading it without harm; that it is the right one the checksum says.
bool levelFits(const StoreLevel& level, double finerM) {
    return level.toleranceM > finerM && std::isfinite(level.toleranceM) && areImportances(level.importance) &&
           std::all_of(level.importance.begin(), level.importance.end(),
                       [&](float importance) { return importance >= level.toleranceM; }) &&
           endsAscend(level.partEnds, level.vertices.size(), true) &&
           endsAscend(level.featurePartEnds, level.partEnds.size(), false) && partsFit(level);
}

Fault levelsFault(const StoreChunk& chunk) {
    double finerM = 0;
    for (const StoreLevel& level : chunk.levels)
        if (!levelFits(level, std::exchange(finerM, level.toleranceM))) return "a coarse level does not fit its chunk";
    return {};
}

// First where everything lies, by counts that nobody has checked yet; then what lies there, read once, chunk by chunk.
class Checker {
public:
    explicit Checker(StoreContent& content) : m_content(content), m_in(content.bytes.data) {}

    Fault run() {
        std::span<const StoreHeader> header;
        if (!m_in.take(1, header)) return "it is too short for its head";
        m_header = header[0];
        if (Fault fault = headerFault(m_header, m_content.bytes.data.size()); !fault.empty()) return fault;
        Fault fault = takeInfo();
        if (fault.empty()) fault = takeChunks();
        if (fault.empty()) fault = contentFault();
        return fault.empty() ? takeTree() : fault;
    }

private:
    Fault takeInfo() {
        std::span<const char> raw;
        if (!m_in.take(m_header.infoBytes, raw)) return "its description is cut off";
        auto info = decodeInfo({raw.data(), raw.size()});
        if (!info) return "its description is damaged";
        m_content.info = std::move(*info);
        return {};
    }

    Fault takeChunks() {
        if (m_header.featureCount > UINT32_MAX) return "it has too many features";
        if (!m_in.take(m_header.chunkCount, m_directory)) return "its directory is cut off";
        m_chunksBegin = place();
        m_content.chunks.resize(m_directory.size());
        for (std::size_t i = 0; i < m_directory.size(); ++i)
            if (!takeOne(m_directory[i], m_content.chunks[i])) return "a chunk does not lie where its directory says";
        for (std::size_t i = 0; i < m_directory.size(); ++i) {
            const std::size_t begin = place();
            if (m_directory[i].levelOffset != begin || !takeLevels(m_in, m_directory[i], m_content.chunks[i]) ||
                place() - begin != m_directory[i].levelBytes)
                return "a chunk does not lie where its directory says";
        }
        m_chunksEnd = place();
        if (m_content.featureCount != m_header.featureCount) return "its chunks do not hold all its features";
        return {};
    }

    std::size_t place() const { return m_content.bytes.data.size() - m_in.left(); }

    bool takeOne(const ChunkEntry& entry, StoreChunk& chunk) {
        const std::size_t begin = place();
        if (entry.offset != begin || entry.firstFeature != m_content.featureCount || entry.featureCount == 0)
            return false;
        if (!takeChunk(m_in, entry, m_content.info.columns.size(), chunk) || place() - begin != entry.bytes)
            return false;
        m_content.featureCount += chunk.kinds.size();
        return true;
    }

    Fault contentFault() {
        const Bytes& bytes = m_content.bytes;
        if (bytes.data.size() % 8 != 0 || headChecksum(bytes.data, m_chunksBegin, m_chunksEnd) != m_header.checksum)
            return kAltered;
        std::uint64_t most = 0;
        for (const ChunkEntry& entry : m_directory) most = std::max({most, entry.bytes, entry.levelBytes});
        BytesReader reader(bytes, most);
        for (std::size_t i = 0; i < m_directory.size(); ++i) {
            if (Fault fault = chunkFaultAt(m_directory[i], reader); !fault.empty()) return fault;
            const StoreChunk& chunk = m_content.chunks[i];
            m_boxes.insert(m_boxes.end(), chunk.boxes.begin(), chunk.boxes.end());
            m_content.hasPoints =
                m_content.hasPoints || std::count(chunk.kinds.begin(), chunk.kinds.end(), GeometryKind::point) > 0;
        }
        return {};
    }

    Fault chunkFaultAt(const ChunkEntry& entry, BytesReader& reader) {
        StoreChunk read;  // the same as the one in the mapping
        const auto whole = reader.at(entry.offset, entry.bytes);
        SectionReader sections(whole);
        if (checksumOf(whole) != entry.checksum || !takeChunk(sections, entry, m_content.info.columns.size(), read))
            return kAltered;
        if (Fault fault = chunkFault(read); !fault.empty()) return fault;
        const auto levels = reader.at(entry.levelOffset, entry.levelBytes);
        SectionReader levelSections(levels);
        if (checksumOf(levels) != entry.levelChecksum || !takeLevels(levelSections, entry, read)) return kAltered;
        return levelsFault(read);
    }

    Fault takeTree() {
        PackedTreeView& tree = m_content.tree;
        if (m_header.treeItemCount > m_header.featureCount || !m_in.take(m_header.treeItemCount, tree.items) ||
            !m_in.take(treeBoxCount(m_header.treeItemCount), tree.boxes))
            return "its index is cut off";
        if (m_in.left() != 0) return "something stands after its end";
        if (!treeFits(tree, m_boxes)) return "its index does not fit its features";
        if (!tree.boxes.empty()) m_content.box = tree.boxes.back();
        return {};
    }

    StoreContent& m_content;
    SectionReader m_in;
    StoreHeader m_header;
    std::span<const ChunkEntry> m_directory;
    std::size_t m_chunksBegin = 0, m_chunksEnd = 0;  // with their levels
    std::vector<MapBox> m_boxes;
};

}  // namespace

Result<StoreContent> checkedContent(Bytes bytes) {
    StoreContent content;
    content.bytes = aligned(std::move(bytes));
    if (const Fault fault = Checker(content).run(); !fault.empty()) return failure("Cannot use", "store", fault);
    content.bytes.file.reset();
    return content;
}

}  // namespace geodata
