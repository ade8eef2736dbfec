// SPDX-License-Identifier: Apache-2.0
#pragma once
// Solves labels on a thread of its own; only the latest request counts. Called from the main thread.

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "layers/scene/labels/labels.hpp"

namespace layers {

class LabelWorker {
public:
    LabelWorker(std::filesystem::path fontFolder, std::function<void()> wake);
    ~LabelWorker();

    // A wish equal to the last one is not solved again.
    void want(LabelInput input);
    // True: a newer solution was taken over.
    bool poll();
    const SolvedLabels& solved() const { return m_solved; }  // those of one layer together
    bool busy() const;                                       // also: a result was not taken yet
    bool working() const;
    void waitUntilIdle() const;  // until the last wish is solved

private:
    void work(const std::stop_token& stop, const std::filesystem::path& fontFolder);

    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    std::shared_ptr<const LabelInput> m_nextInput, m_lastInput;
    bool m_working = false;
    std::optional<SolvedLabels> m_finished;
    SolvedLabels m_solved;
    std::function<void()> m_wake;
    std::jthread m_thread;
};

}  // namespace layers
