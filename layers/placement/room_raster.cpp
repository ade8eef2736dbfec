#include "layers/placement/room_raster.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace layers {
namespace {

constexpr double kRoundingPx = 1e-3;  // a box that only touches a cell leaves it free
constexpr std::int64_t kMostCells = 512;  // along a window's side
constexpr std::size_t kBits = 64;

std::int64_t floorOf(double value) { return static_cast<std::int64_t>(std::floor(value)); }

CellRange cellsOf(double fromPx, double toPx, double cellPx) {
    return {floorOf((fromPx + kRoundingPx) / cellPx), static_cast<std::int64_t>(std::ceil((toPx - kRoundingPx) / cellPx)) - 1};
}

CellRange common(const CellRange& a, const CellRange& b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

// The bits from first to last of a word, both within it.
std::uint64_t bitsOf(std::int64_t first, std::int64_t last) { return (~std::uint64_t{0} >> (63 - last)) & (~std::uint64_t{0} << first); }

std::int64_t blockOf(std::int64_t cell) { return cell >> 6; }

// Visit(word, bits) for a range of columns counted from a word's first.
template <class Visit>
void eachWord(const CellRange& columns, Visit visit) {
    for (std::int64_t word = columns.first >> 6; word <= columns.last >> 6; ++word) {
        const CellRange within = common({columns.first - word * 64, columns.last - word * 64}, {0, 63});
        visit(word, bitsOf(within.first, within.last));
    }
}

}  // namespace

std::size_t RoomRaster::Hash::operator()(const BlockPlace& place) const {
    return static_cast<std::size_t>(place.first) * 0x9e3779b97f4a7c15ULL ^ (static_cast<std::size_t>(place.second) * 0xc2b2ae3d27d4eb4fULL >> 7);
}

void RoomRaster::take(const ScreenRect& box) {
    const CellRange columns = cellsOf(box.left, box.right, m_cellPx), rows = cellsOf(box.top, box.bottom, m_cellPx);
    if (columns.first > columns.last) return;
    for (std::int64_t down = blockOf(rows.first); down <= blockOf(rows.last); ++down)
        eachWord(columns, [&](std::int64_t across, std::uint64_t bits) {
            const CellRange within = common({rows.first - down * kSide, rows.last - down * kSide}, {0, kSide - 1});
            Rows& block = m_blocks[{across, down}];
            for (std::int64_t row = within.first; row <= within.last; ++row) block[static_cast<std::size_t>(row)] |= bits;
        });
}

RoomWindow::RoomWindow(const RoomRaster& raster, const ScreenRect& around)
    : m_cellPx(raster.m_cellPx), m_columnRange{floorOf(around.left / m_cellPx), floorOf(around.right / m_cellPx)}, m_rowRange{floorOf(around.top / m_cellPx), floorOf(around.bottom / m_cellPx)} {
    const std::int64_t columns = m_columnRange.last - m_columnRange.first + 1, rows = m_rowRange.last - m_rowRange.first + 1;
    if (columns > kMostCells || rows > kMostCells) return;
    m_columns = static_cast<std::size_t>(columns);
    m_rows = static_cast<std::size_t>(rows);
    m_words = (m_columns + kBits - 1) / kBits;
    m_taken.resize(m_rows * m_words);
    for (std::int64_t down = blockOf(m_rowRange.first); down <= blockOf(m_rowRange.last); ++down)
        for (std::int64_t across = blockOf(m_columnRange.first); across <= blockOf(m_columnRange.last); ++across)
            if (const auto block = raster.m_blocks.find({across, down}); block != raster.m_blocks.end())
                copyBlock(block->second, across * RoomRaster::kSide - m_columnRange.first, down * RoomRaster::kSide - m_rowRange.first);
    if (m_columns % kBits != 0)  // beyond the last column nothing is free
        for (std::size_t at = 0; at < m_rows; ++at) row(m_taken, at)[m_words - 1] |= ~std::uint64_t{0} << m_columns % kBits;
}

// The block's first cell stands at this column and row of the window, maybe before its first.
void RoomWindow::copyBlock(const RoomRaster::Rows& rows, std::int64_t column, std::int64_t firstRow) {
    const std::int64_t word = column >> 6;
    const auto shift = static_cast<unsigned>(column & 63);
    const CellRange within = common({firstRow, firstRow + RoomRaster::kSide - 1}, {0, static_cast<std::int64_t>(m_rows) - 1});
    for (std::int64_t at = within.first; at <= within.last; ++at) {
        const std::uint64_t bits = rows[static_cast<std::size_t>(at - firstRow)];
        std::uint64_t* words = row(m_taken, static_cast<std::size_t>(at));
        if (word >= 0) words[word] |= bits << shift;
        if (shift != 0 && word + 1 < static_cast<std::int64_t>(m_words)) words[word + 1] |= bits >> (kBits - shift);
    }
}

void RoomWindow::take(const ScreenRect& box) {
    if (m_words == 0) return;
    CellRange columns = common(cellsOf(box.left, box.right, m_cellPx), m_columnRange), rows = common(cellsOf(box.top, box.bottom, m_cellPx), m_rowRange);
    if (columns.first > columns.last) return;
    columns = {columns.first - m_columnRange.first, columns.last - m_columnRange.first};
    for (std::int64_t at = rows.first; at <= rows.last; ++at)
        eachWord(columns, [words = row(m_taken, static_cast<std::size_t>(at - m_rowRange.first))](std::int64_t word, std::uint64_t bits) { words[word] |= bits; });
}

bool RoomWindow::hasRoomFor(const ScreenRect& box) {
    const double wide = box.width() / m_cellPx - 1, high = box.height() / m_cellPx - 1;
    m_isFine = m_words > 0 && wide >= 1 && high >= 1;
    if (!m_isFine) return true;
    std::vector<std::uint64_t> starts = startsOf(static_cast<std::size_t>(wide), static_cast<std::size_t>(high));
    if (std::ranges::all_of(starts, [](std::uint64_t word) { return word == 0; })) return false;
    findLeastY(starts, box.top);
    return true;
}

// Per row: the columns where blocks of so many free cells begin.
std::vector<std::uint64_t> RoomWindow::startsOf(std::size_t wide, std::size_t high) {
    std::vector<std::uint64_t> starts(m_taken.size());
    std::ranges::transform(m_taken, starts.begin(), [](std::uint64_t word) { return ~word; });
    for (std::size_t have = 1; have < high;) {  // now of blocks `have` rows high
        const std::size_t more = std::min(have, high - have), whole = starts.size() - std::min(starts.size(), more * m_words);
        for (std::size_t i = 0; i < whole; ++i) starts[i] &= starts[i + more * m_words];
        std::fill(starts.begin() + static_cast<std::ptrdiff_t>(whole), starts.end(), 0);
        have += more;
    }
    for (std::size_t have = 1; have < wide;) {  // and `have` columns wide
        const std::size_t more = std::min(have, wide - have);
        for (std::size_t at = 0; at < m_rows; ++at) narrow(row(starts, at), more);
        have += more;
    }
    return starts;
}

// Leaves the bits of a row that have another one so many columns on.
void RoomWindow::narrow(std::uint64_t* words, std::size_t by) const {
    const std::size_t skip = by / kBits, shift = by % kBits;
    for (std::size_t i = 0; i < m_words; ++i) {
        std::uint64_t later = i + skip < m_words ? words[i + skip] >> shift : 0;
        if (shift != 0 && i + skip + 1 < m_words) later |= words[i + skip + 1] << (kBits - shift);
        words[i] &= later;
    }
}

// The first cell that lies wholly beyond a place.
std::size_t RoomWindow::firstCellFrom(double fromPx, std::int64_t first, std::size_t count) const {
    return static_cast<std::size_t>(std::clamp(static_cast<std::int64_t>(std::ceil(fromPx / m_cellPx)) - first, std::int64_t{0}, static_cast<std::int64_t>(count) - 1));
}

// Rows above and below the wished one, the nearest first: a column's first row with room decides.
void RoomWindow::findLeastY(std::vector<std::uint64_t>& starts, double wishedPx) {
    m_leastY.assign(m_columns, std::numeric_limits<double>::infinity());
    const std::size_t wished = firstCellFrom(wishedPx, m_rowRange.first, m_rows);
    std::vector<std::uint64_t> open(m_words, ~std::uint64_t{0});
    const double firstPx = static_cast<double>(m_rowRange.first) * m_cellPx - wishedPx;
    const auto downTo = [&](std::size_t at) { return firstPx + static_cast<double>(at) * m_cellPx; };
    bool isOpen = true;
    for (std::size_t away = 0; away < m_rows && isOpen; ++away) {
        isOpen = false;
        for (std::size_t word = 0; word < m_words; ++word) {
            const std::uint64_t above = wished >= away ? row(starts, wished - away)[word] & open[word] : 0;
            const std::uint64_t below = wished + away < m_rows ? row(starts, wished + away)[word] & open[word] : 0;
            if (above != 0) lowerLeastY(word, above, -downTo(wished - away));
            if (below != 0) lowerLeastY(word, below, downTo(wished + away) - m_cellPx);
            open[word] &= ~(above | below);
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

double RoomWindow::leastY(double leftPx) const { return m_isFine ? m_leastY[firstCellFrom(leftPx, m_columnRange.first, m_columns)] : 0; }

}  // namespace layers
