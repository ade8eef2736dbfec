#pragma once
// Fills the symbols' cache on a thread of its own that gives way to all others: making a file can take ten times as long as
// making the symbol, and nobody waits for the file. What was given is written before this object goes. Any thread gives.

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
