#include "viewer/session/source_watch.hpp"

#include <utility>

#include "geodata/link/source_key.hpp"

namespace viewer {
namespace {

constexpr std::chrono::milliseconds kPatience{2000};  // a disk that wakes up may take as long

SourceWatch::Files keyContent(const geodata::LoadRequest& request) {
    auto key = geodata::sourceKey(request);
    return key ? SourceWatch::Files(std::move(key->content)) : std::nullopt;
}

}  // namespace

SourceWatch::SourceWatch(std::chrono::milliseconds interval, LookAt lookAt)
    : m_interval(interval), m_lookAt(lookAt ? std::move(lookAt) : keyContent), m_thread([this](const std::stop_token& stop) { work(stop); }) {}
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
            m_watched.push_back({source, request, {}, {}, {}});
            m_watched.back().told = m_watched.back().seen = filesOf(m_watched.back(), stop);
        }
        if (!added.empty()) continue;  // looks keep their distance
        for (Watched& watched : m_watched) look(watched, stop);
    }
}

void SourceWatch::look(Watched& watched, const std::stop_token& stop) {
    Files now = filesOf(watched, stop);
    const bool still = now == watched.seen;
    watched.seen = std::move(now);
    if (!still || watched.seen == watched.told || stop.stop_requested()) return;
    watched.told = watched.seen;
    const std::lock_guard lock(m_mutex);
    m_changes.push_back({watched.source, !watched.told});
}

SourceWatch::Files SourceWatch::filesOf(Watched& watched, const std::stop_token& stop) {
    const bool hangs = watched.hanging.has_value();
    if (!hangs) watched.hanging.emplace([lookAt = m_lookAt, request = watched.request] { return lookAt(request); });
    auto found = watched.hanging->within(hangs ? std::chrono::milliseconds(0) : kPatience, stop);
    if (!found) return {};
    watched.hanging.reset();
    return std::move(*found);
}

}  // namespace viewer
