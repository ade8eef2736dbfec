// SPDX-License-Identifier: Apache-2.0
#pragma once
// A text that is to be placed, and how its glyphs stand once it is. Values; any plane with y down, any thread.

#include <cstdint>
#include <string>
#include <vector>

#include "layers/model/screen_rect.hpp"

namespace layers {

enum class CandidateKind : std::uint8_t { point, area, line };

// Where a text stands to its line: above it as it is read; or on one side, seen along the line from its first point, as
// near to `middlePx` as there is room.
enum class LineSide : std::uint8_t { above, left, right };

// Sizes are those of the shaped text.
struct LabelCandidate {
    CandidateKind kind = CandidateKind::point;
    std::uint64_t key = 0;  // unique and stable: decides ties (equal keys would fall back on the input's order)
    double priority = 0;    // larger wins
    float widthPx = 0, ascentPx = 0, descentPx = 0;
    float marginPx = 2;  // kept free around the text
    float offsetPx = 0;  // point: from the anchor to the text's edge (half the marker + gap); line: half its width
    float farPx = 0;     // point: where nothing good is free beside it, so much farther off with a leader line; 0: not
    int farSteps = 2;    // then twice as far, and so on so many times
    bool ofSymbol = false;          // it belongs to the one of PlacementInput::symbols around its anchor
    std::vector<ScreenPoint> path;  // point, area: one anchor; line: the line on the screen, in either direction
    std::vector<float> advancesPx;  // line: per glyph, visual order, so that letters follow the line
    std::string text;               // equal texts on lines are kept `repeatPx` apart
    float repeatPx = 0;             // line: a label every so many pixels; 0: once
    LineSide side = LineSide::above;
    float middlePx = 0;  // line, beside it: where the text's middle belongs, from the path's start
};

// Origin of one glyph on its baseline, and its turn clockwise. A glyph without advance (a mark) gets the pen's place on
// the baseline of the glyph before it: its own offset from the pen, turned, comes on top.
struct GlyphPose {
    ScreenPoint origin;
    double rotationRad = 0;

    bool operator==(const GlyphPose&) const = default;
};

}  // namespace layers
