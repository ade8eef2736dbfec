// SPDX-License-Identifier: Apache-2.0
#pragma once
// The pixels of one glyph. A value; any thread.

#include <cstdint>
#include <vector>

namespace layers {

// Coverage 0–255, row by row; left and top place it relative to the glyph's origin (top positive upwards).
struct GlyphBitmap {
    int width = 0, height = 0, left = 0, top = 0;
    std::vector<std::uint8_t> coverage;
};

}  // namespace layers
