// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/tiles/tile_jobs.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <iterator>

namespace layers {
namespace {
constexpr std::size_t kLeastInBlock = 8, kMostInBlock = 64;  // of one layer; 64 are more than a screen
constexpr int kNice = 10;

bool alike(const TileKey& a, const TileKey& b) {
    return a.layer == b.layer && a.revision == b.revision && a.tile.zoom == b.tile.zoom;
}

}  // namespace

TileJobs::TileJobs(unsigned workers, std::function<void()> wake) : m_wake(std::move(wake)), m_workerCount(workers) {
    for (unsigned i = 0; i < workers; ++i) m_workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

TileJobs::~TileJobs() {
    for (auto& worker : m_workers) worker.request_stop();
    m_changed.notify_all();
}

void TileJobs::want(std::vector<TileJob> jobs) {
    const std::lock_guard lock(m_mutex);
    m_waiting.clear();
    for (TileJob& job : jobs) {
        const bool finished =
            std::any_of(m_finished.begin(), m_finished.end(), [&](const CutTile& cut) { return cut.key == job.key; });
        if (!finished && !m_inWork.contains(job.key)) m_waiting.push_back(std::move(job));
    }
    m_changed.notify_all();
}

std::vector<CutTile> TileJobs::takeFinished() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_finished, {});
}

bool TileJobs::hasFinished() const {
    const std::lock_guard lock(m_mutex);
    return !m_finished.empty();
}

bool TileJobs::busy() const {
    const std::lock_guard lock(m_mutex);
    return !m_waiting.empty() || !m_inWork.empty() || !m_finished.empty();
}

bool TileJobs::working() const {
    const std::lock_guard lock(m_mutex);
    return !m_waiting.empty() || !m_inWork.empty();
}

void TileJobs::waitForSome() const {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_finished.empty() || (m_waiting.empty() && m_inWork.empty()); });
}

// The first that waits and the next ones of its layer and zoom: their features are read once for all of them. No more
// than a worker's share.
std::vector<TileJob> TileJobs::nextBlock() {
    std::vector<TileJob> block;
    const TileKey first = m_waiting.front().key;
    const auto ofFirst = static_cast<std::size_t>(
        std::ranges::count_if(m_waiting, [&](const TileJob& job) { return alike(job.key, first); }));
    const std::size_t most = std::clamp((ofFirst + m_workerCount - 1) / m_workerCount, kLeastInBlock, kMostInBlock);
    for (auto job = m_waiting.begin(); job != m_waiting.end() && block.size() < most;) {
        const bool taken = alike(job->key, first);
        if (taken) {
            m_inWork.insert(job->key);
            block.push_back(std::move(*job));
        }
        job = taken ? m_waiting.erase(job) : std::next(job);
    }
    return block;
}

// As many workers as processors, and behind those who draw: on Linux the priority is this thread's alone.
void TileJobs::work(const std::stop_token& stop) {
    ::setpriority(PRIO_PROCESS, 0, kNice);
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const std::vector<TileJob> block = nextBlock();
        lock.unlock();
        std::vector<geodata::TileId> tiles;
        for (const TileJob& job : block) tiles.push_back(job.key.tile);
        std::size_t count = 0;
        geodata::cutTiles(
            block.front().request, tiles, [&](geodata::TileMesh mesh) { finish(block[count++].key, std::move(mesh)); },
            stop);
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
