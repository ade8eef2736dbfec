// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decides which labels are shown and where. A pure function of candidates, keep-outs and bounds: equal input gives
// equal output, whatever the order of the candidates. Pixels of the picture; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/map_view.hpp"
#include "layers/placement/label_candidate.hpp"

namespace layers {

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
