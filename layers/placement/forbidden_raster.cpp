// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/forbidden_raster.hpp"

#include <bit>
#include <cmath>
#include <limits>

namespace layers {
namespace {

constexpr double kCellsInBox = 24;         // along its longer side
constexpr double kRoundingPx = 1e-3;       // a place where boxes only touch is free
constexpr std::int64_t kMostCells = 1024;  // along a window's side
constexpr double kNone = std::numeric_limits<double>::infinity();

std::int64_t floorOf(double value) {  // faster than the library's, which is asked for every box nearby
    const auto whole = static_cast<std::int64_t>(value);
    return whole - (static_cast<double>(whole) > value ? 1 : 0);
}

CellRange common(const CellRange& a, const CellRange& b) {
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

CellRange from(const CellRange& range, std::int64_t origin) { return {range.first - origin, range.last - origin}; }

std::int64_t wordOf(std::int64_t cell) { return cell >> 6; }

bool contains(const CellRange& range, std::int64_t cell) { return cell >= range.first && cell <= range.last; }
bool contains(const CellRange& range, const CellRange& other) {
    return other.first >= range.first && other.last <= range.last;
}

// The range's part of a word of 64 columns.
std::uint64_t bitsIn(std::int64_t word, const CellRange& columns) {
    const CellRange within = common(from(columns, word * 64), {0, 63});
    return within.first > within.last ? 0
                                      : (~std::uint64_t{0} >> (63 - within.last)) & (~std::uint64_t{0} << within.first);
}

// Without what `other` has of an end of it; false: it has none.
bool cut(CellRange& range, const CellRange& other) {
    const bool hasFirst = contains(other, range.first), hasLast = contains(other, range.last);
    if (hasFirst) range.first = other.last + 1;
    else if (hasLast) range.last = other.first - 1;
    return hasFirst || hasLast;
}

// What a move is at least, so that rounding has not made it longer.
double surely(double px) { return std::max(0.0, px - kRoundingPx); }

}  // namespace

ForbiddenRaster::ForbiddenRaster(BoxSize size)
    : m_size(size), m_cellPx(std::max(0.1, std::max(size.widthPx, size.heightPx) / kCellsInBox)) {}

std::size_t ForbiddenRaster::Hash::operator()(const BlockPlace& place) const {
    return static_cast<std::size_t>(place.first) * 0x9e3779b97f4a7c15ULL ^
           (static_cast<std::size_t>(place.second) * 0xc2b2ae3d27d4eb4fULL >> 7);
}

std::int64_t ForbiddenRaster::cellAt(double px) const { return floorOf(px / m_cellPx); }

// Whole cells of corners at which a box covers some of it.
CellRect ForbiddenRaster::hiddenBy(const ScreenRect& taken) const {
    const auto between = [this](double fromPx, double toPx) {
        return CellRange{cellAt(fromPx + kRoundingPx) + 1, cellAt(toPx - kRoundingPx) - 1};
    };
    const CellRect cells{between(taken.left - m_size.widthPx, taken.right),
                         between(taken.top - m_size.heightPx, taken.bottom)};
    return cells.columns.first <= cells.columns.last ? cells : CellRect{};
}

void ForbiddenRaster::take(const ScreenRect& taken) {
    const auto [columns, rows] = hiddenBy(taken);
    for (std::int64_t down = wordOf(rows.first); down <= wordOf(rows.last); ++down)
        for (std::int64_t across = wordOf(columns.first); across <= wordOf(columns.last); ++across) {
            const CellRange within = common(from(rows, down * kSide), {0, kSide - 1});
            const std::uint64_t bits = bitsIn(across, columns);
            Rows& block = m_blocks[{across, down}];
            for (std::int64_t row = within.first; row <= within.last; ++row)
                block[static_cast<std::size_t>(row)] |= bits;
        }
}

bool ForbiddenRaster::mayStandAt(ScreenPoint corner) const {
    const std::int64_t column = cellAt(corner.x), row = cellAt(corner.y);
    const auto block = m_blocks.find({wordOf(column), wordOf(row)});
    return block == m_blocks.end() || (block->second[static_cast<std::size_t>(row & 63)] >> (column & 63) & 1) == 0;
}

RasterWindow::RasterWindow(const ForbiddenRaster& raster, ScreenPoint corner, double reachPx)
    : m_raster(raster),
      m_corner(corner),
      m_cells{{raster.cellAt(corner.x - reachPx), raster.cellAt(corner.x + reachPx)},
              {raster.cellAt(corner.y - reachPx), raster.cellAt(corner.y + reachPx)}} {
    m_isTooLarge = m_cells.columns.last - m_cells.columns.first > kMostCells ||
                   m_cells.rows.last - m_cells.rows.first > kMostCells;
}

// What has a whole side of the window makes it smaller.
void RasterWindow::take(const ScreenRect& taken) {
    const CellRect hidden = m_raster.hiddenBy(taken);
    const bool isCut = (contains(hidden.columns, m_cells.columns) && cut(m_cells.rows, hidden.rows)) ||
                       (contains(hidden.rows, m_cells.rows) && cut(m_cells.columns, hidden.columns));
    if (!isCut) m_hidden.push_back(hidden);
}

double RasterWindow::leastMove() {
    if (m_isTooLarge) return 0;
    findLeastY();
    double least2 = kNone;
    for (std::int64_t column = m_cells.columns.first; column <= m_cells.columns.last; ++column) {
        const double y = m_leastY[static_cast<std::size_t>(column - m_words.first * ForbiddenRaster::kSide)];
        if (y == kNone) continue;
        const double leftPx = static_cast<double>(column) * m_raster.m_cellPx - m_corner.x;
        const double x = std::max({0.0, leftPx, -leftPx - m_raster.m_cellPx});
        least2 = std::min(least2, x * x + y * y);
    }
    return surely(std::sqrt(least2));
}

double RasterWindow::leastY(double x) const {
    if (m_isTooLarge) return 0;
    const std::int64_t column = m_raster.cellAt(m_corner.x + x);
    return contains(m_cells.columns, column)
               ? m_leastY[static_cast<std::size_t>(column - m_words.first * ForbiddenRaster::kSide)]
               : kNone;
}

// Rows above and below the wanted one, the nearest first: a column's first row with room decides.
void RasterWindow::findLeastY() {
    m_words = {wordOf(m_cells.columns.first), wordOf(m_cells.columns.last)};
    m_downs = {wordOf(m_cells.rows.first), wordOf(m_cells.rows.last)};
    std::vector<std::uint64_t> open;  // columns without one so far
    for (std::int64_t word = m_words.first; word <= m_words.last; ++word) open.push_back(bitsIn(word, m_cells.columns));
    for (std::int64_t down = m_downs.first; down <= m_downs.last; ++down)
        for (std::int64_t word = m_words.first; word <= m_words.last; ++word) {
            const auto block = m_raster.m_blocks.find({word, down});
            m_blocks.push_back(block == m_raster.m_blocks.end() ? nullptr : &block->second);
        }
    m_leastY.assign(open.size() * ForbiddenRaster::kSide, kNone);
    const std::int64_t wanted = m_raster.cellAt(m_corner.y),
                       farthest = std::max(wanted - m_cells.rows.first, m_cells.rows.last - wanted);
    const auto downTo = [&](std::int64_t row) { return static_cast<double>(row) * m_raster.m_cellPx - m_corner.y; };
    for (std::int64_t away = 0;
         away <= farthest && std::ranges::any_of(open, [](std::uint64_t word) { return word != 0; }); ++away) {
        // Before either closes a column both have looked: which of them is nearer depends on where in its cell the
        // corner stands.
        const double up = surely(-downTo(wanted - away + 1)), down = surely(downTo(wanted + away));
        const std::int64_t nearer = up <= down ? wanted - away : wanted + away, other = 2 * wanted - nearer;
        if (contains(m_cells.rows, nearer)) lookIn(nearer, std::min(up, down), open);
        if (contains(m_cells.rows, other)) lookIn(other, std::max(up, down), open);
    }
}

void RasterWindow::lookIn(std::int64_t row, double leastPx, std::vector<std::uint64_t>& open) {
    const ForbiddenRaster::Rows* const* blocks =
        m_blocks.data() + (wordOf(row) - m_downs.first) * (m_words.last - m_words.first + 1);
    for (std::size_t i = 0; i < open.size(); ++i) {
        std::uint64_t free = open[i];
        if (blocks[i] != nullptr) free &= ~(*blocks[i])[static_cast<std::size_t>(row & 63)];
        for (const CellRect& hidden : m_hidden)
            if (contains(hidden.rows, row))
                free &= ~bitsIn(m_words.first + static_cast<std::int64_t>(i), hidden.columns);
        open[i] &= ~free;
        for (; free != 0; free &= free - 1)
            m_leastY[i * ForbiddenRaster::kSide + static_cast<std::size_t>(std::countr_zero(free))] = leastPx;
    }
}

}  // namespace layers
