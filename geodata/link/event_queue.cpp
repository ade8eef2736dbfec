// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/event_queue.hpp"

#include <utility>

namespace geodata {
namespace {

// Only the last word on progress counts, and a viewer that does not look must not pay for all of them.
bool replaces(const LoadEvent& event, const LoadEvent& last) {
    const auto* now = std::get_if<load_event::Progress>(&event.what);
    const auto* before = std::get_if<load_event::Progress>(&last.what);
    return now != nullptr && before != nullptr && event.id == last.id && now->layer == before->layer;
}

}  // namespace

void EventQueue::push(LoadEvent event) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_events.empty() && replaces(event, m_events.back())) m_events.back() = std::move(event);
        else m_events.push_back(std::move(event));
    }
    m_filled.notify_all();
    if (m_wake) m_wake();
}

std::vector<LoadEvent> EventQueue::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

std::vector<LoadEvent> EventQueue::takeWithin(std::chrono::duration<double> timeout) {
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, timeout, [&] { return !m_events.empty(); });
    return std::exchange(m_events, {});
}

}  // namespace geodata
