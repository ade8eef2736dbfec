// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "geodata/store/coarse_levels.hpp"
#include "geodata/store/importance.hpp"
#include "geodata/store/packed_tree.hpp"
#include "geodata/store/store_format.hpp"

namespace geodata {
namespace {

bool isFinite(MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

void checkGeometry(const Geometry& g) {
    OPSMAP_CHECK(std::all_of(g.points.begin(), g.points.end(), isFinite));
    OPSMAP_CHECK(std::is_sorted(g.partEnds.begin(), g.partEnds.end()));
    OPSMAP_CHECK(g.points.empty() || (!g.partEnds.empty() && g.partEnds.back() == g.points.size()));
}

bool hasGeometry(const Geometry& g) { return g.kind != GeometryKind::none && !g.points.empty(); }

std::size_t bytesOf(const Feature& feature) {
    std::size_t bytes = 64 + feature.geometry.partEnds.size() * (sizeof(MapBox) + sizeof(std::uint32_t)) +
                        feature.geometry.points.size() * (sizeof(MapPoint) + sizeof(float));
    for (const std::string& value : feature.values) bytes += value.size() + sizeof(std::uint32_t);
    return bytes;
}

// One chunk's arrays as they grow.
struct ChunkArrays {
    std::size_t vertexCount = 0;
    std::vector<MapBox> boxes, partBoxes;
    std::vector<std::uint64_t> ids;
    std::vector<std::uint32_t> textEnds, featurePartEnds, partEnds;
    std::vector<GeometryKind> kinds;
    std::string text;

    void addGeometry(const Geometry& g) {
        MapBox box;
        if (hasGeometry(g)) {
            const auto base = static_cast<std::uint32_t>(vertexCount);
            vertexCount += g.points.size();
            for (std::uint32_t before = 0; const std::uint32_t end : g.partEnds) {
                if (end > before) {
                    partEnds.push_back(base + end);
                    partBoxes.push_back(boxOf(std::span(g.points).subspan(before, end - before)));
                    box = united(box, partBoxes.back());
                }
                before = end;
            }
        }
        kinds.push_back(hasGeometry(g) ? g.kind : GeometryKind::none);
        boxes.push_back(box);
        featurePartEnds.push_back(static_cast<std::uint32_t>(partEnds.size()));
    }

    void addColumn(std::span<const Feature> features, std::size_t column) {
        for (const Feature& feature : features) {
            if (column < feature.values.size()) text += repairedUtf8(feature.values[column]);
            OPSMAP_CHECK(text.size() <= UINT32_MAX);
            textEnds.push_back(static_cast<std::uint32_t>(text.size()));
        }
    }

    // In the order in which StoreChunk is read. Vertices come straight from the features; where the importances will
    // lie is returned.
    std::size_t write(std::span<const Feature> features, SectionWriter& out) const {
        for (const Feature& feature : features)
            if (hasGeometry(feature.geometry)) out.add(std::span(feature.geometry.points));
        out.add(std::span(boxes));
        out.add(std::span(partBoxes));
        out.add(std::span(ids));
        out.add(std::span(textEnds));
        out.add(std::span(featurePartEnds));
        out.add(std::span(partEnds));
        const std::size_t importanceAt = out.size();
        out.addZeros(vertexCount * sizeof(float));
        out.add(std::span(kinds));
        out.add(std::span(text));
        return importanceAt;
    }
};

// Features that make one chunk: from `first` up to what is returned.
std::size_t chunkEnd(std::span<const Feature> features, std::size_t first) {
    std::size_t end = first, bytes = 0;
    while (end < features.size() && end - first < kChunkFeatures) {
        bytes += bytesOf(features[end]);
        if (bytes > kChunkBytes && end > first) break;
        ++end;
    }
    return end;
}

class Encoder {
public:
    Encoder(const StoreInfo& info, const FeatureSet& set) : m_info(info), m_set(set) {}

    std::vector<std::byte> run() {
        for (const Feature& feature : m_set.features) checkGeometry(feature.geometry);
        OPSMAP_CHECK(m_set.features.size() <= UINT32_MAX);
        // First: it needs the most memory, and gives it back before the store takes its own.
        const std::vector<float> importance = m_info.preview ? previewImportance(m_set) : sharedArcImportance(m_set);
        reserve();
        const std::string info = encodeInfo(m_info);
        m_header.infoBytes = info.size();
        m_out.add(std::span<const StoreHeader>(&m_header, 1));
        m_out.add(std::span<const char>(info));
        writeChunks(importance);
        writeTree();
        sealHeader();
        return m_out.take();
    }

private:
    // So that a big layer is not copied while it grows.
    void reserve() {
        std::size_t bytes = 1 << 16;
        for (const Feature& feature : m_set.features) bytes += bytesOf(feature) + 2 * sizeof(MapBox);
        m_out.reserve(bytes + bytes / 3);  // with the levels
    }

    void writeChunks(std::span<const float> importance) {
        const std::span<const Feature> features(m_set.features);
        std::vector<ChunkEntry> directory;
        for (std::size_t first = 0; first < features.size(); first += directory.back().featureCount)
            directory.push_back({.firstFeature = first, .featureCount = chunkEnd(features, first) - first});
        m_header.chunkCount = directory.size();
        const std::size_t directoryAt = m_out.size();
        m_out.add(std::span<const ChunkEntry>(directory));
        for (ChunkEntry& entry : directory) writeChunk(features.subspan(entry.firstFeature, entry.featureCount), entry);
        fillImportance(importance);
        for (ChunkEntry& entry : directory) writeLevels(entry);
        if (!directory.empty())
            std::memcpy(m_out.at(directoryAt), directory.data(), directory.size() * sizeof(ChunkEntry));
    }

    void writeLevels(ChunkEntry& entry) {
        StoreChunk chunk;
        SectionReader sections({m_out.at(entry.offset), entry.bytes});
        OPSMAP_CHECK(takeChunk(sections, entry, m_info.columns.size(), chunk));
        SectionWriter out;
        auto place = entry.levels.begin();
        for (const CoarseLevel& level : coarseLevels(chunk)) {
            *place++ = {level.toleranceM, level.partEnds.size(), level.vertices.size()};
            out.add(std::span(level.vertices));
            out.add(std::span(level.partBoxes));
            out.add(std::span(level.featurePartEnds));
            out.add(std::span(level.partEnds));
            out.add(std::span(level.importance));
        }
        entry.levelOffset = m_out.size();
        entry.levelBytes = out.size();
        m_out.append(out);
    }

    void fillImportance(std::span<const float> importance) {
        std::size_t chunk = 0, at = 0, inChunk = 0;  // of `importance`; bytes into the chunk's section
        for (std::size_t f = 0; f < m_set.features.size(); ++f) {
            if (f == m_importanceAt[chunk].endFeature) ++chunk, inChunk = 0;
            const std::size_t count = m_set.features[f].geometry.points.size();
            if (hasGeometry(m_set.features[f].geometry)) {
                std::memcpy(m_out.at(m_importanceAt[chunk].offset + inChunk), importance.data() + at,
                            count * sizeof(float));
                inChunk += count * sizeof(float);
            }
            at += count;
        }
    }

    void writeChunk(std::span<const Feature> features, ChunkEntry& entry) {
        ChunkArrays chunk;
        for (const Feature& feature : features) {
            chunk.addGeometry(feature.geometry);
            chunk.ids.push_back(feature.id);
        }
        for (std::size_t column = 0; column < m_info.columns.size(); ++column) chunk.addColumn(features, column);
        entry.offset = m_out.size();
        m_importanceAt.push_back({chunk.write(features, m_out), entry.firstFeature + features.size()});
        entry.bytes = m_out.size() - entry.offset;
        entry.partCount = chunk.partEnds.size();
        entry.vertexCount = chunk.vertexCount;
        entry.textBytes = chunk.text.size();
        m_boxes.insert(m_boxes.end(), chunk.boxes.begin(), chunk.boxes.end());
    }

    void writeTree() {
        const PackedTree tree = buildTree(m_boxes);
        m_header.treeItemCount = tree.items.size();
        m_out.add(std::span<const std::uint32_t>(tree.items));
        m_out.add(std::span<const MapBox>(tree.boxes));
    }

    void sealHeader() {
        std::copy(std::begin(kStoreMagic), std::end(kStoreMagic), m_header.magic);
        m_header.version = kStoreFormatVersion;
        m_header.totalBytes = m_out.size();
        m_header.featureCount = m_set.features.size();
        std::memcpy(m_out.at(0), &m_header, sizeof m_header);
        seal({m_out.at(0), m_out.size()});
    }

    const StoreInfo& m_info;
    const FeatureSet& m_set;
    SectionWriter m_out;
    StoreHeader m_header;
    struct ImportancePlace {
        std::size_t offset = 0, endFeature = 0;  // bytes into the store; the first one after the chunk
    };
    std::vector<ImportancePlace> m_importanceAt;  // by chunk
    std::vector<MapBox> m_boxes;
};

}  // namespace

std::vector<std::byte> encodeStore(const StoreInfo& info, const FeatureSet& features) {
    return Encoder(info, features).run();
}

}  // namespace geodata
