#include "layers/placement/room_raster.hpp"

#include <bit>
#include <cmath>
#include <limits>

namespace layers {
namespace {

constexpr double kCellsInBox = 16;        // along its longer side
constexpr double kRoundingPx = 1e-3;      // a place where boxes only touch is free
constexpr std::int64_t kMostCells = 512;  // along a window's side
constexpr double kNone = std::numeric_limits<double>::infinity();
constexpr std::size_t kBits = 64;

std::int64_t floorOf(double value) {  // faster than the library's, which is asked for every box nearby
    const auto whole = static_cast<std::int64_t>(value);
    return whole - (static_cast<double>(whole) > value ? 1 : 0);
}

CellRange common(const CellRange& a, const CellRange& b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

CellRange from(const CellRange& range, std::int64_t origin) { return {range.first - origin, range.last - origin}; }

std::int64_t wordOf(std::int64_t cell) { return cell >> 6; }

// Visit(word, bits) for each word of 64 columns that the range has a part of.
template <class Visit>
void eachWord(const CellRange& columns, Visit visit) {
    for (std::int64_t word = wordOf(columns.first); word <= wordOf(columns.last); ++word) {
        const CellRange within = common(from(columns, word * 64), {0, 63});
        visit(word, (~std::uint64_t{0} >> (63 - within.last)) & (~std::uint64_t{0} << within.first));
    }
}

}  // namespace

RoomRaster::RoomRaster(BoxSize size) : m_size(size), m_cellPx(std::max(0.1, std::max(size.widthPx, size.heightPx) / kCellsInBox)) {}

std::size_t RoomRaster::Hash::operator()(const BlockPlace& place) const {
    return static_cast<std::size_t>(place.first) * 0x9e3779b97f4a7c15ULL ^ (static_cast<std::size_t>(place.second) * 0xc2b2ae3d27d4eb4fULL >> 7);
}

std::int64_t RoomRaster::cellAt(double px) const { return floorOf(px / m_cellPx); }

// Whole cells of corners at which a box covers some of it.
CellRect RoomRaster::hiddenBy(const ScreenRect& taken) const {
    const auto between = [this](double fromPx, double toPx) { return CellRange{cellAt(fromPx + kRoundingPx) + 1, cellAt(toPx - kRoundingPx) - 1}; };
    const CellRect cells{between(taken.left - m_size.widthPx, taken.right), between(taken.top - m_size.heightPx, taken.bottom)};
    return cells.columns.first <= cells.columns.last ? cells : CellRect{};
}

void RoomRaster::take(const ScreenRect& taken) {
    const auto [columns, rows] = hiddenBy(taken);
    for (std::int64_t down = wordOf(rows.first); down <= wordOf(rows.last); ++down)
        eachWord(columns, [&, within = common(from(rows, down * kSide), {0, kSide - 1})](std::int64_t across, std::uint64_t bits) {
            Rows& block = m_blocks[{across, down}];
            for (std::int64_t row = within.first; row <= within.last; ++row) block[static_cast<std::size_t>(row)] |= bits;
        });
}

bool RoomRaster::mayStandAt(ScreenPoint corner) const {
    const std::int64_t column = cellAt(corner.x), row = cellAt(corner.y);
    const auto block = m_blocks.find({wordOf(column), wordOf(row)});
    return block == m_blocks.end() || (block->second[static_cast<std::size_t>(row & 63)] >> (column & 63) & 1) == 0;
}

RoomWindow::RoomWindow(const RoomRaster& raster, ScreenPoint corner, double reachPx)
    : m_raster(raster), m_corner(corner), m_cells{{raster.cellAt(corner.x - reachPx), raster.cellAt(corner.x + reachPx)}, {raster.cellAt(corner.y - reachPx), raster.cellAt(corner.y + reachPx)}},
      m_columns(m_cells.columns.last - m_cells.columns.first + 1), m_rows(m_cells.rows.last - m_cells.rows.first + 1) {
    if (m_columns > kMostCells || m_rows > kMostCells) return;
    m_words = (static_cast<std::size_t>(m_columns) + kBits - 1) / kBits;
    m_taken.resize(static_cast<std::size_t>(m_rows) * m_words);
    for (std::int64_t down = wordOf(m_cells.rows.first); down <= wordOf(m_cells.rows.last); ++down)
        for (std::int64_t across = wordOf(m_cells.columns.first); across <= wordOf(m_cells.columns.last); ++across)
            if (const auto block = raster.m_blocks.find({across, down}); block != raster.m_blocks.end())
                copyBlock(block->second, across * RoomRaster::kSide - m_cells.columns.first, down * RoomRaster::kSide - m_cells.rows.first);
}

// The block's first cell stands at this column and row of the window, maybe before its first.
void RoomWindow::copyBlock(const RoomRaster::Rows& rows, std::int64_t column, std::int64_t firstRow) {
    const std::int64_t word = wordOf(column);
    const auto shift = static_cast<unsigned>(column & 63);
    const bool hasLow = word >= 0, hasHigh = shift != 0 && word + 1 < static_cast<std::int64_t>(m_words);
    const CellRange within = common({firstRow, firstRow + RoomRaster::kSide - 1}, {0, m_rows - 1});
    for (std::int64_t at = within.first; at <= within.last; ++at) {
        const std::uint64_t bits = rows[static_cast<std::size_t>(at - firstRow)];
        if (hasLow) row(at)[word] |= bits << shift;
        if (hasHigh) row(at)[word + 1] |= bits >> (kBits - shift);
    }
}

void RoomWindow::take(const ScreenRect& taken) {
    if (m_words == 0) return;
    const CellRect hidden = m_raster.hiddenBy(taken);
    const CellRange columns = from(common(hidden.columns, m_cells.columns), m_cells.columns.first), rows = from(common(hidden.rows, m_cells.rows), m_cells.rows.first);
    if (columns.first > columns.last) return;
    for (std::int64_t at = rows.first; at <= rows.last; ++at) eachWord(columns, [words = row(at)](std::int64_t word, std::uint64_t bits) { words[word] |= bits; });
}

double RoomWindow::leastMove() {
    if (m_words == 0) return 0;
    findLeastY();
    double least2 = kNone;
    for (std::int64_t column = 0; column < m_columns; ++column) {
        const double y = m_leastY[static_cast<std::size_t>(column)];
        if (y == kNone) continue;
        const double leftPx = static_cast<double>(m_cells.columns.first + column) * m_raster.m_cellPx - m_corner.x;
        const double x = std::max({0.0, leftPx, -leftPx - m_raster.m_cellPx});
        least2 = std::min(least2, x * x + y * y);
    }
    return std::max(0.0, std::sqrt(least2) - kRoundingPx);
}

// Rows above and below the wished one, the nearest first: a column's first row with room decides.
void RoomWindow::findLeastY() {
    m_leastY.assign(static_cast<std::size_t>(m_columns), kNone);
    std::vector<std::uint64_t> open(m_words, ~std::uint64_t{0});  // columns without one so far
    if (m_columns % kBits != 0) open.back() >>= kBits - static_cast<std::size_t>(m_columns) % kBits;
    const std::int64_t wished = m_raster.cellAt(m_corner.y) - m_cells.rows.first;
    const double firstPx = static_cast<double>(m_cells.rows.first) * m_raster.m_cellPx - m_corner.y;
    const auto downTo = [&](std::int64_t at) { return firstPx + static_cast<double>(at) * m_raster.m_cellPx; };
    bool isOpen = true;
    for (std::int64_t away = 0; away < m_rows && isOpen; ++away) {
        isOpen = false;
        const std::uint64_t* above = wished >= away ? row(wished - away) : nullptr;
        const std::uint64_t* below = wished + away < m_rows ? row(wished + away) : nullptr;
        for (std::size_t word = 0; word < m_words; ++word) {
            const std::uint64_t up = above != nullptr ? ~above[word] & open[word] : 0, down = below != nullptr ? ~below[word] & open[word] : 0;
            if (up != 0) lowerLeastY(word, up, -downTo(wished - away + 1));
            if (down != 0) lowerLeastY(word, down, downTo(wished + away));
            open[word] &= ~(up | down);
            isOpen = isOpen || open[word] != 0;
        }
    }
}

void RoomWindow::lowerLeastY(std::size_t word, std::uint64_t columns, double leastPx) {
    for (; columns != 0; columns &= columns - 1) {
        double& least = m_leastY[word * kBits + static_cast<std::size_t>(std::countr_zero(columns))];
        least = std::min(least, std::max(0.0, leastPx - kRoundingPx));
    }
}

}  // namespace layers
