#include "layers/gpu/atlas.hpp"

#include <algorithm>
#include <vector>

#include "layers/gpu/gl.hpp"

namespace layers {
namespace {
constexpr int kGapPx = 1;  // kept empty around a slot: linear filtering must not reach into the next
}

Atlas::~Atlas() {
    if (m_texture != 0) glDeleteTextures(1, &m_texture);
}

void Atlas::create() {
    const bool rgba = m_kind == TexelKind::rgba;
    const std::vector<std::uint8_t> empty(static_cast<std::size_t>(m_sidePx) * m_sidePx * (rgba ? 4 : 1), 0);
    glGenTextures(1, &m_texture);
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, rgba ? GL_RGBA8 : GL_ALPHA8, m_sidePx, m_sidePx, 0, rgba ? GL_RGBA : GL_ALPHA, GL_UNSIGNED_BYTE, empty.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

std::optional<AtlasSlot> Atlas::add(int width, int height, std::span<const std::uint8_t> texels) {
    if (m_texture == 0) create();
    if (m_x + width + kGapPx > m_sidePx) {
        m_x = kGapPx;
        m_y += m_shelfHeight + kGapPx;
        m_shelfHeight = 0;
    }
    if (width <= 0 || height <= 0 || m_x + width + kGapPx > m_sidePx || m_y + height + kGapPx > m_sidePx) return {};
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, m_x, m_y, width, height, m_kind == TexelKind::rgba ? GL_RGBA : GL_ALPHA, GL_UNSIGNED_BYTE, texels.data());
    const AtlasSlot slot{m_x, m_y, width, height};
    m_x += width + kGapPx;
    m_shelfHeight = std::max(m_shelfHeight, height);
    return slot;
}

void Atlas::clear() {
    if (m_texture != 0) glDeleteTextures(1, &m_texture);
    m_texture = 0;
    m_x = m_y = kGapPx;
    m_shelfHeight = 0;
}

}  // namespace layers
