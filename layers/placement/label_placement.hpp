// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decides which labels are shown and where. A pure function of candidates, keep-outs and bounds: equal input gives
// equal output, whatever the order of the candidates. Pixels of the picture; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/map_view.hpp"

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

struct PlacedLabel {
    std::size_t candidate = 0;                  // index into the input
    ScreenPoint origin;                         // point, area: baseline's left end
    std::vector<GlyphPose> glyphs = {};         // line: one per glyph
    std::optional<ScreenPoint> leaderEnd = {};  // point, far from its anchor: where the leader line from there ends
};

struct PlacementInput {
    std::vector<LabelCandidate> candidates;
    std::vector<ScreenRect> keepOut;  // symbols, markers, decorations
    ScreenRect bounds;                // labels are wholly inside
    std::vector<ScreenRect> lineMarks =
        {};  // kept free by all but the texts beside lines, whose offset is clear of them
    std::vector<ScreenRect> dots =
        {};  // markers: a point's text covers one only where it finds no other place near or a little farther off
    std::vector<ScreenRect> thickLines =
        {};  // a point's text rather takes any other place beside its point than one on them
    std::vector<ScreenRect> symbols =
        {};  // kept free too; a text is placed so that its own symbol is evident, where possible
};

// Point labels try eight places around their anchor (right first), important ones then eight farther off, several
// times, those of symbols, where all that are free have a flaw, 32 more between these, and take what costs least: each
// place a little more than the one before, and what it or its leader covers; line labels follow a stretch that bends
// little and read left to right; area labels are centred on their anchor. Taken, and returned, in order of priority
// (larger first), then key (smaller first); a line's repeats follow each other. Candidates without text or with numbers
// that are not finite get no place.
std::vector<PlacedLabel> placeLabels(const PlacementInput& input);

// Anchor of a polygon's label: the point inside farthest from its rings (pole of inaccessibility), within `precision`
// metres, or coarser where that would take too long. A polygon without an inside gives the middle of its box or its
// first point, an empty one the origin.
geodata::MapPoint labelAnchor(const geodata::Geometry& polygon, double precision);

}  // namespace layers
