#include "layers/placement/free_room.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace layers {
namespace {

constexpr double kMostCellsOfABox = 64;  // along a side
constexpr double kRasterInCell = 16;     // cells of the raster along a side of one of ours

struct Interval {
    double from = 0, to = 0;
};

// Where the box may not be moved to: open, so that boxes may touch.
struct Forbidden {
    Interval x, y;
};

// The y nearest to none that lies in no forbidden interval of this x; `crossed` is room to work in.
double nearestY(const std::vector<Forbidden>& forbidden, double x, std::vector<Interval>& crossed) {
    crossed.clear();
    for (const Forbidden& f : forbidden)
        if (f.x.from < x && x < f.x.to) crossed.push_back(f.y);
    std::ranges::sort(crossed, {}, &Interval::from);
    Interval around{0, 0};  // the run of overlapping intervals that is being looked at
    bool any = false;
    for (const Interval& y : crossed) {
        if (any && y.from < around.to) {
            around.to = std::max(around.to, y.to);
            continue;
        }
        if (any && around.to > 0) break;  // the next run begins beyond this one, and this one ends below
        around = y;
        any = true;
    }
    if (!any || around.from >= 0 || around.to <= 0) return 0;
    return -around.from <= around.to ? around.from : around.to;
}

ScreenRect movableArea(const ScreenRect& box, double reachPx) { return {box.left - reachPx, box.top - reachPx, box.right + reachPx, box.bottom + reachPx}; }

// A move to the sides that is worth a look, and a length that no free move has less of there.
struct Column {
    double leastPx = 0, x = 0;
};

// A heap with the least on top.
std::vector<Column> columnsToTry(const std::vector<Forbidden>& forbidden, const ScreenRect& box, double reachPx, const RoomWindow& window) {
    std::vector<Column> columns;
    columns.reserve(2 * forbidden.size() + 1);
    const auto add = [&](double x) {
        if (std::abs(x) > reachPx) return;
        const double y = window.leastY(box.left + x), leastPx = std::sqrt(x * x + y * y);
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
std::optional<ScreenPoint> nearestMoveAmong(const std::vector<Forbidden>& forbidden, const ScreenRect& box, double reachPx, const RoomWindow& window) {
    std::vector<Column> columns = columnsToTry(forbidden, box, reachPx, window);
    std::vector<Interval> crossed;
    const auto rankOf = [](ScreenPoint move) { return std::tuple(std::sqrt(move.x * move.x + move.y * move.y), std::abs(move.x), move.x); };
    std::optional<ScreenPoint> best;
    double bestPx = reachPx;
    while (!columns.empty() && columns.front().leastPx <= bestPx) {
        const ScreenPoint move{columns.front().x, nearestY(forbidden, columns.front().x, crossed)};
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

FreeRoom::FreeRoom(double cellPx) : m_cellPx(std::max(1.0, cellPx)), m_raster(m_cellPx / kRasterInCell) {}

// A box lies in the cell of its upper left corner: those that reach into `rect` begin at most the largest box's size before it.
// Goes on as long as `visit` says so; true: to the end.
template <typename Visit>
bool FreeRoom::visitNear(const ScreenRect& rect, Visit visit) const {
    if (!std::ranges::all_of(m_wide, visit)) return false;
    const Cell first = cellOf(rect.left - m_largestPx.x, rect.top - m_largestPx.y), last = cellOf(rect.right, rect.bottom);
    for (std::int64_t row = first.second; row <= last.second; ++row)
        for (std::int64_t column = first.first; column <= last.first; ++column)
            if (const auto held = m_cells.find({column, row}); held != m_cells.end() && !std::ranges::all_of(held->second, visit)) return false;
    return true;
}

FreeRoom::Cell FreeRoom::cellOf(double x, double y) const {
    return {static_cast<std::int64_t>(std::floor(x / m_cellPx)), static_cast<std::int64_t>(std::floor(y / m_cellPx))};
}

void FreeRoom::add(const ScreenRect& taken) {
    const auto index = static_cast<std::uint32_t>(m_taken.size());
    m_taken.push_back(taken);
    if (std::max(taken.width(), taken.height()) > m_cellPx * kMostCellsOfABox) return m_wide.push_back(index);
    m_raster.take(taken);
    m_largestPx = {std::max(m_largestPx.x, taken.width()), std::max(m_largestPx.y, taken.height())};
    m_cells[cellOf(taken.left, taken.top)].push_back(index);
}

std::vector<std::size_t> FreeRoom::coveredBy(const ScreenRect& box) const {
    std::vector<std::size_t> found;
    visitNear(box, [&](std::uint32_t index) {
        if (m_taken[index].intersects(box)) found.push_back(index);
        return true;
    });
    return found;
}

bool FreeRoom::isFree(const ScreenRect& box) const {
    return visitNear(box, [&](std::uint32_t index) { return !m_taken[index].intersects(box); });
}

// In a crowd a coarse look saves most boxes the exact one.
std::optional<ScreenPoint> FreeRoom::nearestMove(const ScreenRect& box, double reachPx) const {
    if (isFree(box)) return ScreenPoint{0, 0};
    const ScreenRect around = movableArea(box, reachPx);
    RoomWindow window(m_raster, around);
    for (const std::uint32_t index : m_wide) window.take(m_taken[index]);
    if (!window.hasRoomFor(box)) return {};
    std::vector<Forbidden> forbidden;
    visitNear(around, [&](std::uint32_t index) {
        const ScreenRect& r = m_taken[index];
        if (r.intersects(around)) forbidden.push_back({{r.left - box.right, r.right - box.left}, {r.top - box.bottom, r.bottom - box.top}});
        return true;
    });
    return nearestMoveAmong(forbidden, box, reachPx, window);
}

}  // namespace layers
