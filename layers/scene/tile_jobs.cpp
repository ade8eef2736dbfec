#include "layers/scene/tile_jobs.hpp"

#include <algorithm>
#include <iterator>

namespace layers {
namespace {
constexpr std::size_t kMostInBlock = 64;  // of one layer: more than a screen
}

TileJobs::TileJobs(unsigned workers, std::function<void()> wake) : m_wake(std::move(wake)) {
    for (unsigned i = 0; i < workers; ++i) m_workers.emplace_back([this](std::stop_token stop) { work(std::move(stop)); });
}

TileJobs::~TileJobs() {
    for (auto& worker : m_workers) worker.request_stop();
    m_changed.notify_all();
}

void TileJobs::want(std::vector<TileJob> jobs) {
    const std::lock_guard lock(m_mutex);
    m_waiting.clear();
    for (TileJob& job : jobs) {
        const bool finished = std::any_of(m_finished.begin(), m_finished.end(), [&](const CutTile& cut) { return cut.key == job.key; });
        if (!finished && !m_inWork.contains(job.key)) m_waiting.push_back(std::move(job));
    }
    m_changed.notify_all();
}

std::vector<CutTile> TileJobs::takeFinished() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_finished, {});
}

bool TileJobs::busy() const {
    const std::lock_guard lock(m_mutex);
    return !m_waiting.empty() || !m_inWork.empty() || !m_finished.empty();
}

void TileJobs::waitForSome() const {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_finished.empty() || (m_waiting.empty() && m_inWork.empty()); });
}

// The first that waits and the next ones of its layer and zoom: their features are read once for all of them.
std::vector<TileJob> TileJobs::nextBlock() {
    std::vector<TileJob> block;
    const TileKey first = m_waiting.front().key;
    for (auto job = m_waiting.begin(); job != m_waiting.end() && block.size() < kMostInBlock;) {
        const bool alike = job->key.layer == first.layer && job->key.revision == first.revision && job->key.tile.zoom == first.tile.zoom;
        if (alike) {
            m_inWork.insert(job->key);
            block.push_back(std::move(*job));
        }
        job = alike ? m_waiting.erase(job) : std::next(job);
    }
    return block;
}

void TileJobs::work(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const std::vector<TileJob> block = nextBlock();
        lock.unlock();
        std::vector<geodata::TileId> tiles;
        for (const TileJob& job : block) tiles.push_back(job.key.tile);
        std::size_t count = 0;
        geodata::cutTiles(block.front().request, tiles, [&](geodata::TileMesh mesh) { finish(block[count++].key, std::move(mesh)); }, stop);
        lock.lock();
    }
}

void TileJobs::finish(const TileKey& key, geodata::TileMesh mesh) {
    const std::lock_guard lock(m_mutex);
    m_inWork.erase(key);
    m_finished.push_back({key, std::move(mesh)});
    m_changed.notify_all();
    if (m_wake) m_wake();
}

}  // namespace layers
