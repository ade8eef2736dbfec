// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/late_writer.hpp"

#include <sys/resource.h>

#include <utility>

namespace layers {

namespace {
constexpr int kNice = 19;
}

void LateWriter::give(std::function<void()> write) {
    const std::lock_guard lock(m_mutex);
    m_open.push_back(std::move(write));
    if (!m_thread.joinable()) m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
    m_changed.notify_all();
}

// Asked to stop, it writes what is open first.
void LateWriter::work(const std::stop_token& stop) {
    ::setpriority(PRIO_PROCESS, 0, kNice);  // on Linux of this thread; where it is refused, the frame waits longer
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_open.empty(); })) {
        const std::function<void()> write = std::move(m_open.front());
        m_open.pop_front();
        lock.unlock();
        write();
        lock.lock();
    }
}

}  // namespace layers
