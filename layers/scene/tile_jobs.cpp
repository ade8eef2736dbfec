#include "layers/scene/tile_jobs.hpp"

#include <algorithm>

namespace layers {

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

void TileJobs::work(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        TileJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_inWork.insert(job.key);
        lock.unlock();
        geodata::TileMesh mesh = geodata::cutTile(job.request, stop);
        lock.lock();
        m_inWork.erase(job.key);
        m_finished.push_back({std::move(job.key), std::move(mesh)});
        m_changed.notify_all();
        if (m_wake) m_wake();
    }
}

}  // namespace layers
