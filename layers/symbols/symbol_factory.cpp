// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "layers/symbols/late_writer.hpp"
#include "layers/symbols/milsymbol.hpp"
#include "layers/symbols/symbol_cache.hpp"
#include "layers/symbols/symbols.hpp"

namespace layers {
namespace {

using DrawingPtr = std::shared_ptr<const SymbolDrawing>;

// Each batch places all symbols of the map again: a batch has at least so many, and a quarter of those requested.
constexpr std::size_t kLeastBatch = 64, kBatchesOfKnown = 4;
constexpr int kReadsBetweenPolls = 100;  // a file takes half a tenth of a millisecond: a frame does not feel it

std::string identity(const SymbolRequest& request) {
    std::string key = request.sidc;
    for (const auto& [name, value] : request.amplifiers) key.append(1, '\0').append(name).append(1, '\0').append(value);
    return key;
}

}  // namespace

struct SymbolFactory::State {
    SymbolSettings settings;
    std::unordered_map<std::string, DrawingPtr> known;  // null: ordered

    mutable std::mutex mutex;
    mutable std::condition_variable_any changed;
    std::deque<SymbolRequest> orders;
    std::vector<std::pair<SymbolRequest, DrawingPtr>> finished;
    bool working = false, startedJavaScript = false;
    std::optional<geodata::Error> error;
    int readsLeft = kReadsBetweenPolls;  // files, up to the next poll
    LateWriter writer;                   // goes after the worker
    std::jthread worker;                 // started at the first symbol that is not found at once

    void work(const std::stop_token& stop);
};

// JavaScriptCore lives and dies on this thread; it is started for the first symbol that the folder does not have.
class SymbolFactory::Worker {
public:
    explicit Worker(State& state) : m_state(state) {}
    DrawingPtr drawn(const SymbolRequest& request) {
        if (auto cached = readCached(m_state.settings.cacheFolder, request))
            return std::make_shared<const SymbolDrawing>(std::move(*cached));
        start();
        if (!m_milsymbol) return std::make_shared<const SymbolDrawing>(unknownDrawing());
        auto drawing = std::make_shared<const SymbolDrawing>(m_milsymbol->draw(request));
        m_state.writer.give(
            [folder = m_state.settings.cacheFolder, request, drawing] { writeCached(folder, request, *drawing); });
        return drawing;
    }

private:
    void start() {
        if (m_started) return;
        m_started = true;
        auto loaded = Milsymbol::load(m_state.settings.milsymbolFile);
        if (loaded) m_milsymbol = std::move(*loaded);
        const std::lock_guard lock(m_state.mutex);
        m_state.startedJavaScript = true;
        if (!loaded) m_state.error = loaded.error();
    }

    State& m_state;
    bool m_started = false;
    std::unique_ptr<Milsymbol> m_milsymbol;
};

void SymbolFactory::State::work(const std::stop_token& stop) {
    Worker worksHere(*this);
    std::unique_lock lock(mutex);
    while (changed.wait(lock, stop, [this] { return !orders.empty(); }) && !stop.stop_requested()) {
        const SymbolRequest request = std::move(orders.front());
        orders.pop_front();
        working = true;
        lock.unlock();
        DrawingPtr drawing = worksHere.drawn(request);
        lock.lock();
        working = false;
        finished.emplace_back(request, std::move(drawing));
        changed.notify_all();
        if (settings.wake) settings.wake();
    }
}

SymbolFactory::SymbolFactory(SymbolSettings settings) : m_state(std::make_unique<State>()) {
    m_state->settings = std::move(settings);
}
SymbolFactory::~SymbolFactory() {
    m_state->worker.request_stop();
    m_state->changed.notify_all();
}

std::shared_ptr<const SymbolDrawing> SymbolFactory::find(const SymbolRequest& request) {
    const auto [entry, isNew] = m_state->known.try_emplace(identity(request));
    if (!isNew) return entry->second;
    if (m_state->readsLeft > 0) {
        --m_state->readsLeft;
        if (auto cached = readCached(m_state->settings.cacheFolder, request))
            return entry->second = std::make_shared<const SymbolDrawing>(std::move(*cached));
        m_state->readsLeft =
            0;  // where one is missing others are, and their files are being written: the folder is locked
    }
    const std::lock_guard lock(m_state->mutex);
    m_state->orders.push_back(request);
    if (!m_state->worker.joinable())
        m_state->worker = std::jthread([state = m_state.get()](const std::stop_token& stop) { state->work(stop); });
    m_state->changed.notify_all();
    return nullptr;
}

bool SymbolFactory::busy() const {
    const std::lock_guard lock(m_state->mutex);
    return !m_state->orders.empty() || m_state->working || !m_state->finished.empty();
}

bool SymbolFactory::working() const {
    const std::lock_guard lock(m_state->mutex);
    return !m_state->orders.empty() || m_state->working;
}

bool SymbolFactory::poll() {
    m_state->readsLeft = kReadsBetweenPolls;
    const std::lock_guard lock(m_state->mutex);
    const std::size_t batch = std::max(kLeastBatch, m_state->known.size() / kBatchesOfKnown);
    if (m_state->finished.size() < batch && (!m_state->orders.empty() || m_state->working)) return false;
    for (auto& [request, drawing] : m_state->finished) m_state->known[identity(request)] = std::move(drawing);
    const bool any = !m_state->finished.empty();
    m_state->finished.clear();
    return any;
}

void SymbolFactory::waitUntilIdle() {
    std::unique_lock lock(m_state->mutex);
    m_state->changed.wait(lock, [this] { return m_state->orders.empty() && !m_state->working; });
}

std::optional<geodata::Error> SymbolFactory::error() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->error;
}

bool SymbolFactory::startedJavaScript() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->startedJavaScript;
}

}  // namespace layers
