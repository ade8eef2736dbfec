// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/shown_map.hpp"

namespace viewer {

void ShownMap::setInput(const layers::SceneInput& input) {
    m_input.document = input.document;
    if (!(m_input.stage == input.stage)) m_input.stage = input.stage;
    if (m_input.contents != input.contents) m_input.contents = input.contents;
    m_input.math = input.math;
    m_input.zooming = input.zooming;
    m_input.panning = input.panning;
}

PacerFacts ShownMap::facts(const TurnFacts& turn) const {
    return {.nowS = turn.nowS,
            .hasMap = m_frame.has_value(),
            .playing = turn.playing,
            .reading = turn.reading,
            .sameView = turn.reading && m_scene->shows(m_input),
            .tilesComing = m_scene->awaitsMore(m_input)};
}

geodata::Status ShownMap::update(const TurnFacts& turn) {
    if (!m_pacer.updatesScene(facts(turn))) return {};
    const layers::SceneChange change = m_scene->update(m_input);
    if (!m_pacer.drawsMap(change.redraw, change.busy, facts(turn))) return {};
    const layers::ScreenSize size = m_input.stage.view.size;
    if (!m_frame || !(m_frame->buffer.size() == size)) {
        auto buffer = layers::FrameBuffer::create(size);
        if (!buffer) return buffer.error();
        m_frame = layers::RetainedFrame{std::move(*buffer)};
    }
    m_scene->draw(*m_frame);
    m_pacer.drawn(facts(turn));
    return {};
}

}  // namespace viewer
