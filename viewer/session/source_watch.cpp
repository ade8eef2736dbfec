#include "viewer/session/source_watch.hpp"

#include <utility>

#include "geodata/link/source_key.hpp"

namespace viewer {
namespace {

std::optional<std::string> filesOf(const geodata::LoadRequest& request) {
    auto key = geodata::sourceKey(request);
    return key ? std::optional(std::move(key->content)) : std::nullopt;
}

}  // namespace

SourceWatch::SourceWatch(std::chrono::milliseconds interval)
    : m_interval(interval), m_thread([this](const std::stop_token& stop) { work(stop); }) {}
SourceWatch::~SourceWatch() = default;

void SourceWatch::watch(std::size_t source, geodata::LoadRequest request) {
    const std::lock_guard lock(m_mutex);
    m_new.emplace_back(source, std::move(request));
    m_wake.notify_one();
}

std::vector<SourceChange> SourceWatch::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_changes, {});
}

void SourceWatch::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, m_interval, [this] { return !m_new.empty(); });
        const auto added = std::exchange(m_new, {});
        lock.unlock();
        for (const auto& [source, request] : added) {
            const Files now = filesOf(request);
            m_watched.push_back({source, request, now, now});
        }
        if (!added.empty()) continue;  // looks keep their distance
        for (Watched& watched : m_watched) look(watched);
    }
}

void SourceWatch::look(Watched& watched) {
    Files now = filesOf(watched.request);
    const bool still = now == watched.seen;
    watched.seen = std::move(now);
    if (!still || watched.seen == watched.told) return;
    watched.told = watched.seen;
    const std::lock_guard lock(m_mutex);
    m_changes.push_back({watched.source, !watched.told});
}

}  // namespace viewer
