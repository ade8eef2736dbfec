// SPDX-License-Identifier: Apache-2.0
#pragma once
// The queue through which the link's thread hands events to the viewer's main thread. Any thread.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "geodata/link/load_event.hpp"

namespace geodata {

class EventQueue {
public:
    explicit EventQueue(std::function<void()> wake) : m_wake(std::move(wake)) {}

    void push(LoadEvent event);
    std::vector<LoadEvent> take();
    std::vector<LoadEvent> takeWithin(std::chrono::duration<double> timeout);

private:
    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::vector<LoadEvent> m_events;
};

}  // namespace geodata
