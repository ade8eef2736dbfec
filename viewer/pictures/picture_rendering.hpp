// SPDX-License-Identifier: Apache-2.0
#pragma once
// Makes a picture while the window stays usable. A scene of its own draws some rows per frame in the window's GL
// context, and another thread encodes and writes them. Main thread.

#include <atomic>
#include <future>
#include <memory>
#include <vector>

#include "viewer/pictures/picture.hpp"

namespace viewer {

struct PictureOrder {
    layers::SceneInput input;  // of the picture; `math` outlives the rendering
    std::vector<std::filesystem::path> outputs;
    std::vector<PictureHead> heads;  // of each
    PicturePlace place;
};

class PictureRendering {
public:
    // Uses the scene until it has ended.
    PictureRendering(layers::Scene& scene, PictureOrder order);
    PictureRendering(const PictureRendering&) = delete;
    PictureRendering& operator=(const PictureRendering&) = delete;
    ~PictureRendering();  // cancels what has not ended

    // One piece of the work, a few dozen milliseconds at most. True: it has ended, with a picture or an error.
    bool step();
    // What was written, once it is done.
    const geodata::Result<std::vector<std::filesystem::path>>& result() const { return m_result; }
    double progress() const;  // 0 to 1
    void giveUp() { m_givenUp = true; }

private:
    geodata::Status advance();
    geodata::Status openFiles();
    geodata::Status drawStrip();
    void startWriting();
    bool encoding();  // the other thread still has a strip

    layers::Scene& m_scene;
    PictureOrder m_order;
    std::vector<std::unique_ptr<PictureFile>> m_files;
    std::optional<layers::FrameBuffer> m_buffer;
    std::future<geodata::Status> m_work;
    int m_drawn = 0;  // rows
    bool m_ready = false, m_writing = false, m_done = false;
    std::atomic<bool> m_givenUp = false;
    geodata::Result<std::vector<std::filesystem::path>> m_result;
};

}  // namespace viewer
