// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decides when the map is drawn and when the window shows a frame. What arrives piece by piece for a resting view is
// shown together, because every frame takes processor time from the readers and workers. A value without clock or
// window; main thread.
//
//   state      | in the next turn                                                     | becomes
//   -----------+----------------------------------------------------------------------+----------
//   resting    | more is coming for the same view, and the deadline is ahead          | gathering
//              | otherwise the scene is updated                                       | (below)
//   gathering  | more is coming for the same view, and the deadline is ahead          | gathering
//              | the view moved, nothing more comes, the deadline passed, time plays  | (below)
//   holding    | files are read, tiles are coming, and the deadline is ahead          | holding
//              | otherwise the held map is drawn                                      | (below)
//
//   after an update of the scene                                                      | becomes
//   ----------------------------------------------------------------------------------+----------
//   nothing differs, and nothing is held                                              | resting
//   files are read for a resting view, and tiles of the new content are coming        | holding
//   the map was drawn, and more is coming for this view                               | gathering
//   the map was drawn, and nothing more comes                                         | resting
//
// While time plays nothing is gathered or held, so that the map keeps up with the date on the time bar.

#include <chrono>
#include <cstdint>
#include <optional>

namespace viewer {

enum class PacerState : std::uint8_t { resting, gathering, holding };

// The facts at a moment of the turn.
struct PacerFacts {
    double nowS = 0;
    bool hasMap = true;        // a map was drawn before
    bool playing = false;      // time runs
    bool reading = false;      // files are being read
    bool sameView = false;     // the scene shows this document and stage, contents apart
    bool tilesComing = false;  // it does, and its workers will bring more
};

class FramePacer {
public:
    static constexpr int kSettleFrames = 3;  // Dear ImGui needs a frame to measure and one to place
    static constexpr double kGatherS = 0.1;
    static constexpr double kGatherWhileReadingS = 0.3;  // readers need the processors that a frame takes
    static constexpr double kHoldS = 0.4;                // what was read is drawn when its tiles are there, or so late
    static constexpr std::chrono::milliseconds kWorkLook{6}, kIdleLook{250};  // events are seen at once all the same

    // Begins a turn. True: the scene is to be updated now.
    bool updatesScene(const PacerFacts& facts);
    // After that update. `differs`: the scene's list is another one; `busy`: its workers will bring more. True: the map
    // is to be drawn now, and drawn() told.
    bool drawsMap(bool differs, bool busy, const PacerFacts& facts);
    void drawn(const PacerFacts& facts);

    // Panels show something else than they did.
    void panelsChanged() { m_framesLeft = kSettleFrames; }
    // New contents came from the files.
    void contentsChanged(bool reading) { wantFrames(reading ? 1 : kSettleFrames); }
    void wantFrame() { wantFrames(1); }

    // The seconds since the last frame, where one is to be shown now.
    std::optional<double> showsFrame(const PacerFacts& facts);
    // How long the program may rest. `working`: a picture, a copy or a deadline elsewhere needs turns.
    std::chrono::milliseconds restFor(bool working, bool reading) const;

    PacerState state() const { return m_state; }

private:
    void wantFrames(int frames) { m_framesLeft = m_framesLeft < frames ? frames : m_framesLeft; }

    PacerState m_state = PacerState::resting;
    double m_deadlineS = 0;       // of gathering and holding
    double m_firstShowByS = 0;    // 0: no map was drawn yet
    double m_lastShownS = 0;      // 0: no frame was shown yet
    int m_framesLeft = 0;         // that the panels still need to settle
    bool m_busy = false;          // the scene's workers
    bool m_restedBefore = false;  // the view, before the scene was updated
};

}  // namespace viewer
