// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/labels/label_worker.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <utility>

namespace layers {
namespace {

constexpr int kNice = 10;  // panning solves labels again and again, and frames need the processors

}  // namespace

LabelWorker::LabelWorker(std::filesystem::path fontFolder, std::function<void()> wake)
    : m_wake(std::move(wake)),
      m_thread([this, folder = std::move(fontFolder)](const std::stop_token& stop) { work(stop, folder); }) {}

LabelWorker::~LabelWorker() {
    m_thread.request_stop();
    m_changed.notify_all();
}

void LabelWorker::want(LabelInput input) {
    if (m_lastInput && *m_lastInput == input) return;
    m_lastInput = std::make_shared<const LabelInput>(std::move(input));
    const std::lock_guard lock(m_mutex);
    m_nextInput = m_lastInput;
    m_changed.notify_all();
}

bool LabelWorker::poll() {
    const std::lock_guard lock(m_mutex);
    if (!m_finished) return false;
    m_solved = std::move(*m_finished);
    m_finished.reset();
    return true;
}

bool LabelWorker::busy() const {
    const std::lock_guard lock(m_mutex);
    return m_nextInput != nullptr || m_working || m_finished;
}

bool LabelWorker::working() const {
    const std::lock_guard lock(m_mutex);
    return m_nextInput != nullptr || m_working;
}

void LabelWorker::waitUntilIdle() const {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_nextInput && !m_working; });
}

// A FontSet belongs to one thread, so this one has its own.
void LabelWorker::work(const std::stop_token& stop, const std::filesystem::path& fontFolder) {
    ::setpriority(PRIO_PROCESS, 0, kNice);  // on Linux of this thread
    const auto fonts = FontSet::load(fontFolder);
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_nextInput != nullptr; })) {
        const std::shared_ptr<const LabelInput> input = std::exchange(m_nextInput, nullptr);
        m_working = true;
        lock.unlock();
        SolvedLabels solved{input->stage.view, {}};
        if (fonts) solved = solveLabels(*input, *fonts);  // without fonts the scene was refused at its start
        std::ranges::stable_sort(solved.labels, {}, &SolvedLabel::layer);
        lock.lock();
        m_working = false;
        m_finished = std::move(solved);
        m_changed.notify_all();
        if (m_wake) m_wake();
    }
}

}  // namespace layers
