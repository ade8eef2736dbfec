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
