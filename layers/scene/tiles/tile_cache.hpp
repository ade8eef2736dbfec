// SPDX-License-Identifier: Apache-2.0
#pragma once
// The tiles of all layers: which are on the GPU, which are wanted, and what is shown in place of missing ones (the
// geometry of a parent or of the children, each cut to its own rectangle). Needs a current GL context; main thread.

#include <map>

#include "layers/model/stage.hpp"
#include "layers/scene/draw/draw_list.hpp"
#include "layers/scene/tiles/tile_jobs.hpp"

namespace layers {

struct TileFigures {  // since the cache was made
    std::size_t built = 0, uploadedBytes = 0;
};

// One layer's content as tiles are cut from it.
struct TileSource {
    std::string layer;
    std::uint64_t revision = 0;
    std::vector<std::shared_ptr<const geodata::Store>> stores;
    bool fills = true, lines = true;
    geodata::LineShape shape;
};

class TileCache {
public:
    explicit TileCache(std::function<void()> wake);

    // Uploads what the workers finished, up to `budgetBytes`.
    void beginFrame(std::size_t budgetBytes);
    // The layer's pieces for this view; what is missing is ordered, the nearest to its middle first. `finePx`: pixels
    // of the picture per nominal pixel; where they are small, one of them is as far as a shape may be off, otherwise
    // half of one.
    TilePieces piecesFor(const TileSource& source, const MapView& view, double finePx);
    // Hands the orders to the workers.
    void endFrame();
    // Blocks until a worker has finished something, or there is nothing to wait for.
    void wait() const { m_jobs.waitForSome(); }
    bool working() const { return m_jobs.working(); }
    bool busy() const { return hasNews() || m_jobs.busy(); }
    bool hasNews() const { return !m_toUpload.empty() || m_jobs.hasFinished(); }  // a frame would show more
    std::size_t gpuBytes() const { return m_bytes; }
    const TileFigures& figures() const { return m_figures; }

private:
    struct Entry {
        std::shared_ptr<const SceneTile> tile;
        std::uint64_t lastFrame = 0;
    };
    std::shared_ptr<const SceneTile> find(const TileKey& key);
    void showOnly(const std::string& layer, std::uint64_t revision);
    void addStandIns(std::vector<TilePiece>& pieces, const TileKey& key, const MapView& view);
    bool addChildren(std::vector<TilePiece>& pieces, const TileKey& key, const MapView& view);
    void evict();

    std::map<TileKey, Entry> m_tiles;
    std::map<std::string, std::uint64_t>
        m_shownRevision;  // the last one that was there wholly; with those since it stands in while a newer is cut
    std::vector<TileJob> m_wanted;
    std::vector<CutTile> m_toUpload;
    std::uint64_t m_frame = 0;
    std::size_t m_bytes = 0;
    TileFigures m_figures;
    TileJobs m_jobs;
};

}  // namespace layers
