// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/atlas.hpp"

#include <algorithm>
#include <vector>

#include "layers/gpu/gl.hpp"

namespace layers {
namespace {
constexpr int kGapPx = 1;  // kept empty around a slot: linear filtering must not reach into the next

// With an empty rim: the texture holds anything until a slot is written, so that only what is used takes memory.
std::vector<std::uint8_t> rimmed(int width, int height, int texelBytes, std::span<const std::uint8_t> texels) {
    const std::size_t row = static_cast<std::size_t>(width) * texelBytes,
                      wideRow = static_cast<std::size_t>(width + 2 * kGapPx) * texelBytes;
    std::vector<std::uint8_t> wide(wideRow * (height + 2 * kGapPx), 0);
    for (int y = 0; y < height; ++y)
        std::copy_n(texels.begin() + static_cast<std::ptrdiff_t>(y * row), row,
                    wide.begin() + static_cast<std::ptrdiff_t>((y + kGapPx) * wideRow + kGapPx * texelBytes));
    return wide;
}

}  // namespace

Atlas::~Atlas() {
    if (m_texture != 0) glDeleteTextures(1, &m_texture);
}

void Atlas::createFor(int sidePx) {
    while (m_sidePx < std::min(sidePx, m_mostSidePx)) m_sidePx = std::min(2 * m_sidePx, m_mostSidePx);
    const bool rgba = m_kind == TexelKind::rgba;
    glGenTextures(1, &m_texture);
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glTexImage2D(GL_TEXTURE_2D, 0, rgba ? GL_RGBA8 : GL_ALPHA8, m_sidePx, m_sidePx, 0, rgba ? GL_BGRA : GL_ALPHA,
                 rgba ? GL_UNSIGNED_INT_8_8_8_8_REV : GL_UNSIGNED_BYTE, nullptr);
    const int filter = rgba ? GL_NEAREST : GL_LINEAR;  // pictures are on whole pixels, letters may be turned
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

std::optional<AtlasSlot> Atlas::add(int width, int height, std::span<const std::uint8_t> texels) {
    if (m_texture == 0) createFor(std::max(width, height) + 2 * kGapPx);
    if (m_x + width + kGapPx > m_sidePx) {
        m_x = kGapPx;
        m_y += m_shelfHeight + kGapPx;
        m_shelfHeight = 0;
    }
    if (width <= 0 || height <= 0 || m_x + width + kGapPx > m_sidePx || m_y + height + kGapPx > m_sidePx) return {};
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    const bool rgba = m_kind == TexelKind::rgba;
    const auto wide = rimmed(width, height, rgba ? 4 : 1, texels);
    glTexSubImage2D(GL_TEXTURE_2D, 0, m_x - kGapPx, m_y - kGapPx, width + 2 * kGapPx, height + 2 * kGapPx,
                    rgba ? GL_RGBA : GL_ALPHA, GL_UNSIGNED_BYTE, wide.data());
    const AtlasSlot slot{m_x, m_y, width, height};
    m_x += width + kGapPx;
    m_shelfHeight = std::max(m_shelfHeight, height);
    return slot;
}

void Atlas::clear() {
    if (m_texture != 0) glDeleteTextures(1, &m_texture);
    m_texture = 0;
    m_sidePx = std::min(2 * m_sidePx, m_mostSidePx);
    m_x = m_y = kGapPx;
    m_shelfHeight = 0;
}

}  // namespace layers
