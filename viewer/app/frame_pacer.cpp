// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/frame_pacer.hpp"

#include <utility>

namespace viewer {
namespace {

// Something will still come to the view that is shown.
bool moreComes(const PacerFacts& facts) { return (facts.reading && facts.sameView) || facts.tilesComing; }

}  // namespace

bool FramePacer::updatesScene(const PacerFacts& facts) {
    m_restedBefore = facts.sameView;
    const bool early = facts.nowS < m_deadlineS && facts.hasMap && !facts.playing;
    if (m_state == PacerState::holding) return !(early && facts.reading && facts.tilesComing);
    m_state = early && moreComes(facts) ? PacerState::gathering : PacerState::resting;
    return m_state == PacerState::resting;
}

bool FramePacer::drawsMap(bool differs, bool busy, const PacerFacts& facts) {
    m_busy = busy;
    const bool held = std::exchange(m_state, PacerState::resting) == PacerState::holding;
    if (!differs && !held) return false;
    if (!held && facts.hasMap && !facts.playing && facts.reading && m_restedBefore && facts.tilesComing) {
        m_state = PacerState::holding;
        m_deadlineS = facts.nowS + kHoldS;
        return false;
    }
    return true;
}

void FramePacer::drawn(const PacerFacts& facts) {
    m_deadlineS = facts.nowS + (facts.reading ? kGatherWhileReadingS : kGatherS);
    m_state = moreComes(facts) ? PacerState::gathering : PacerState::resting;
    if (m_firstShowByS == 0) m_firstShowByS = m_deadlineS;
    contentsChanged(facts.reading);
}

// The very first frame waits too for what it can have at once: drawing it has compiled the shaders, but its pixels need
// not be painted.
std::optional<double> FramePacer::showsFrame(const PacerFacts& facts) {
    const bool isFirst = m_lastShownS == 0;
    if (m_framesLeft == 0 || !facts.hasMap) return {};
    if (isFirst && m_state != PacerState::resting && !facts.reading && facts.nowS < m_firstShowByS) return {};
    --m_framesLeft;
    return facts.nowS - std::exchange(m_lastShownS, facts.nowS);
}

std::chrono::milliseconds FramePacer::restFor(bool working, bool reading) const {
    return working || reading || m_busy || m_state != PacerState::resting ? kWorkLook : kIdleLook;
}

}  // namespace viewer
