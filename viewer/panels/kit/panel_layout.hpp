// SPDX-License-Identifier: Apache-2.0
#pragma once
// Computes where panels are placed so that they leave the picture's plates free, and how the shortcut sheet is split
// into columns. Pure; any thread.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "layers/model/stage.hpp"

namespace viewer {

inline constexpr double kPanelEdgePx = 12;  // of panels from the window's edge, at factor 1

// The read-out bar of this size on none of the picture's plates: as low and then as near to the middle as they leave
// room.
layers::ScreenRect readOutPlace(std::span<const layers::ScreenRect> plates, const layers::Stage& stage, double widthPx,
                                double heightPx);

// How far down a panel between these two edges may reach: above the plates that stand there at the foot.
double footAbove(std::span<const layers::ScreenRect> plates, const layers::Stage& stage, double left, double right);

// The unit's card stands at the right, but where it would cover the unit's symbol there, at the left.
struct CardRoom {
    double right = 0, top = 0, foot = 0, widthPx = 0;  // at the right
    bool besideLayers = false;                         // the panel of layers is open
    std::optional<layers::ScreenRect> symbol;          // its place, now or when the view is at rest
};
double cardLeft(const layers::Stage& stage, const CardRoom& room);

// The picture's dialog at the right; its height is what its content needs.
layers::ScreenRect pictureDialogPlace(const layers::Stage& stage);
// What the dialog leaves free of the map, with some air, for the picture's frame.
layers::ScreenRect pictureRoom(const layers::Stage& stage, bool besideLayers);
// The largest rectangle of this shape in the middle of `room`.
layers::ScreenRect fittedInto(const layers::ScreenRect& room, layers::ScreenSize shape);
// The smallest one about the middle of `room` that holds all of it.
layers::ScreenRect enclosing(const layers::ScreenRect& room, layers::ScreenSize shape);
// What the preview has, in pixels.
layers::ScreenSize previewRoom(double factor);
// The tag at the frame's upper left corner by which it is dragged, where no panel covers it.
layers::ScreenRect frameTag(const layers::ScreenRect& frame, const layers::Stage& stage);

// Groups of these heights in reading order, cut into at most `columns` columns so that the longest is as short as can
// be: per column the index after its last group.
std::vector<std::size_t> columnEnds(const std::vector<double>& heights, std::size_t columns);

}  // namespace viewer
