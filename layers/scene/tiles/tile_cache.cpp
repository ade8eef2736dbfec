// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/tiles/tile_cache.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

#include "layers/scene/draw/scene_tile.hpp"

namespace layers {
namespace {

constexpr std::size_t kMostBytes = 128U << 20;  // of meshes on the GPU; beyond it the longest unseen go
constexpr int kMostLevelsUp = 8;
constexpr std::uint64_t kMostContentsBack = 32;  // previews of one reading, and more
constexpr double kFinest = 2;

double distanceM(MapPoint a, MapPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

MeshPlace placeOf(geodata::TileId tile, const MapView& view) {
    return {view.toScreen(geodata::tileBox(tile).min), 1 / view.mPerPx};
}

ScreenRect rectOf(geodata::TileId tile, const MapView& view) {
    const auto box = geodata::tileBox(tile);
    const ScreenPoint leftTop = view.toScreen({box.min.x, box.max.y}),
                      rightBottom = view.toScreen({box.max.x, box.min.y});
    return {leftTop.x, leftTop.y, rightBottom.x, rightBottom.y};
}

}  // namespace

TileCache::TileCache(std::function<void()> wake)
    : m_jobs(std::max(1U, std::thread::hardware_concurrency()), std::move(wake)) {}

void TileCache::beginFrame(std::size_t budgetBytes) {
    ++m_frame;
    m_wanted.clear();
    for (CutTile& cut : m_jobs.takeFinished()) m_toUpload.push_back(std::move(cut));
    std::size_t uploadedBytes = 0;
    std::size_t count = 0;
    for (; count < m_toUpload.size() && uploadedBytes <= budgetBytes; ++count) {
        const CutTile& cut = m_toUpload[count];
        auto tile = std::make_shared<const SceneTile>(uploadedTile(cut.mesh));
        uploadedBytes += tile->byteCount;
        m_bytes += tile->byteCount;
        ++m_figures.built;
        m_figures.uploadedBytes += tile->byteCount;
        m_tiles[cut.key] = {std::move(tile), m_frame};
    }
    m_toUpload.erase(m_toUpload.begin(), m_toUpload.begin() + static_cast<std::ptrdiff_t>(count));
}

std::shared_ptr<const SceneTile> TileCache::find(const TileKey& key) {
    const auto found = m_tiles.find(key);
    if (found == m_tiles.end()) return nullptr;
    found->second.lastFrame = m_frame;
    return found->second.tile;
}

TilePieces TileCache::piecesFor(const TileSource& source, const MapView& view, double finePx) {
    auto pieces = std::make_shared<std::vector<TilePiece>>();
    std::vector<geodata::TileId> missing;
    for (const geodata::TileId tile :
         geodata::tilesIn(view.box(), geodata::zoomFor(view.mPerPx * std::clamp(finePx, 1.0, kFinest)))) {
        const TileKey key{source.layer, source.revision, tile};
        if (auto ready = find(key)) {
            pieces->push_back({std::move(ready), placeOf(tile, view), rectOf(tile, view)});
            continue;
        }
        missing.push_back(tile);
        addStandIns(*pieces, key, view);
    }
    std::ranges::stable_sort(
        missing, {}, [&](geodata::TileId tile) { return distanceM(geodata::tileBox(tile).center(), view.center); });
    for (const geodata::TileId tile : missing)
        m_wanted.push_back(
            {{source.layer, source.revision, tile}, {source.stores, tile, source.fills, source.lines, source.shape}});
    if (missing.empty()) showOnly(source.layer, source.revision);
    return pieces;
}

// The content before is not shown any more: a layer that is read again and again would fill the cache with it.
void TileCache::showOnly(const std::string& layer, std::uint64_t revision) {
    const auto [shown, isNew] = m_shownRevision.try_emplace(layer, revision);
    if (isNew || shown->second == revision) return;
    shown->second = revision;
    std::erase_if(m_tiles, [&](const auto& entry) {
        const bool isOld = entry.first.layer == layer && entry.first.revision < revision;
        if (isOld) m_bytes -= entry.second.tile->byteCount;
        return isOld;
    });
}

// In the place of a tile that is not there: the same of a content before, an ancestor, or what children there are; of
// the newest content first. While a large file is read one content follows the other before any is cut wholly.
void TileCache::addStandIns(std::vector<TilePiece>& pieces, const TileKey& key, const MapView& view) {
    const ScreenRect rect = rectOf(key.tile, view);
    const auto shown = m_shownRevision.find(key.layer);
    const std::uint64_t oldest = shown == m_shownRevision.end() ? 0 : shown->second;
    for (std::uint64_t back = 0; back <= kMostContentsBack && key.revision >= oldest + back; ++back) {
        TileKey other{key.layer, key.revision - back, key.tile};
        for (int level = 0; level <= kMostLevelsUp && other.tile.zoom >= 0;
             ++level, other.tile = geodata::parentOf(other.tile)) {
            if (auto tile = find(other)) return pieces.push_back({std::move(tile), placeOf(other.tile, view), rect});
            if (other.tile.zoom == 0) break;
        }
        if (addChildren(pieces, {key.layer, key.revision - back, key.tile}, view)) return;
    }
}

bool TileCache::addChildren(std::vector<TilePiece>& pieces, const TileKey& key, const MapView& view) {
    bool any = false;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const geodata::TileId child{key.tile.zoom + 1, key.tile.x * 2 + (quarter & 1), key.tile.y * 2 + (quarter >> 1)};
        if (auto tile = find({key.layer, key.revision, child})) {
            pieces.push_back({std::move(tile), placeOf(child, view), rectOf(child, view)});
            any = true;
        }
    }
    return any;
}

void TileCache::endFrame() {
    std::erase_if(m_wanted, [this](const TileJob& job) {
        return std::ranges::any_of(m_toUpload, [&](const CutTile& cut) { return cut.key == job.key; });
    });
    m_jobs.want(m_wanted);
    evict();
}

void TileCache::evict() {
    while (m_bytes > kMostBytes) {
        const auto oldest = std::min_element(m_tiles.begin(), m_tiles.end(), [](const auto& a, const auto& b) {
            return a.second.lastFrame < b.second.lastFrame;
        });
        if (oldest == m_tiles.end() || oldest->second.lastFrame == m_frame) return;
        m_bytes -= oldest->second.tile->byteCount;
        m_tiles.erase(oldest);
    }
}

}  // namespace layers
