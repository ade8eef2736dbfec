#include "layers/placement/free_room.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace layers {
namespace {

constexpr double kMostCellsOfABox = 64;  // along a side
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

    // A bit per column at which the first whole cell of a box of this size may lie: wherever the box stands, it holds a
    // block of so many whole cells, and they are free. None: there is no room.
    std::uint64_t columnsFor(double widthPx, double heightPx) const {
        const int wide = static_cast<int>(widthPx / m_cellWidthPx) - 1, high = static_cast<int>(heightPx / m_cellHeightPx) - 1;
        if (wide < 1 || high < 1) return ~std::uint64_t{0};
        std::array<std::uint64_t, kCells> starts{};  // per row: columns where `wide` free cells begin
        for (std::size_t row = 0; row < kCells; ++row) starts[row] = runsOf(~m_taken[row], wide);
        for (int have = 1; have < high;) {  // now of blocks `have` rows high
            const int more = std::min(have, high - have);
            for (auto row = starts.begin(); row != starts.end(); ++row) *row &= starts.end() - row > more ? *(row + more) : 0;
            have += more;
        }
        return std::accumulate(starts.begin(), starts.end(), std::uint64_t{0}, std::bit_or{});
    }

    // Where the first whole cell of a box lies whose left edge stands there.
    std::uint64_t columnOf(double leftPx) const {
        return std::uint64_t{1} << std::clamp(static_cast<int>(std::ceil((leftPx - m_around.left) / m_cellWidthPx)), 0, kCells - 1);
    }

private:
    static constexpr int kCells = 64;
    static constexpr double kRoundingPx = 1e-3;  // a box that only touches a cell leaves it free

    static std::pair<int, int> cellsOf(double fromPx, double toPx, double cellPx) {
        const double first = std::floor((fromPx + kRoundingPx) / cellPx), last = std::ceil((toPx - kRoundingPx) / cellPx) - 1;
        return {static_cast<int>(std::clamp(first, 0.0, double{kCells})), static_cast<int>(std::clamp(last, -1.0, double{kCells - 1}))};
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
};

template <typename MayHold>
std::vector<double> columnsToTry(const std::vector<Forbidden>& forbidden, double reachPx, MayHold mayHold) {
    std::vector<double> columns;
    if (mayHold(0.0)) columns.push_back(0);
    for (const Forbidden& f : forbidden)
        for (const double x : {f.x.from, f.x.to})
            if (std::abs(x) <= reachPx && mayHold(x)) columns.push_back(x);
    std::ranges::sort(columns, {}, [](double x) { return std::pair(std::abs(x), x); });
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

ScreenRect movableArea(const ScreenRect& box, double reachPx) { return {box.left - reachPx, box.top - reachPx, box.right + reachPx, box.bottom + reachPx}; }

// The nearest free move is none, or has an edge of a forbidden box as its x, or the wished x: for each such x the nearest
// free y, the nearest columns first.
template <typename MayHold>
std::optional<ScreenPoint> nearestMoveAmong(const std::vector<ScreenRect>& taken, const ScreenRect& box, double reachPx, MayHold mayHold) {
    std::vector<Forbidden> forbidden;
    forbidden.reserve(taken.size());
    for (const ScreenRect& r : taken)
        if (r.intersects(movableArea(box, reachPx))) forbidden.push_back({{r.left - box.right, r.right - box.left}, {r.top - box.bottom, r.bottom - box.top}});
    std::ranges::sort(forbidden, {}, [](const Forbidden& f) { return f.y.from; });
    std::optional<ScreenPoint> best;
    double bestPx = reachPx;
    for (const double x : columnsToTry(forbidden, reachPx, mayHold)) {
        if (std::abs(x) > bestPx) break;
        const double y = nearestY(forbidden, x), lengthPx = std::sqrt(x * x + y * y);
        if (lengthPx > bestPx || (best && lengthPx == bestPx)) continue;
        best = ScreenPoint{x, y};
        bestPx = lengthPx;
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
    const ScreenRect around = movableArea(box, reachPx);
    CoarseRaster raster(around);
    std::vector<ScreenRect> near;
    near.reserve(kNearBoxes);
    visitNear(around, [&](std::uint32_t index) {
        if (!m_taken[index].intersects(around)) return;
        raster.take(m_taken[index]);
        near.push_back(m_taken[index]);
    });
    const std::uint64_t open = raster.columnsFor(box.width(), box.height());
    if (open == 0) return {};
    const auto mayHold = [&](double x) { return (raster.columnOf(box.left + x) & open) != 0; };
    const auto nearby = nearestMoveAmong(near, box, reachPx / 3, mayHold);
    return nearby ? nearby : nearestMoveAmong(near, box, reachPx, mayHold);
}

}  // namespace layers
