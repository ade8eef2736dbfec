#include "layers/placement/free_room.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <tuple>

namespace layers {
namespace {

constexpr double kMostCellsOfABox = 64;  // along a side
constexpr double kFineReachInWidths = 4;  // of the box: over a wider neighbourhood the raster is too coarse to say where there is room
constexpr std::size_t kNearBoxes = 128;   // about as many are near in a crowd

struct Interval {
    double from = 0, to = 0;
};

// Where the box may not be moved to: open, so that boxes may touch.
struct Forbidden {
    Interval x, y;
};

// The y nearest to none that lies in no forbidden interval of this x. `forbidden` is sorted by y.from.
double nearestY(const std::vector<Forbidden>& forbidden, double x) {
    Interval around{0, 0};  // the run of overlapping intervals that is being looked at
    bool any = false;
    for (const Forbidden& f : forbidden) {
        if (x <= f.x.from || x >= f.x.to) continue;
        if (any && f.y.from < around.to) {
            around.to = std::max(around.to, f.y.to);
            continue;
        }
        if (any && around.to > 0) break;  // the next run begins beyond this one, and this one ends below
        around = f.y;
        any = true;
    }
    if (!any || around.from >= 0 || around.to <= 0) return 0;
    return -around.from <= around.to ? around.from : around.to;
}

// The raster of a neighbourhood in 64 columns and rows, a bit each: taken where any taken box reaches into the cell.
class CoarseRaster {
public:
    explicit CoarseRaster(const ScreenRect& around) : m_around(around), m_cellWidthPx(around.width() / kCells), m_cellHeightPx(around.height() / kCells) {}

    void take(const ScreenRect& box) {
        const auto [firstColumn, lastColumn] = cellsOf(box.left - m_around.left, box.right - m_around.left, m_cellWidthPx);
        const auto [firstRow, lastRow] = cellsOf(box.top - m_around.top, box.bottom - m_around.top, m_cellHeightPx);
        if (firstColumn > lastColumn) return;
        const std::uint64_t columns = (~std::uint64_t{0} >> (kCells - 1 - lastColumn)) & (~std::uint64_t{0} << firstColumn);
        for (int row = firstRow; row <= lastRow; ++row) m_taken[static_cast<std::size_t>(row)] |= columns;
    }

    // False: a box of this size has no room anywhere. Wherever it stands it holds a block of so many whole cells, and they
    // are free; afterwards leastY() knows where.
    bool hasRoomFor(const ScreenRect& box) {
        const int wide = static_cast<int>(box.width() / m_cellWidthPx) - 1, high = static_cast<int>(box.height() / m_cellHeightPx) - 1;
        m_isFine = wide >= 1 && high >= 1;
        if (!m_isFine) return true;
        std::array<std::uint64_t, kCells> starts{};  // per row: columns where `wide` free cells begin
        for (std::size_t row = 0; row < kCells; ++row) starts[row] = runsOf(~m_taken[row], wide);
        for (int have = 1; have < high;) {  // now of blocks `have` rows high
            const int more = std::min(have, high - have);
            for (auto row = starts.begin(); row != starts.end(); ++row) *row &= starts.end() - row > more ? *(row + more) : 0;
            have += more;
        }
        if (std::ranges::all_of(starts, [](std::uint64_t row) { return row == 0; })) return false;
        findLeastY(starts, box.top - m_around.top);
        return true;
    }

    // The box's move to the sides being such that its left edge stands there: no move up or down shorter than this can be
    // free. Infinite: none.
    double leastY(double leftPx) const { return m_isFine ? m_leastY[static_cast<std::size_t>(firstCellFrom(leftPx - m_around.left, m_cellWidthPx))] : 0; }

private:
    static constexpr int kCells = 64;
    static constexpr double kRoundingPx = 1e-3;  // a box that only touches a cell leaves it free

    static std::pair<int, int> cellsOf(double fromPx, double toPx, double cellPx) {
        const double first = std::clamp((fromPx + kRoundingPx) / cellPx, 0.0, double{kCells}), end = std::clamp((toPx - kRoundingPx) / cellPx, 0.0, double{kCells});
        const int last = static_cast<int>(end);
        return {static_cast<int>(first), last < end ? last : last - 1};
    }

    // The first cell that lies wholly beyond a place.
    static int firstCellFrom(double fromPx, double cellPx) { return std::clamp(static_cast<int>(std::ceil(fromPx / cellPx)), 0, kCells - 1); }

    // Rows above and below the wished one, the nearest first: a column's first row with room decides.
    void findLeastY(const std::array<std::uint64_t, kCells>& starts, double wishedPx) {
        m_leastY.fill(std::numeric_limits<double>::infinity());
        const int wished = firstCellFrom(wishedPx, m_cellHeightPx);
        const auto columnsOf = [&](int row) { return row >= 0 && row < kCells ? starts[static_cast<std::size_t>(row)] : 0; };
        std::uint64_t open = ~std::uint64_t{0};
        for (int away = 0; away < kCells && open != 0; ++away) {
            const std::uint64_t above = columnsOf(wished - away) & open, below = columnsOf(wished + away) & open;
            lowerLeastY(above, wishedPx - (wished - away) * m_cellHeightPx);
            lowerLeastY(below, (wished + away - 1) * m_cellHeightPx - wishedPx);
            open &= ~(above | below);
        }
    }

    void lowerLeastY(std::uint64_t columns, double leastPx) {
        for (; columns != 0; columns &= columns - 1) {
            double& least = m_leastY[static_cast<std::size_t>(std::countr_zero(columns))];
            least = std::min(least, std::max(0.0, leastPx - kRoundingPx));
        }
    }

    static std::uint64_t runsOf(std::uint64_t free, int length) {
        for (int have = 1; have < length;) {  // now of runs `have` long
            const int more = std::min(have, length - have);
            free &= free >> more;
            have += more;
        }
        return free;
    }

    ScreenRect m_around;
    double m_cellWidthPx, m_cellHeightPx;
    std::array<std::uint64_t, kCells> m_taken{};
    bool m_isFine = false;  // a box holds a whole cell
    std::array<double, kCells> m_leastY{};  // per column in which a box's first whole cell lies
};

ScreenRect movableArea(const ScreenRect& box, double reachPx) { return {box.left - reachPx, box.top - reachPx, box.right + reachPx, box.bottom + reachPx}; }

// A move to the sides that is worth a look, and a length that no free move has less of there.
struct Column {
    double leastPx = 0, x = 0;
};

// A heap with the least on top.
std::vector<Column> columnsToTry(const std::vector<Forbidden>& forbidden, const ScreenRect& box, double reachPx, const CoarseRaster& raster) {
    std::vector<Column> columns;
    columns.reserve(2 * forbidden.size() + 1);
    const auto add = [&](double x) {
        if (std::abs(x) > reachPx) return;
        const double y = raster.leastY(box.left + x), leastPx = std::sqrt(x * x + y * y);
        if (leastPx <= reachPx) columns.push_back({leastPx, x});
    };
    add(0);
    for (const Forbidden& f : forbidden) {
        add(f.x.from);
        add(f.x.to);
    }
    std::ranges::make_heap(columns, std::greater{}, &Column::leastPx);
    return columns;
}

// The nearest free move is none, or has an edge of a forbidden box as its x, or the wished x: for each such x the nearest
// free y, as long as there may be a nearer one. Of moves of one length the one that goes least to the sides.
std::optional<ScreenPoint> nearestMoveAmong(const std::vector<ScreenRect>& taken, const ScreenRect& box, double reachPx, const CoarseRaster& raster) {
    std::vector<Forbidden> forbidden;
    forbidden.reserve(taken.size());
    for (const ScreenRect& r : taken)
        if (r.intersects(movableArea(box, reachPx))) forbidden.push_back({{r.left - box.right, r.right - box.left}, {r.top - box.bottom, r.bottom - box.top}});
    std::vector<Column> columns = columnsToTry(forbidden, box, reachPx, raster);
    std::ranges::sort(forbidden, {}, [](const Forbidden& f) { return f.y.from; });
    const auto rankOf = [](ScreenPoint move) { return std::tuple(std::sqrt(move.x * move.x + move.y * move.y), std::abs(move.x), move.x); };
    std::optional<ScreenPoint> best;
    double bestPx = reachPx;
    while (!columns.empty() && columns.front().leastPx <= bestPx) {
        const ScreenPoint move{columns.front().x, nearestY(forbidden, columns.front().x)};
        std::ranges::pop_heap(columns, std::greater{}, &Column::leastPx);
        columns.pop_back();
        if (std::get<0>(rankOf(move)) > bestPx || (best && rankOf(move) >= rankOf(*best))) continue;
        best = move;
        bestPx = std::get<0>(rankOf(move));
    }
    return best;
}

}  // namespace

std::size_t FreeRoom::CellHash::operator()(const Cell& cell) const {
    return static_cast<std::size_t>(cell.first) * 0x9e3779b97f4a7c15ULL ^ (static_cast<std::size_t>(cell.second) * 0xc2b2ae3d27d4eb4fULL >> 7);
}

FreeRoom::FreeRoom(double cellPx) : m_cellPx(std::max(1.0, cellPx)) {}

// A box lies in the cell of its upper left corner: those that reach into `rect` begin at most the largest box's size before it.
template <typename Visit>
void FreeRoom::visitNear(const ScreenRect& rect, Visit visit) const {
    for (const std::uint32_t index : m_wide) visit(index);
    const Cell first = cellOf(rect.left - m_largestPx.x, rect.top - m_largestPx.y), last = cellOf(rect.right, rect.bottom);
    for (std::int64_t row = first.second; row <= last.second; ++row)
        for (std::int64_t column = first.first; column <= last.first; ++column)
            if (const auto held = m_cells.find({column, row}); held != m_cells.end())
                for (const std::uint32_t index : held->second) visit(index);
}

FreeRoom::Cell FreeRoom::cellOf(double x, double y) const {
    return {static_cast<std::int64_t>(std::floor(x / m_cellPx)), static_cast<std::int64_t>(std::floor(y / m_cellPx))};
}

void FreeRoom::add(const ScreenRect& taken) {
    const auto index = static_cast<std::uint32_t>(m_taken.size());
    m_taken.push_back(taken);
    if (std::max(taken.width(), taken.height()) > m_cellPx * kMostCellsOfABox) return m_wide.push_back(index);
    m_largestPx = {std::max(m_largestPx.x, taken.width()), std::max(m_largestPx.y, taken.height())};
    m_cells[cellOf(taken.left, taken.top)].push_back(index);
}

std::vector<std::size_t> FreeRoom::coveredBy(const ScreenRect& box) const {
    std::vector<std::size_t> found;
    visitNear(box, [&](std::uint32_t index) {
        if (m_taken[index].intersects(box)) found.push_back(index);
    });
    std::ranges::sort(found);
    return found;
}

bool FreeRoom::isFree(const ScreenRect& box) const {
    bool free = true;
    visitNear(box, [&](std::uint32_t index) { free = free && !m_taken[index].intersects(box); });
    return free;
}

// In a crowd a coarse look saves most boxes the exact one, and what is near the others is looked at before what is far.
std::optional<ScreenPoint> FreeRoom::nearestMove(const ScreenRect& box, double reachPx) const {
    if (isFree(box)) return ScreenPoint{0, 0};
    const bool looksNearFirst = reachPx > kFineReachInWidths * box.width();
    if (looksNearFirst)
        if (const auto nearby = nearestMove(box, reachPx / 3)) return nearby;
    const ScreenRect around = movableArea(box, reachPx);
    CoarseRaster raster(around);
    std::vector<ScreenRect> near;
    near.reserve(kNearBoxes);
    visitNear(around, [&](std::uint32_t index) {
        if (!m_taken[index].intersects(around)) return;
        raster.take(m_taken[index]);
        near.push_back(m_taken[index]);
    });
    if (!raster.hasRoomFor(box)) return {};
    const auto nearby = looksNearFirst ? std::nullopt : nearestMoveAmong(near, box, reachPx / 3, raster);
    return nearby ? nearby : nearestMoveAmong(near, box, reachPx, raster);
}

}  // namespace layers
