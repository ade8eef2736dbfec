// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/frame_buffer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layers/gpu/gl.hpp"
#include "layers/model/pixel_rect.hpp"

namespace layers {

namespace {

// Texels as the window has them (blue first): showing them is then a copy of memory, where llvmpipe would otherwise
// draw a textured rectangle ten times as slowly.
unsigned colorTexture(ScreenSize size) {
    unsigned texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, size.width, size.height, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, nullptr);
    return texture;
}

unsigned stencilStorage(ScreenSize size) {
    unsigned storage = 0;
    glGenRenderbuffers(1, &storage);
    glBindRenderbuffer(GL_RENDERBUFFER, storage);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, size.width, size.height);
    return storage;
}

// Bound when it returns.
unsigned bufferWith(unsigned texture) {
    unsigned buffer = 0;
    glGenFramebuffers(1, &buffer);
    glBindFramebuffer(GL_FRAMEBUFFER, buffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    return buffer;
}

bool boundIsComplete() {
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE && glGetError() == GL_NO_ERROR;
}

// From the buffer that is bound for reading to the one for drawing.
void copyPixels(const PixelRect& from, const PixelRect& to) {
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlitFramebuffer(from.left, from.top, from.right, from.bottom, to.left, to.top, to.right, to.bottom,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace

// With its size; false: the driver gives none.
bool FrameBuffer::makeSurface(Surface& surface) const {
    while (glGetError() != GL_NO_ERROR) {
    }
    surface.texture = colorTexture(m_size);
    surface.buffer = bufferWith(surface.texture);
    const bool complete = boundIsComplete();
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (!complete) release(surface);
    return complete;
}

void FrameBuffer::release(Surface& surface) {
    if (surface.buffer != 0) glDeleteFramebuffers(1, &surface.buffer);
    if (surface.texture != 0) glDeleteTextures(1, &surface.texture);
    surface = {};
}

geodata::Result<FrameBuffer> FrameBuffer::create(ScreenSize size) {
    FrameBuffer made;
    made.m_size = size;
    if (!made.makeSurface(made.m_color))
        return geodata::failure("Cannot draw a picture of", fmt::format("{}×{}", size.width, size.height),
                                "the graphics driver gives no such buffer");
    return made;
}

FrameBuffer::FrameBuffer(FrameBuffer&& other) noexcept
    : m_color(std::exchange(other.m_color, {})),
      m_spare(std::exchange(other.m_spare, {})),
      m_stencil(std::exchange(other.m_stencil, 0)),
      m_withStencil(std::exchange(other.m_withStencil, 0)),
      m_size(other.m_size),
      m_stencilValue(other.m_stencilValue) {}
FrameBuffer& FrameBuffer::operator=(FrameBuffer&& other) noexcept {
    std::swap(m_color, other.m_color);
    std::swap(m_spare, other.m_spare);
    std::swap(m_withStencil, other.m_withStencil);
    std::swap(m_stencil, other.m_stencil);
    std::swap(m_size, other.m_size);
    std::swap(m_stencilValue, other.m_stencilValue);
    return *this;
}
FrameBuffer::~FrameBuffer() {
    if (m_withStencil != 0) glDeleteFramebuffers(1, &m_withStencil);
    if (m_stencil != 0) glDeleteRenderbuffers(1, &m_stencil);
    release(m_color);
    release(m_spare);
}

void FrameBuffer::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, m_color.buffer);
    glViewport(0, 0, m_size.width, m_size.height);
}

void FrameBuffer::bindWithStencil() const {
    if (m_withStencil == 0) {
        m_stencil = stencilStorage(m_size);
        m_withStencil = bufferWith(m_color.texture);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, m_stencil);
        if (!boundIsComplete())
            glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, 0);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, m_withStencil);
    glViewport(0, 0, m_size.width, m_size.height);
}

int FrameBuffer::freshStencilValue() const {
    constexpr int kValues = 255;
    if (m_stencilValue++ % kValues == 0) {
        glDisable(GL_SCISSOR_TEST);
        glClear(GL_STENCIL_BUFFER_BIT |
                GL_DEPTH_BUFFER_BIT);  // both: they share their words, and one alone is cleared word by word
    }
    return (m_stencilValue - 1) % kValues + 1;
}

// By a copy to other memory, as no copy may overlap itself.
bool FrameBuffer::move(int rightPx, int downPx) {
    if (m_spare.buffer == 0 && !makeSurface(m_spare)) return false;
    const PixelRect whole{0, 0, m_size.width, m_size.height};
    const PixelRect to = common(whole, {rightPx, downPx, rightPx + m_size.width, downPx + m_size.height});
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_color.buffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_spare.buffer);
    copyPixels({to.left - rightPx, to.top - downPx, to.right - rightPx, to.bottom - downPx}, to);
    std::swap(m_color, m_spare);
    if (m_withStencil == 0) return true;
    glBindFramebuffer(GL_FRAMEBUFFER, m_withStencil);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_color.texture, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return true;
}

void FrameBuffer::showInWindow() const { showInWindow({0, 0}, m_size); }

void FrameBuffer::showInWindow(ScreenPoint leftTop, ScreenSize window) const {
    const int left = static_cast<int>(leftTop.x),
              top = window.height - static_cast<int>(leftTop.y);  // the window's y runs up
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_color.buffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glViewport(0, 0, window.width, window.height);
    copyPixels({0, 0, m_size.width, m_size.height}, {left, top, left + m_size.width, top - m_size.height});
}

std::vector<std::uint8_t> FrameBuffer::readRgb(int rows, int from) const {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(m_size.width) * 3 * rows);
    glBindFramebuffer(GL_FRAMEBUFFER, m_color.buffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, from, m_size.width, rows, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    return pixels;
}

int largestSidePx() {
    GLint side = 0, viewport[2] = {0, 0};
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
    return std::min({side, viewport[0], viewport[1]});
}

}  // namespace layers
