// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/link.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

#include "geodata/link/event_queue.hpp"
#include "geodata/link/load_job.hpp"
#include "geodata/link/loader_process.hpp"

namespace geodata {
namespace {

constexpr std::size_t kChildrenAtOnce = 3;
constexpr int kDeadlineCheckMs = 200;

}  // namespace

struct Link::State {
    explicit State(LinkSettings given)
        : settings(std::move(given)), queue(settings.wake), wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        if (settings.loaderProgram.empty()) settings.loaderProgram = defaultLoaderProgram();
        thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
    }
    ~State() {
        thread.request_stop();
        ring();
    }

    void ring() const { ::eventfd_write(wakeUp.number(), 1); }

    // The link's thread.
    void work(const std::stop_token& stop);
    void takeOrders(const std::stop_token& stop);
    void launchWaiting();
    bool launch(LoadJob& job);
    void waitForSomething();
    void takeFromLoader();
    void takeFromChildren();
    void endOverdue();
    void kill(LoadId id);
    void loseLoader();

    LinkSettings settings;
    EventQueue queue;
    Descriptor wakeUp;
    std::mutex mutex;
    std::vector<std::pair<LoadId, LoadRequest>> starts;  // ordered, not yet taken
    std::vector<LoadId> cancels;
    LoadId lastId = 0;

    std::list<LoadJob> jobs;
    std::optional<LoaderProcess> loader;
    std::jthread thread;
};

void Link::State::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        takeOrders(stop);
        launchWaiting();
        waitForSomething();
        takeFromChildren();
        takeFromLoader();
        endOverdue();
        jobs.remove_if([](const LoadJob& job) { return job.ended() && !job.running(); });
    }
    loader.reset();  // ends the children too
}

void Link::State::takeOrders(const std::stop_token& stop) {
    std::vector<std::pair<LoadId, LoadRequest>> newStarts;
    std::vector<LoadId> newCancels;
    {
        const std::lock_guard lock(mutex);
        newStarts.swap(starts);
        newCancels.swap(cancels);
    }
    for (auto& [id, request] : newStarts) {
        LoadJob job(id, std::move(request));
        if (!job.answerAtOnce(settings, queue, stop)) jobs.push_back(std::move(job));
    }
    for (const LoadId id : newCancels)
        for (LoadJob& job : jobs)
            if (job.id() == id) {
                job.fail(LoadFailure::cancelled, "it was cancelled", queue);
                kill(id);
            }
}

void Link::State::launchWaiting() {
    auto running = static_cast<std::size_t>(
        std::count_if(jobs.begin(), jobs.end(), [](const LoadJob& job) { return job.running(); }));
    for (LoadJob& job : jobs) {
        if (running >= kChildrenAtOnce) return;
        if (!job.running() && !job.ended() && launch(job)) ++running;
    }
}

bool Link::State::launch(LoadJob& job) {
    if (!loader) {
        auto started = LoaderProcess::start(settings.loaderProgram);
        if (!started) return job.fail(LoadFailure::refused, started.error().text, queue), false;
        loader.emplace(std::move(*started));
    }
    auto pair = Channel::makePair();
    if (!pair) return job.fail(LoadFailure::refused, pair.error().text, queue), false;
    const message::Request request{job.id(), job.request(), settings.limits};
    if (!loader->control().send(request, pair->theirs.number()))
        return job.fail(LoadFailure::crashed, "opsmap-loader does not answer", queue), false;
    job.begin(std::move(pair->ours));
    return true;
}

void Link::State::waitForSomething() {
    std::vector<pollfd> watched{{wakeUp.number(), POLLIN, 0}};
    if (loader) watched.push_back({loader->control().number(), POLLIN, 0});
    for (const LoadJob& job : jobs)
        if (job.running()) watched.push_back({job.socket(), POLLIN, 0});
    ::poll(watched.data(), watched.size(), jobs.empty() ? -1 : kDeadlineCheckMs);
    eventfd_t rung = 0;
    ::eventfd_read(wakeUp.number(), &rung);
}

void Link::State::takeFromChildren() {
    for (LoadJob& job : jobs)
        if (job.running() && !job.takeMessages(settings.limits, settings.cacheFolder, queue)) kill(job.id());
}

// How children ended. What a child sent before it ended is taken first, or its last words would be lost.
void Link::State::takeFromLoader() {
    while (loader) {
        Received got = loader->control().receive(false);
        if (std::holds_alternative<received::Nothing>(got)) return;
        const auto* whole = std::get_if<received::Whole>(&got);
        const auto* ended = whole != nullptr ? std::get_if<message::Ended>(&whole->message) : nullptr;
        if (ended == nullptr) return loseLoader();
        for (LoadJob& job : jobs)
            if (job.id() == ended->id) {
                job.takeMessages(settings.limits, settings.cacheFolder, queue);
                job.childEnded(*ended, queue);
            }
    }
}

void Link::State::endOverdue() {
    for (LoadJob& job : jobs) {
        const auto reason = job.running() && !job.ended() ? job.overdue(settings.limits) : std::nullopt;
        if (!reason) continue;
        job.fail(LoadFailure::tooSlow, *reason, queue);
        kill(job.id());
    }
}

void Link::State::kill(LoadId id) {
    if (loader) loader->control().send(message::Kill{id});
}

// It died, or said what it never says: its children are gone with it. The next load starts another.
void Link::State::loseLoader() {
    loader.reset();
    for (LoadJob& job : jobs)
        if (job.running()) job.childEnded({job.id(), 0, SIGKILL}, queue);
}

Link::Link(LinkSettings settings) : m_state(std::make_unique<State>(std::move(settings))) {}
Link::~Link() = default;

LoadId Link::start(LoadRequest request) {
    const std::lock_guard lock(m_state->mutex);
    const LoadId id = ++m_state->lastId;
    m_state->starts.emplace_back(id, std::move(request));
    m_state->ring();
    return id;
}

void Link::cancel(LoadId id) {
    const std::lock_guard lock(m_state->mutex);
    m_state->cancels.push_back(id);
    m_state->ring();
}

std::vector<LoadEvent> Link::poll() { return m_state->queue.take(); }
std::vector<LoadEvent> Link::wait(double timeoutS) {
    return m_state->queue.takeWithin(std::chrono::duration<double>(timeoutS));
}

}  // namespace geodata
