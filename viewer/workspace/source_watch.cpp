// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/source_watch.hpp"

#include <algorithm>
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
    : m_interval(interval),
      m_lookAt(lookAt ? std::move(lookAt) : keyContent),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}
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
        for (const auto& [source, request] : added)
            folderOf(request.path).files.push_back({.source = source, .request = request, .told = {}, .seen = {}});
        for (Folder& folder : m_folders)
            look(folder, !added.empty(), stop);  // looks at what is known keep their distance
    }
}

SourceWatch::Folder& SourceWatch::folderOf(const std::filesystem::path& file) {
    const auto path = file.parent_path();
    const auto found = std::ranges::find(m_folders, path, &Folder::path);
    return found != m_folders.end() ? *found : m_folders.emplace_back(Folder{path, {}, {}});
}

void SourceWatch::look(Folder& folder, bool onlyNew, const std::stop_token& stop) {
    if (onlyNew && std::ranges::none_of(folder.files, &Watched::isNew)) return;
    std::vector<Files> now = filesIn(folder, stop);
    if (stop.stop_requested()) return;
    for (std::size_t i = 0; i < now.size(); ++i)
        if (!onlyNew || folder.files[i].isNew) take(folder.files[i], std::move(now[i]));
}

void SourceWatch::take(Watched& watched, Files now) {
    if (std::exchange(watched.isNew, false)) watched.told = watched.seen = now;
    const bool still = now == watched.seen;
    watched.seen = std::move(now);
    if (!still || watched.seen == watched.told) return;
    watched.told = watched.seen;
    const std::lock_guard lock(m_mutex);
    m_changes.push_back({watched.source, !watched.told});
}

// In the order of the folder's files; of one that came while a look hung, nothing yet.
std::vector<SourceWatch::Files> SourceWatch::filesIn(Folder& folder, const std::stop_token& stop) {
    const bool hangs = folder.hanging.has_value();
    if (!hangs) {
        std::vector<geodata::LoadRequest> requests;
        for (const Watched& watched : folder.files) requests.push_back(watched.request);
        folder.hanging.emplace([lookAt = m_lookAt, requests = std::move(requests)] {
            std::vector<Files> found;
            for (const geodata::LoadRequest& request : requests) found.push_back(lookAt(request));
            return found;
        });
    }
    auto found = folder.hanging->within(hangs ? std::chrono::milliseconds(0) : kPatience, stop);
    if (!found) return std::vector<Files>(folder.files.size());
    folder.hanging.reset();
    return std::move(*found);
}

}  // namespace viewer
