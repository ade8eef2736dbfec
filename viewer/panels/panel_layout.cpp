#include "viewer/panels/panel_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace viewer {
namespace {

// Pixels at factor 1, after layers/scene/decoration.cpp: the scale bar's plate ends at 272 at most, sources take 42 % of
// the width and some padding; four of their lines are as high as the scale bar.
constexpr double kScaleBarRightPx = 284, kPlatesHeightPx = 84, kSourcesShare = 0.42, kSourcesPaddingPx = 38;

bool hasSourcesPlate(const layers::Document& document) {
    return !document.disclaimer.empty() || std::ranges::any_of(document.layers, [](const auto& layer) { return !layer.attribution.empty(); });
}

// How many columns no longer than `limit` the groups need, filled one after the other.
std::vector<std::size_t> filledColumns(const std::vector<double>& heights, double limit) {
    std::vector<std::size_t> ends;
    double column = 0;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (i > 0 && column + heights[i] > limit) {
            ends.push_back(i);
            column = 0;
        }
        column += heights[i];
    }
    if (!heights.empty()) ends.push_back(heights.size());
    return ends;
}

}  // namespace

layers::ScreenRect readOutPlace(const layers::Document& document, const layers::Stage& stage, double widthPx, double heightPx) {
    const double factor = stage.factor(), width = stage.view.size.width, bottom = stage.view.size.height - kPanelEdgePx * factor;
    const double left = kScaleBarRightPx * factor, edge = kPanelEdgePx * factor;
    const double right = hasSourcesPlate(document) ? width * (1 - kSourcesShare) - kSourcesPaddingPx * factor : width - edge;
    const bool fits = widthPx <= right - left;
    const double x = fits ? std::clamp((width - widthPx) / 2, left, right - widthPx) : std::max(edge, (width - widthPx) / 2);
    const double y = std::round(fits ? bottom - heightPx : bottom - kPlatesHeightPx * factor - heightPx);
    return {std::round(x), y, std::round(x) + widthPx, y + heightPx};
}

namespace {

constexpr double kDialogWidthPx = 380, kDialogPaddingPx = 14, kPreviewHeightPx = 190, kLayersWidthPx = 368;
constexpr double kRoomEdgePx = 40, kTagWidthPx = 118, kTagHeightPx = 24;

}  // namespace

layers::ScreenRect pictureDialogPlace(const layers::Stage& stage) {
    const double factor = stage.factor(), edge = kPanelEdgePx * factor, right = stage.view.size.width - edge;
    return {std::max(edge, right - kDialogWidthPx * factor), edge, right, edge};
}

layers::ScreenRect pictureRoom(const layers::Stage& stage, bool besideLayers) {
    const double factor = stage.factor(), air = kRoomEdgePx * factor;
    const double left = air + (besideLayers ? kLayersWidthPx * factor : 0);
    return {left, air, std::max(left + 1, pictureDialogPlace(stage).left - air), std::max(air + 1, stage.view.size.height - air)};
}

layers::ScreenRect fittedInto(const layers::ScreenRect& room, layers::ScreenSize shape) {
    const double scale = std::min(room.width() / std::max(1, shape.width), room.height() / std::max(1, shape.height));
    const double halfW = shape.width * scale / 2, halfH = shape.height * scale / 2, x = (room.left + room.right) / 2, y = (room.top + room.bottom) / 2;
    return {x - halfW, y - halfH, x + halfW, y + halfH};
}

layers::ScreenSize previewRoom(double factor) {
    return {static_cast<int>((kDialogWidthPx - 2 * kDialogPaddingPx) * factor), static_cast<int>(kPreviewHeightPx * factor)};
}

layers::ScreenRect frameTag(const layers::ScreenRect& frame, const layers::Stage& stage) {
    const double factor = stage.factor(), width = kTagWidthPx * factor, height = kTagHeightPx * factor, edge = kPanelEdgePx * factor;
    const double left = std::clamp(frame.left, edge, std::max(edge, stage.view.size.width - edge - width));
    const double top = std::clamp(frame.top, edge, std::max(edge, stage.view.size.height - edge - height));
    return {left, top, left + width, top + height};
}

std::vector<std::size_t> columnEnds(const std::vector<double>& heights, std::size_t columns) {
    if (columns == 0) return {};
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t first = 0; first < heights.size(); ++first) {  // the best limit is the height of some run of groups
        double run = 0;
        for (std::size_t i = first; i < heights.size(); ++i) {
            run += heights[i];
            const bool holdsAll = run >= *std::ranges::max_element(heights);
            if (holdsAll && run < best && filledColumns(heights, run).size() <= columns) best = run;
        }
    }
    return filledColumns(heights, best);
}

}  // namespace viewer
