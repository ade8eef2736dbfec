// SPDX-License-Identifier: Apache-2.0
#pragma once
// A retained frame: a frame buffer and the DrawList it shows, so that only differences are drawn next. Main thread.

#include <memory>

#include "layers/gpu/frame_buffer.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

struct RetainedFrame {
    FrameBuffer buffer;
    std::shared_ptr<const DrawList> shown = {};  // null: nothing that the next picture can keep
};

}  // namespace layers
