// SPDX-License-Identifier: Apache-2.0
#pragma once
// A texture into which small pictures are packed in shelves. When it is full, its owner clears it and it comes back
// larger. Drivers clear a new texture, so a larger one than needed would delay the first frame. Needs a current GL
// context; main thread.

#include <cstdint>
#include <optional>
#include <span>

namespace layers {

struct AtlasSlot {  // texels
    int x = 0, y = 0, width = 0, height = 0;
};

enum class TexelKind : std::uint8_t { coverage, rgba };  // one byte of coverage, or premultiplied colour

class Atlas {
public:
    Atlas(TexelKind kind, int sidePx, int mostSidePx) : m_kind(kind), m_sidePx(sidePx), m_mostSidePx(mostSidePx) {}
    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;
    ~Atlas();

    // None where it is larger than the atlas may become or the atlas is full.
    std::optional<AtlasSlot> add(int width, int height, std::span<const std::uint8_t> texels);
    void clear();
    unsigned texture() const { return m_texture; }
    int sidePx() const { return m_sidePx; }
    TexelKind kind() const { return m_kind; }

private:
    void createFor(int sidePx);

    TexelKind m_kind;
    int m_sidePx, m_mostSidePx;
    unsigned m_texture = 0;
    int m_x = 1, m_y = 1, m_shelfHeight = 0;
};

}  // namespace layers
