// SPDX-License-Identifier: Apache-2.0
#pragma once
// The session's files in the state folder: session.toml, the four before it (session.1.toml, …), the lock that keeps
// a second window away, and the count of failed starts. Main thread; save() on any one thread at a time.

#include <filesystem>
#include <string>
#include <vector>

#include "geodata/result/result.hpp"
#include "viewer/session/session.hpp"

namespace viewer {

inline constexpr int kGenerations = 5;
inline constexpr int kFailedStartsToSafeMode = 2;

class SessionStore {
public:
    // Takes the lock. The error says why nothing is kept: no folder, not writable, another window has it.
    static geodata::Result<SessionStore> open(const std::filesystem::path& folder);
    SessionStore(SessionStore&& other) noexcept;
    SessionStore& operator=(SessionStore&&) = delete;
    ~SessionStore();

    struct Loaded {
        std::optional<Session> session;    // none: there was none that could be read
        std::vector<std::string> remarks;  // what was moved aside, and why
    };
    // The newest session that can be read. What cannot is moved aside.
    Loaded load() const;
    // The first save of this store moves the older sessions one place back: a generation is a run of the program.
    geodata::Status save(const std::string& text);

    // How many starts in a row did not get as far as startSucceeded(). Counts this one.
    int failedStarts() const { return m_failedStarts; }
    void startSucceeded() const;

private:
    SessionStore(std::filesystem::path folder, int lock) : m_folder(std::move(folder)), m_lock(lock) {}
    std::filesystem::path generation(int number) const;
    geodata::Status countStart();

    std::filesystem::path m_folder;
    int m_lock = -1;
    int m_failedStarts = 0;
    bool m_saved = false;
};

}  // namespace viewer
