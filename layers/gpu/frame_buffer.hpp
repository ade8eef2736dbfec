// SPDX-License-Identifier: Apache-2.0
#pragma once
// The frame buffer in which a picture is drawn, so that window and export hold the same bytes and the window can show
// the last good frame again. Its alpha channel is the scratch space for composing half-transparent layers. Its
// stencil keeps areas from darkening where they overlap (see painter.hpp); it is attached only on request, because
// without one llvmpipe skips what an opaque area hides. Row 0 is the top row, as in the window's memory and in files,
// so y runs down in GL. Needs a current GL context; main thread.

#include <cstdint>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/map_view.hpp"

namespace layers {

class FrameBuffer {
public:
    static geodata::Result<FrameBuffer> create(ScreenSize size);
    FrameBuffer(FrameBuffer&& other) noexcept;
    FrameBuffer& operator=(FrameBuffer&& other) noexcept;
    ~FrameBuffer();

    ScreenSize size() const { return m_size; }
    void bind() const;  // draw into it
    // Draw into it with its stencil, which is made the first time. Where the driver has no memory for one every pixel
    // passes its test, and areas darken where they overlap.
    void bindWithStencil() const;
    // A value that no pixel of the stencil holds yet, 1 to 255; bound with it.
    int freshStencilValue() const;
    // Moves its content by whole pixels to the right and down. Pixels that nothing moved to are undefined.
    // False, and nothing done, where the driver has no memory for it.
    bool move(int rightPx, int downPx);
    void showInWindow() const;  // copies it to the window's back buffer, same size
    void showInWindow(ScreenPoint leftTop, ScreenSize window) const;  // a part of it, at a place of whole pixels
    // Rows top first, three bytes a pixel; so many of them from that one on.
    std::vector<std::uint8_t> readRgb(int rows, int from = 0) const;

private:
    FrameBuffer() = default;
    struct Surface {
        unsigned texture = 0, buffer = 0;  // the pixels and their frame buffer object
    };
    bool makeSurface(Surface& surface) const;
    static void release(Surface& surface);

    Surface m_color, m_spare;                           // the spare one is there from the first move on
    mutable unsigned m_stencil = 0, m_withStencil = 0;  // the same colour with a stencil; 0 until one is asked for
    ScreenSize m_size;
    mutable int m_stencilValue = 0;  // the last one given out; a clear once in 255 times is all that it costs
};

// The longest side that this machine's GL can draw.
int largestSidePx();

}  // namespace layers
