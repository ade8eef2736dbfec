// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/boundary_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace layers {
namespace {

constexpr double kStraight =
    0.93;  // share of its length by which the line gets on: less is a bend, where a mark would stand beside it
constexpr std::array kShifts{0.0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24, 0.32, -0.32};  // of the spacing

std::optional<BoundaryMark> markAt(const Stretch& stretch, double alongPx, double gapPx) {
    if (alongPx < gapPx / 2 || alongPx + gapPx / 2 > stretch.lengthPx()) return {};
    const ScreenPoint a = stretch.at(alongPx - gapPx / 2), b = stretch.at(alongPx + gapPx / 2);
    if (std::hypot(b.x - a.x, b.y - a.y) < kStraight * gapPx) return {};
    return BoundaryMark{alongPx, {(a.x + b.x) / 2, (a.y + b.y) / 2}, std::atan2(b.y - a.y, b.x - a.x)};
}

}  // namespace

std::vector<BoundaryMark> marksAlong(const BoundaryPiece& piece, const MarkSpacing& spacing,
                                     const std::function<bool(ScreenPoint)>& isFree) {
    constexpr double kLeastLine = 3;  // in gaps: a shorter line would be all mark
    if (!(piece.wholePx >= kLeastLine * spacing.gapPx)) return {};
    const double count = std::max(1.0, std::round(piece.wholePx / spacing.spacingPx)), everyPx = piece.wholePx / count;
    const double first = std::max(0.0, std::floor(piece.startPx / everyPx - 0.5)),
                 endPx = piece.startPx + piece.stretch.lengthPx();
    std::vector<BoundaryMark> marks;
    for (double i = first; i < count && (i + 0.5) * everyPx <= endPx; ++i)
        for (const double shift : kShifts) {
            const auto mark = markAt(piece.stretch, (i + 0.5 + shift) * everyPx - piece.startPx, spacing.gapPx);
            if (!mark || !isFree(mark->middle)) continue;
            marks.push_back(*mark);
            break;
        }
    return marks;
}

std::vector<std::vector<ScreenPoint>> withoutGaps(const Stretch& stretch, const std::vector<BoundaryMark>& marks,
                                                  double gapPx) {
    std::vector<std::vector<ScreenPoint>> parts;
    double fromPx = 0;
    for (const BoundaryMark& mark : marks) {
        if (mark.alongPx - gapPx / 2 > fromPx) parts.push_back(stretch.cut(fromPx, mark.alongPx - gapPx / 2));
        fromPx = mark.alongPx + gapPx / 2;
    }
    if (stretch.lengthPx() > fromPx) parts.push_back(stretch.cut(fromPx, stretch.lengthPx()));
    return parts;
}

}  // namespace layers
