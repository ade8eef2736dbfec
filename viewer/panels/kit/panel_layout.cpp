// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/kit/panel_layout.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

namespace viewer {
namespace {

constexpr double kLayersWidthPx = 368;
constexpr double kPlateGapPx = 12;  // of the read-out bar, with its shadow, from plates; at factor 1

// Left edge of a bar of that width between these two edges of the window, on none of the plates that reach between top
// and bottom; as near to the middle as can be.
std::optional<double> freeLeft(std::span<const layers::ScreenRect> plates, const layers::ScreenRect& between,
                               double widthPx, double gap) {
    std::vector<std::pair<double, double>> taken{{between.right, between.right}};
    for (const layers::ScreenRect& plate : plates)
        if (plate.top < between.bottom + gap && plate.bottom > between.top - gap)
            taken.emplace_back(plate.left - gap, plate.right + gap);
    std::ranges::sort(taken);
    const double wanted = (between.left + between.right - widthPx) / 2;
    std::optional<double> best;
    double from = between.left;
    for (const auto& [left, right] : taken) {
        const double x = std::clamp(wanted, from, std::max(from, left - widthPx));
        if (left - from >= widthPx && (!best || std::abs(x - wanted) < std::abs(*best - wanted))) best = x;
        from = std::max(from, right);
    }
    return best;
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

layers::ScreenRect readOutPlace(std::span<const layers::ScreenRect> plates, const layers::Stage& stage, double widthPx,
                                double heightPx) {
    const double factor = stage.factor(), edge = kPanelEdgePx * factor, gap = kPlateGapPx * factor,
                 width = stage.view.size.width;
    std::vector<double> bottoms{stage.view.size.height - edge};
    for (const layers::ScreenRect& plate : plates)
        if (plate.top > stage.view.size.height / 2.0) bottoms.push_back(std::min(bottoms.front(), plate.top - gap));
    std::ranges::sort(bottoms, std::greater());
    for (const double bottom : bottoms)
        if (const auto left = freeLeft(plates, {edge, bottom - heightPx, width - edge, bottom}, widthPx, gap)) {
            const double x = std::round(*left), y = std::round(bottom - heightPx);
            return {x, y, x + widthPx, y + heightPx};
        }
    const double x = std::round(std::max(edge, (width - widthPx) / 2)), y = std::round(bottoms.back() - heightPx);
    return {x, y, x + widthPx, y + heightPx};
}

double cardLeft(const layers::Stage& stage, const CardRoom& room) {
    const double atRight = room.right - room.widthPx,
                 atLeft = (room.besideLayers ? kLayersWidthPx : kPanelEdgePx) * stage.factor();
    const auto covers = [&](double left) {
        return room.symbol && room.symbol->intersects({left, room.top, left + room.widthPx, room.foot});
    };
    return covers(atRight) && !covers(atLeft) && atLeft + room.widthPx < atRight ? atLeft : atRight;
}

double footAbove(std::span<const layers::ScreenRect> plates, const layers::Stage& stage, double left, double right) {
    constexpr double kFootShare = 0.6;  // a plate that begins higher is covered
    const double factor = stage.factor(), height = stage.view.size.height;
    double foot = height - kPanelEdgePx * factor;
    for (const layers::ScreenRect& plate : plates)
        if (plate.left < right && plate.right > left && plate.top > kFootShare * height)
            foot = std::min(foot, plate.top - kPlateGapPx * factor);
    return foot;
}

namespace {

constexpr double kDialogWidthPx = 380, kDialogPaddingPx = 14, kPreviewHeightPx = 240;
constexpr double kRoomEdgePx = 40, kTagWidthPx = 300, kTagHeightPx = 24;

}  // namespace

layers::ScreenRect pictureDialogPlace(const layers::Stage& stage) {
    const double factor = stage.factor(), edge = kPanelEdgePx * factor, right = stage.view.size.width - edge;
    return {std::max(edge, right - kDialogWidthPx * factor), edge, right, edge};
}

layers::ScreenRect pictureRoom(const layers::Stage& stage, bool besideLayers) {
    const double factor = stage.factor(), air = kRoomEdgePx * factor;
    const double left = air + (besideLayers ? kLayersWidthPx * factor : 0);
    return {left, air, std::max(left + 1, pictureDialogPlace(stage).left - air),
            std::max(air + 1, stage.view.size.height - air)};
}

namespace {

layers::ScreenRect inMiddleOf(const layers::ScreenRect& room, double width, double height) {
    const double x = (room.left + room.right) / 2, y = (room.top + room.bottom) / 2;
    return {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

}  // namespace

layers::ScreenRect fittedInto(const layers::ScreenRect& room, layers::ScreenSize shape) {
    const double scale = std::min(room.width() / std::max(1, shape.width), room.height() / std::max(1, shape.height));
    return inMiddleOf(room, shape.width * scale, shape.height * scale);
}

layers::ScreenRect enclosing(const layers::ScreenRect& room, layers::ScreenSize shape) {
    const double scale = std::max(room.width() / std::max(1, shape.width), room.height() / std::max(1, shape.height));
    return inMiddleOf(room, shape.width * scale, shape.height * scale);
}

layers::ScreenSize previewRoom(double factor) {
    return {static_cast<int>((kDialogWidthPx - 2 * kDialogPaddingPx) * factor),
            static_cast<int>(kPreviewHeightPx * factor)};
}

layers::ScreenRect frameTag(const layers::ScreenRect& frame, const layers::Stage& stage) {
    const double factor = stage.factor(), width = kTagWidthPx * factor, height = kTagHeightPx * factor,
                 edge = kPanelEdgePx * factor;
    const double first = kLayersWidthPx * factor + edge,
                 last = pictureDialogPlace(stage).left - edge - width;  // between the panels
    const double left = std::clamp(frame.left, first, std::max(first, last));
    const double top = std::clamp(frame.top, edge, std::max(edge, stage.view.size.height - edge - height));
    return {left, top, left + width, top + height};
}

std::vector<std::size_t> columnEnds(const std::vector<double>& heights, std::size_t columns) {
    if (columns == 0) return {};
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t first = 0; first < heights.size();
         ++first) {  // the best limit is the height of some run of groups
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
