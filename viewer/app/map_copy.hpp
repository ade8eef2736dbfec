// SPDX-License-Identifier: Apache-2.0
#pragma once
// "Copy the map": puts the shown picture on the clipboard as a PNG. Another thread encodes it, because that takes time.
// Main thread.

#include <future>
#include <memory>
#include <optional>

#include "geodata/result/result.hpp"
#include "layers/gpu/frame_buffer.hpp"
#include "viewer/desktop/image_clipboard.hpp"

namespace viewer {

class MapCopy {
public:
    // Nothing is begun while a copy is being made.
    void start(const layers::FrameBuffer& shown);
    bool busy() const { return m_copy.valid(); }
    // Once, when it has ended: success, or why the picture is not on the clipboard.
    std::optional<geodata::Status> finished();

private:
    std::future<geodata::Result<std::shared_ptr<ImageClipboard>>> m_copy;
    std::shared_ptr<ImageClipboard> m_clipboard;  // what was put there
};

}  // namespace viewer
