// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/read_ahead.hpp"

namespace geodata {
namespace {

constexpr std::size_t kMostAhead = 4;  // batches: memory for what waits stays small

}  // namespace

ReadAhead::ReadAhead(Source& source, std::size_t batch, const DegreeWindow& window)
    : m_source(source),
      m_batch(batch),
      m_window(window),
      m_thread([this](const std::stop_token& stop) { read(stop); }) {}

void ReadAhead::read(const std::stop_token& stop) {
    try {
        for (bool more = true; more;) {
            SourceFeatures batch = m_source.read(m_batch, m_window);
            more = batch.more && !batch.brokenOff;
            if (!put(std::move(batch), stop)) return;
        }
    } catch (...) {  // out of memory: whoever waits for the batch reports it
        const std::lock_guard lock(m_mutex);
        m_thrown = std::current_exception();
        m_changed.notify_all();
    }
}

bool ReadAhead::put(SourceFeatures batch, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_ready.size() < kMostAhead; })) return false;
    m_ready.push_back(std::move(batch));
    m_changed.notify_all();
    return true;
}

SourceFeatures ReadAhead::next() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_thrown; });
    if (m_ready.empty()) std::rethrow_exception(m_thrown);
    SourceFeatures batch = std::move(m_ready.front());
    m_ready.pop_front();
    m_changed.notify_all();
    return batch;
}

}  // namespace geodata
