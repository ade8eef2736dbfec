// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/session_keeper.hpp"

#include <chrono>

namespace viewer {

SessionKeeper::SessionKeeper(const std::filesystem::path& stateFolder) {
    auto store = SessionStore::open(stateFolder);
    if (!store) {
        m_remarks.push_back(store.error().text);
        return;
    }
    m_store.emplace(std::move(*store));
    if (m_store->failedStarts() >= kFailedStartsToSafeMode) {
        m_remarks.emplace_back(
            "The last two starts failed. This one leaves out the last session; it is kept as session.1.toml.");
        return;
    }
    SessionStore::Loaded loaded = m_store->load();
    m_last = std::move(loaded.session);
    m_remarks = std::move(loaded.remarks);
}

SessionKeeper::~SessionKeeper() {
    if (m_save.valid()) m_save.wait();
}

void SessionKeeper::startSucceeded() {
    if (m_store && !std::exchange(m_started, true)) m_store->startSucceeded();
}

geodata::Status SessionKeeper::finishSave() { return m_save.valid() ? m_save.get() : geodata::Status(); }

geodata::Status SessionKeeper::keep(const Session& session, double nowS) {
    m_nextS = nowS + kSaveEveryS;
    if (m_save.valid() && m_save.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return {};  // a slow disk
    geodata::Status failed = finishSave();
    if (failed) m_written.clear();
    std::string text = sessionText(session);
    if (text == m_written) return failed;
    m_written = text;
    m_save = std::async(std::launch::async, [this, text = std::move(text)] { return m_store->save(text); });
    return failed;
}

geodata::Status SessionKeeper::end(const Session& session) {
    if (!m_store) return {};
    if (const auto failed = finishSave()) m_written.clear();
    const std::string text = sessionText(session);
    startSucceeded();
    return text == m_written ? geodata::Status() : m_store->save(text);
}

}  // namespace viewer
