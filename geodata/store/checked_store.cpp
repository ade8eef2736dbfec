#include "geodata/store/checked_store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geodata/store/importance.hpp"

namespace geodata {
namespace {

// Why the store cannot be used; empty: no fault found.
using Fault = std::string;

Fault headerFault(const StoreHeader& header, std::size_t bytes) {
    if (!std::equal(header.magic, header.magic + sizeof kStoreMagic, kStoreMagic)) return "it is no store of opsmap";
    if (header.version != kStoreFormatVersion)
        return fmt::format("its format is version {}, this program reads version {}", header.version, kStoreFormatVersion);
    if (header.totalBytes != bytes)
        return fmt::format("it is {} bytes long and should be {}", bytes, header.totalBytes);
    return {};
}

// In-place reading needs the alignment that mappings and the heap give; anything else is copied.
Bytes aligned(Bytes bytes) {
    if (reinterpret_cast<std::uintptr_t>(bytes.data.data()) % alignof(std::uint64_t) == 0) return bytes;
    return ownedBytes({bytes.data.begin(), bytes.data.end()});
}

bool takeChunk(SectionReader& in, const ChunkEntry& entry, std::size_t columns, StoreChunk& chunk) {
    const std::uint64_t features = entry.featureCount;
    if (features > 0 && columns > in.left() / features) return false;  // the product below cannot overflow
    chunk.firstFeature = entry.firstFeature;
    return in.take(entry.vertexCount, chunk.vertices) && in.take(features, chunk.boxes) && in.take(entry.partCount, chunk.partBoxes) && in.take(features, chunk.ids) &&
           in.take(features * columns, chunk.textEnds) && in.take(features, chunk.featurePartEnds) &&
           in.take(entry.partCount, chunk.partEnds) && in.take(entry.vertexCount, chunk.importance) &&
           in.take(features, chunk.kinds) && in.take(entry.textBytes, chunk.text);
}

bool endsAscend(std::span<const std::uint32_t> ends, std::size_t last, bool strictly) {
    std::uint32_t before = 0;
    for (const std::uint32_t end : ends) {
        if (end < before || (strictly && end == before)) return false;
        before = end;
    }
    return before == last;
}

// Without a branch a vertex, at the memory's speed: what is not finite times zero is no number, and stays none in a sum.
bool areFinite(std::span<const MapPoint> points) {
    double x = 0, y = 0;
    for (const MapPoint p : points) {
        x += p.x * 0;
        y += p.y * 0;
    }
    return x == 0 && y == 0;
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

// Kind, parts and box of each feature agree. Needs ends that ascend.
bool featuresFit(const StoreChunk& chunk) {
    std::size_t part = 0, vertex = 0;
    for (std::size_t f = 0; f < chunk.kinds.size(); ++f) {
        const std::size_t partEnd = chunk.featurePartEnds[f];
        if (chunk.kinds[f] > GeometryKind::polygon) return false;
        if ((chunk.kinds[f] == GeometryKind::none) != (partEnd == part)) return false;
        MapBox box;
        for (; part < partEnd; ++part) {
            if (!(boxOf(chunk.vertices.subspan(vertex, chunk.partEnds[part] - vertex)) == chunk.partBoxes[part])) return false;
            box = united(box, chunk.partBoxes[part]);
            vertex = chunk.partEnds[part];
        }
        if (!(box == chunk.boxes[f])) return false;
    }
    return true;
}

Fault chunkFault(const StoreChunk& chunk) {
    if (!areFinite(chunk.vertices)) return "it has a coordinate that is no number";
    if (!areImportances(chunk.importance))
        return "it has an importance that is no number";
    if (!endsAscend(chunk.partEnds, chunk.vertices.size(), true)) return "its parts do not cover its vertices";
    if (!endsAscend(chunk.featurePartEnds, chunk.partEnds.size(), false)) return "its features do not cover its parts";
    if (!textFits(chunk)) return "its attributes are not UTF-8";
    if (!featuresFit(chunk)) return "the kind or the box of a feature does not fit its geometry";
    return {};
}

// One pass over the sections in the order in which they lie.
class Checker {
public:
    explicit Checker(StoreContent& content) : m_content(content), m_in(content.bytes.data) {}

    Fault run() {
        std::span<const StoreHeader> header;
        if (!m_in.take(1, header)) return "it is too short for its head";
        m_header = header[0];
        if (Fault fault = headerFault(m_header, m_content.bytes.data.size()); !fault.empty()) return fault;
        if (m_content.bytes.data.size() % 8 != 0 || checksumOf(m_content.bytes.data) != m_header.checksum)
            return "its checksum does not fit its content";
        Fault fault = takeInfo();
        if (fault.empty()) fault = takeChunks();
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
        std::span<const ChunkEntry> directory;
        if (m_header.featureCount > UINT32_MAX) return "it has too many features";
        if (!m_in.take(m_header.chunkCount, directory)) return "its directory is cut off";
        for (const ChunkEntry& entry : directory)
            if (Fault fault = takeOne(entry); !fault.empty()) return fault;
        if (m_content.featureCount != m_header.featureCount) return "its chunks do not hold all its features";
        return {};
    }

    Fault takeOne(const ChunkEntry& entry) {
        const std::size_t before = m_in.left();
        const bool inPlace = entry.offset == m_content.bytes.data.size() - before &&
                             entry.firstFeature == m_content.featureCount && entry.featureCount > 0;
        StoreChunk chunk;
        if (!inPlace || !takeChunk(m_in, entry, m_content.info.columns.size(), chunk) || before - m_in.left() != entry.bytes)
            return "a chunk does not lie where its directory says";
        if (Fault fault = chunkFault(chunk); !fault.empty()) return fault;
        m_content.featureCount += chunk.kinds.size();
        m_boxes.insert(m_boxes.end(), chunk.boxes.begin(), chunk.boxes.end());
        m_content.hasPoints = m_content.hasPoints || std::count(chunk.kinds.begin(), chunk.kinds.end(), GeometryKind::point) > 0;
        m_content.chunks.push_back(chunk);
        return {};
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
    std::vector<MapBox> m_boxes;
};

}  // namespace

Result<StoreContent> checkedContent(Bytes bytes) {
    StoreContent content;
    content.bytes = aligned(std::move(bytes));
    if (const Fault fault = Checker(content).run(); !fault.empty()) return failure("Cannot use", "store", fault);
    return content;
}

}  // namespace geodata
