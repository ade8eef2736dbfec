// SPDX-License-Identifier: Apache-2.0
#pragma once
// The map in the window: the scene, the frame that shows it, and the pacer that decides when either is updated. Needs a
// current GL context; main thread.

#include <memory>
#include <optional>

#include "layers/scene/scene.hpp"
#include "viewer/app/frame_pacer.hpp"

namespace viewer {

// The state of this turn, besides the scene's own input.
struct TurnFacts {
    double nowS = 0;
    bool playing = false;  // time runs
    bool reading = false;  // files are being read
};

class ShownMap {
public:
    explicit ShownMap(std::unique_ptr<layers::Scene> scene) : m_scene(std::move(scene)) {}

    // What is to be shown; compared before it is copied, because at rest that is all there is to do.
    void setInput(const layers::SceneInput& input);
    // Brings scene and frame in line with it, as far as the pacer wants that now. The error: there is no memory for a
    // frame.
    geodata::Status update(const TurnFacts& turn);
    // The seconds since the last frame, where one is to be shown now.
    std::optional<double> showsFrame(const TurnFacts& turn) {
        return m_pacer.showsFrame({.nowS = turn.nowS, .hasMap = m_frame.has_value(), .reading = turn.reading});
    }

    FramePacer& pacer() { return m_pacer; }
    layers::Scene& scene() { return *m_scene; }
    const layers::Scene& scene() const { return *m_scene; }
    bool panning() const { return m_input.panning; }
    // The last good frame; null: none was drawn yet.
    const layers::FrameBuffer* frame() const { return m_frame ? &m_frame->buffer : nullptr; }

private:
    PacerFacts facts(const TurnFacts& turn) const;

    std::unique_ptr<layers::Scene> m_scene;
    layers::SceneInput m_input;
    std::optional<layers::RetainedFrame> m_frame;
    FramePacer m_pacer;
};

}  // namespace viewer
