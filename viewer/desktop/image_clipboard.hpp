// SPDX-License-Identifier: Apache-2.0
#pragma once
// Puts a picture on the clipboard, which SFML cannot do. It owns an X11 selection on a connection and thread of its
// own, so that it answers while the window draws. Large pictures go in pieces (INCR). Called from any thread.

#include <memory>
#include <vector>

#include "geodata/result/result.hpp"

namespace viewer {

class ImageClipboard {
public:
    // Offers the PNG until another program, or our own text, takes the clipboard, or this object goes.
    static geodata::Result<std::unique_ptr<ImageClipboard>> offer(std::vector<std::byte> png);
    ~ImageClipboard();

private:
    struct State;
    explicit ImageClipboard(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace viewer
