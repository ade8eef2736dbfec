#include "layers/gpu/frame_buffer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layers/gpu/gl.hpp"

namespace layers {

geodata::Result<FrameBuffer> FrameBuffer::create(ScreenSize size) {
    FrameBuffer made;
    made.m_size = size;
    while (glGetError() != GL_NO_ERROR) {
    }
    glGenRenderbuffers(1, &made.m_color);
    glBindRenderbuffer(GL_RENDERBUFFER, made.m_color);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, size.width, size.height);
    glGenRenderbuffers(1, &made.m_stencil);
    glBindRenderbuffer(GL_RENDERBUFFER, made.m_stencil);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, size.width, size.height);
    bool complete = true;
    for (unsigned* buffer : {&made.m_buffer, &made.m_withStencil}) {
        glGenFramebuffers(1, buffer);
        glBindFramebuffer(GL_FRAMEBUFFER, *buffer);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, made.m_color);
        if (buffer == &made.m_withStencil) glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, made.m_stencil);
        complete = complete && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }
    complete = complete && glGetError() == GL_NO_ERROR;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (!complete)
        return geodata::failure("Cannot draw a picture of", fmt::format("{}×{}", size.width, size.height), "the graphics driver gives no such buffer");
    return made;
}

FrameBuffer::FrameBuffer(FrameBuffer&& other) noexcept
    : m_buffer(std::exchange(other.m_buffer, 0)), m_color(std::exchange(other.m_color, 0)), m_withStencil(std::exchange(other.m_withStencil, 0)),
      m_stencil(std::exchange(other.m_stencil, 0)), m_size(other.m_size), m_stencilValue(other.m_stencilValue) {}
FrameBuffer& FrameBuffer::operator=(FrameBuffer&& other) noexcept {
    std::swap(m_buffer, other.m_buffer);
    std::swap(m_color, other.m_color);
    std::swap(m_withStencil, other.m_withStencil);
    std::swap(m_stencil, other.m_stencil);
    std::swap(m_size, other.m_size);
    std::swap(m_stencilValue, other.m_stencilValue);
    return *this;
}
FrameBuffer::~FrameBuffer() {
    for (const unsigned buffer : {m_buffer, m_withStencil})
        if (buffer != 0) glDeleteFramebuffers(1, &buffer);
    for (const unsigned storage : {m_color, m_stencil})
        if (storage != 0) glDeleteRenderbuffers(1, &storage);
}

void FrameBuffer::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, m_buffer);
    glViewport(0, 0, m_size.width, m_size.height);
}

int FrameBuffer::bindWithStencil() const {
    constexpr int kValues = 255;
    glBindFramebuffer(GL_FRAMEBUFFER, m_withStencil);
    if (m_stencilValue++ % kValues == 0) {
        glDisable(GL_SCISSOR_TEST);
        glClear(GL_STENCIL_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);  // both: they share their words, and one alone is cleared word by word
    }
    return (m_stencilValue - 1) % kValues + 1;
}

void FrameBuffer::showInWindow() const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_buffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glViewport(0, 0, m_size.width, m_size.height);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlitFramebuffer(0, 0, m_size.width, m_size.height, 0, 0, m_size.width, m_size.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

std::vector<std::uint8_t> FrameBuffer::readRgb(int rows) const {
    const std::size_t stride = static_cast<std::size_t>(m_size.width) * 3;
    std::vector<std::uint8_t> pixels(stride * rows);
    glBindFramebuffer(GL_FRAMEBUFFER, m_buffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, m_size.height - rows, m_size.width, rows, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    for (int top = 0, bottom = rows - 1; top < bottom; ++top, --bottom)  // GL's rows run upwards
        std::swap_ranges(pixels.begin() + static_cast<std::ptrdiff_t>(top * stride), pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * stride),
                         pixels.begin() + static_cast<std::ptrdiff_t>(bottom * stride));
    return pixels;
}

int largestSidePx() {
    GLint side = 0, viewport[2] = {0, 0};
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &side);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
    return std::min({side, viewport[0], viewport[1]});
}

}  // namespace layers
