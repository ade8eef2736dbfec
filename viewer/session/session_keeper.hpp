// SPDX-License-Identifier: Apache-2.0
#pragma once
// Keeps the session while the window runs: it loads the last one, saves every few seconds on another thread, and
// saves once more at the end, whatever the cause. Main thread.

#include <future>
#include <optional>
#include <string>
#include <vector>

#include "viewer/session/session_store.hpp"

namespace viewer {

inline constexpr double kSaveEveryS = 3;

class SessionKeeper {
public:
    explicit SessionKeeper(const std::filesystem::path& stateFolder);
    SessionKeeper(SessionKeeper&&) = default;  // before the first keep(), which works on this very object
    SessionKeeper& operator=(SessionKeeper&&) = delete;
    ~SessionKeeper();

    // What the last run left; none at a first start, in safe mode and in a second window.
    const std::optional<Session>& last() const { return m_last; }
    // What the user should know about it, each a sentence.
    const std::vector<std::string>& remarks() const { return m_remarks; }

    // The map is up: this start counts as a good one.
    void startSucceeded();
    bool due(double nowS) const { return m_store && nowS >= m_nextS; }
    // Writes on another thread, when it differs from what was written last. The error is that of the write before.
    geodata::Status keep(const Session& session, double nowS);
    // Writes now; nothing is written after it. Also called while the X server is gone.
    geodata::Status end(const Session& session);

private:
    geodata::Status finishSave();

    std::optional<SessionStore> m_store;
    std::optional<Session> m_last;
    std::vector<std::string> m_remarks;
    std::string m_written;
    std::future<geodata::Status> m_save;
    double m_nextS = 0;
    bool m_started = false;
};

}  // namespace viewer
