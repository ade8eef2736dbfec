// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text along a line: which stretches of the line are visible, and the pose of each letter. Used by placeLabels; any
// thread.

#include <optional>
#include <vector>

#include "layers/placement/collision_grid.hpp"
#include "layers/placement/label_candidate.hpp"

namespace layers {

// A polyline that can be asked for the point at a distance along it.
class Stretch {
public:
    explicit Stretch(std::vector<ScreenPoint> points);

    double lengthPx() const { return m_distancesPx.empty() ? 0 : m_distancesPx.back(); }
    ScreenPoint at(double distancePx) const;  // clamped to the ends
    std::vector<ScreenPoint> cut(double fromPx, double toPx) const;

private:
    std::vector<ScreenPoint> m_points;  // no two neighbours are equal
    std::vector<double> m_distancesPx;  // of each point from the first
};

// The parts of the path inside `bounds`, longest first.
std::vector<Stretch> visibleStretches(const std::vector<ScreenPoint>& path, const ScreenRect& bounds);

struct LineLabel {
    std::vector<GlyphPose> glyphs;
    std::vector<TextBox> boxes;  // one per glyph that takes room
    ScreenPoint middle;
    bool calm = false;  // bends so little that even joined letters look whole
};

double textLengthPx(const LabelCandidate& candidate);

// The text with its middle at this distance, read from left to right, or from below to above where the line stands
// upright; nothing where the line ends too early or bends too much.
std::optional<LineLabel> labelAlong(const Stretch& stretch, double middlePx, const LabelCandidate& candidate);

// The text beside the line at this distance, on the candidate's side, straight along it and clear of its bends; nothing
// where the line ends too early or turns round.
std::optional<LineLabel> labelBeside(const Stretch& stretch, double middlePx, const LabelCandidate& candidate);

}  // namespace layers
