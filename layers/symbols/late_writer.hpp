// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes the symbol cache on a low-priority thread of its own, because making a file can take ten times as long as
// making the symbol. Everything given to it is written before it is destroyed. Called from any thread.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace layers {

class LateWriter {
public:
    void give(std::function<void()> write);

private:
    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::function<void()>> m_open;
    std::jthread m_thread;  // started at the first
};

}  // namespace layers
