// SPDX-License-Identifier: Apache-2.0
#pragma once
// A file probe with a timeout. It runs on a thread of its own, because a share that went away can block it for
// minutes. The caller waits as long as it likes and then abandons the thread. Any thread.

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <optional>
#include <stop_token>
#include <thread>

namespace geodata {

template <class Found>
class TimedProbe {
public:
    // `probe` owns all that it uses: it may outlive everything.
    explicit TimedProbe(std::function<Found()> probe) {
        std::promise<Found> promise;
        m_found = promise.get_future();
        std::thread([probe = std::move(probe), promise = std::move(promise)]() mutable {
            promise.set_value(probe());
        }).detach();
    }
    // What it found, once; none: nothing came in that time, or a stop was asked for.
    std::optional<Found> within(std::chrono::milliseconds time, const std::stop_token& stop = {}) {
        constexpr std::chrono::milliseconds kStep{20};  // how long a stop is not seen
        const auto end = std::chrono::steady_clock::now() + time;
        while (!stop.stop_requested()) {
            const auto left = end - std::chrono::steady_clock::now();
            if (m_found.wait_for(std::min<std::chrono::nanoseconds>(left, kStep)) == std::future_status::ready)
                return m_found.get();
            if (left <= left.zero()) break;
        }
        return {};
    }

private:
    std::future<Found> m_found;
};

}  // namespace geodata
