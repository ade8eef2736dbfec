// SPDX-License-Identifier: Apache-2.0
#pragma once
// What outlives the window: applies the last session at the start, and saves this one while the window runs and at its
// end. Main thread.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "viewer/app/viewer_state.hpp"
#include "viewer/session/restore.hpp"
#include "viewer/session/session_keeper.hpp"

namespace viewer {

// What of the window a session holds beside the viewer's state.
struct WindowFacts {
    std::vector<std::filesystem::path> files;  // what is open
    std::optional<WindowPlace> place{};
    bool fullscreen = false;
    std::string preset{};
};

class SessionKeeping {
public:
    // `opened`: what openLast gave; its area and session are taken.
    SessionKeeping(SessionKeeper keeper, const Opened& opened);

    const std::vector<std::string>& remarks() const { return m_keeper.remarks(); }
    // The session that this window continues; none: a first start, or another area.
    const std::optional<Session>& last() const { return m_last; }
    // The state as the command line and the area give it, with what the last session adds.
    void restore(ViewerState& state, const StageRequest& request) const;

    // The map is up, or reads for so long that this start counts as a good one all the same.
    void startedWell(bool hasMap, bool reading, double nowS);
    bool due(double nowS) const { return m_keeper.due(nowS); }
    geodata::Status keep(const ViewerState& state, WindowFacts window, double nowS) {
        return m_keeper.keep(sessionOf(state, std::move(window)), nowS);
    }
    geodata::Status end(const ViewerState& state, WindowFacts window) {
        return m_keeper.end(sessionOf(state, std::move(window)));
    }
    // What was changed is the area's own from now on; the session has nothing to add.
    void savedToArea(layers::DocumentPtr document) { m_area = std::move(document); }

private:
    Session sessionOf(const ViewerState& state, WindowFacts window) const;

    SessionKeeper m_keeper;
    layers::DocumentPtr m_area;  // as its file says, without what the user changed
    std::optional<Session> m_last;
    bool m_isPicture = false;  // m_last is that of a picture which was opened
};

}  // namespace viewer
