// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/session_store.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "geodata/store/own_files.hpp"
#include "geodata/store/write_file.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNotRestored = "The map works, but the next start will not restore it.";
constexpr std::uintmax_t kMaxBytes = 4U << 20U;

geodata::Error nothingKept(const fs::path& folder, std::string_view reason) {
    return geodata::failure("Cannot keep this session in", geodata::quoted(folder.string()), reason, kNotRestored);
}

geodata::Result<Session> readSession(const fs::path& file) {
    const auto text = geodata::readRegular(file, kMaxBytes);
    if (!text)
        return geodata::failure("Cannot read session", geodata::quoted(file.string()),
                                "it is no file of a session's size");
    return parseSession(*text, file);
}

// Beside the sessions, never over what was moved aside before.
fs::path moveAside(const fs::path& file) {
    std::error_code ignored;
    for (int i = 1;; ++i) {
        const fs::path aside = file.parent_path() / fmt::format("{}.unreadable-{}", file.filename().string(), i);
        if (fs::exists(fs::symlink_status(aside, ignored))) continue;
        fs::rename(file, aside, ignored);
        return aside;
    }
}

}  // namespace

geodata::Result<SessionStore> SessionStore::open(const fs::path& folder) {
    if (folder.empty()) return nothingKept("~", "there is no home folder");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return nothingKept(folder, error.message());
    const int lock = ::open((folder / "session.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0) return nothingKept(folder, std::strerror(errno));
    SessionStore store(folder, lock);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) return nothingKept(folder, "another opsmap window keeps its own there");
    if (const auto failed = store.countStart()) return geodata::Error{failed->text + " " + kNotRestored};
    return store;
}

SessionStore::SessionStore(SessionStore&& other) noexcept
    : m_folder(std::move(other.m_folder)),
      m_lock(std::exchange(other.m_lock, -1)),
      m_failedStarts(other.m_failedStarts),
      m_saved(other.m_saved) {}

SessionStore::~SessionStore() {
    if (m_lock >= 0) ::close(m_lock);
}

fs::path SessionStore::generation(int number) const {
    return m_folder / (number == 0 ? std::string("session.toml") : fmt::format("session.{}.toml", number));
}

SessionStore::Loaded SessionStore::load() const {
    Loaded loaded;
    std::error_code ignored;
    for (int i = 0; i < kGenerations && !loaded.session; ++i) {
        if (!fs::exists(generation(i), ignored)) continue;
        auto session = readSession(generation(i));
        if (session) loaded.session = std::move(*session);
        else
            loaded.remarks.push_back(
                session.error().text +
                fmt::format(" It was moved to {}.", geodata::quoted(moveAside(generation(i)).string())));
    }
    return loaded;
}

geodata::Status SessionStore::save(const std::string& text) {
    std::error_code ignored;
    if (!m_saved) {
        for (int i = kGenerations - 1; i > 1; --i) fs::rename(generation(i - 1), generation(i), ignored);
        fs::create_hard_link(generation(0), generation(1),
                             ignored);  // session.toml is there at every moment, on a full disk too
    }
    m_saved = true;
    return geodata::writeFile(generation(0), std::as_bytes(std::span(text)));
}

// One byte for each start that is not known to have come to a good end.
geodata::Status SessionStore::countStart() {
    std::string starts = geodata::readRegular(m_folder / "session.starts", kMaxBytes).value_or("").substr(0, 100);
    m_failedStarts = static_cast<int>(starts.size());
    starts += '*';
    return geodata::writeFile(m_folder / "session.starts", std::as_bytes(std::span(starts)));
}

void SessionStore::startSucceeded() const {
    std::error_code ignored;
    fs::remove(m_folder / "session.starts", ignored);
}

}  // namespace viewer
