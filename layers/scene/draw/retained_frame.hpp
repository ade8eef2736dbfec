#pragma once
// A buffer that knows what it shows: of the next picture only what differs is drawn.

#include <memory>

#include "layers/gpu/frame_buffer.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

struct RetainedFrame {
    FrameBuffer buffer;
    std::shared_ptr<const DrawList> shown = {};  // null: nothing that the next picture can keep
};

}  // namespace layers
