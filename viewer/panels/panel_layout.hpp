#pragma once
// Where panels stand so that they leave the picture's own plates free, and how the shortcut sheet is cut into columns.
// Pure, any thread.

#include <cstddef>
#include <vector>

#include "layers/model/document.hpp"
#include "layers/model/stage.hpp"

namespace viewer {

inline constexpr double kPanelEdgePx = 12;  // of panels from the window's edge, at factor 1

// The read-out bar of this size: in the middle of the foot; beside it where the plates stand; above them where the gap
// between scale bar and sources is too narrow.
layers::ScreenRect readOutPlace(const layers::Document& document, const layers::Stage& stage, double widthPx, double heightPx);

// The picture's dialog at the right; its height is what its content needs.
layers::ScreenRect pictureDialogPlace(const layers::Stage& stage);
// What the dialog leaves free of the map, with some air, for the picture's frame.
layers::ScreenRect pictureRoom(const layers::Stage& stage, bool besideLayers);
// The largest rectangle of this shape in the middle of `room`.
layers::ScreenRect fittedInto(const layers::ScreenRect& room, layers::ScreenSize shape);
// What the preview has, in pixels.
layers::ScreenSize previewRoom(double factor);
// The tag at the frame's upper left corner by which it is dragged, inside the window.
layers::ScreenRect frameTag(const layers::ScreenRect& frame, const layers::Stage& stage);

// Groups of these heights in reading order, cut into at most `columns` columns so that the longest is as short as can be:
// per column the index after its last group.
std::vector<std::size_t> columnEnds(const std::vector<double>& heights, std::size_t columns);

}  // namespace viewer
