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

// Groups of these heights in reading order, cut into at most `columns` columns so that the longest is as short as can be:
// per column the index after its last group.
std::vector<std::size_t> columnEnds(const std::vector<double>& heights, std::size_t columns);

}  // namespace viewer
