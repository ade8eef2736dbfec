// SPDX-License-Identifier: Apache-2.0
#pragma once
// Checks the files of the sources at intervals, on a thread of its own because a share that went away can block for
// minutes. Polling works everywhere; the kernel's notifications do not work on shares. watch() and take() from any
// thread.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "geodata/link/load_request.hpp"
#include "geodata/link/timed_probe.hpp"

namespace viewer {

// What happens when a file changes while it is shown. Its picture stays in any case.
enum class ReloadPolicy : std::uint8_t { automatic, ask, off };

struct SourceChange {
    std::size_t source = 0;  // as watch() named it
    bool gone = false;       // otherwise it changed, or is back

    bool operator==(const SourceChange&) const = default;
};

class SourceWatch {
public:
    using Files = std::optional<std::string>;  // device, inode, size and time of each; none: it is not there
    using LookAt = std::function<Files(const geodata::LoadRequest&)>;

    // `lookAt`: tests give one that does not come back.
    explicit SourceWatch(std::chrono::milliseconds interval, LookAt lookAt = {});
    ~SourceWatch();  // at once, even where a look hangs

    void watch(std::size_t source, geodata::LoadRequest request);
    // A change is told once, when two looks in a row saw the same: a file is not read while it is written. A look that
    // does not come back sees no file.
    std::vector<SourceChange> take();

private:
    struct Watched {
        std::size_t source = 0;
        geodata::LoadRequest request;
        Files told, seen;
        bool isNew = true;  // not looked at yet
    };
    struct Folder {  // looked at together: what lies in one hangs together
        std::filesystem::path path;
        std::vector<Watched> files;
        std::optional<geodata::TimedProbe<std::vector<Files>>> hanging;  // no other is begun before it came back
    };
    void work(const std::stop_token& stop);
    Folder& folderOf(const std::filesystem::path& file);
    void look(Folder& folder, bool onlyNew, const std::stop_token& stop);
    void take(Watched& watched, Files now);
    std::vector<Files> filesIn(Folder& folder, const std::stop_token& stop);

    std::chrono::milliseconds m_interval;
    LookAt m_lookAt;
    std::vector<Folder> m_folders;  // the thread's
    std::mutex m_mutex;
    std::vector<std::pair<std::size_t, geodata::LoadRequest>> m_new;
    std::vector<SourceChange> m_changes;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

}  // namespace viewer
