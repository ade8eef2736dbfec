#include "layers/placement/free_room.hpp"

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

constexpr double kMostCellsOfABox = 64;  // along a side

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

std::vector<double> columnsToTry(const std::vector<Forbidden>& forbidden, double reachPx) {
    std::vector<double> columns{0};
    for (const Forbidden& f : forbidden)
        for (const double x : {f.x.from, f.x.to})
            if (std::abs(x) <= reachPx) columns.push_back(x);
    std::ranges::sort(columns, {}, [](double x) { return std::pair(std::abs(x), x); });
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

}  // namespace

std::size_t FreeRoom::CellHash::operator()(const Cell& cell) const {
    return static_cast<std::size_t>(cell.first) * 0x9e3779b97f4a7c15ULL ^ (static_cast<std::size_t>(cell.second) * 0xc2b2ae3d27d4eb4fULL >> 7);
}

FreeRoom::FreeRoom(double cellPx) : m_cellPx(std::max(1.0, cellPx)) {}

template <typename Visit>
void FreeRoom::visitCells(const ScreenRect& rect, Visit visit) const {
    const auto cellOf = [this](double at) { return static_cast<std::int64_t>(std::floor(at / m_cellPx)); };
    for (std::int64_t row = cellOf(rect.top); row <= cellOf(rect.bottom); ++row)
        for (std::int64_t column = cellOf(rect.left); column <= cellOf(rect.right); ++column) visit(Cell{column, row});
}

void FreeRoom::add(const ScreenRect& taken) {
    const auto index = static_cast<std::uint32_t>(m_taken.size());
    m_taken.push_back(taken);
    if (std::max(taken.width(), taken.height()) > m_cellPx * kMostCellsOfABox) m_wide.push_back(index);
    else visitCells(taken, [&](const Cell& cell) { m_cells[cell].push_back(index); });
}

std::vector<std::size_t> FreeRoom::coveredBy(const ScreenRect& box) const {
    std::vector<std::size_t> found;
    const auto take = [&](std::uint32_t index) {
        if (m_taken[index].intersects(box)) found.push_back(index);
    };
    std::ranges::for_each(m_wide, take);
    visitCells(box, [&](const Cell& cell) {
        if (const auto held = m_cells.find(cell); held != m_cells.end()) std::ranges::for_each(held->second, take);
    });
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool FreeRoom::isFree(const ScreenRect& box) const { return coveredBy(box).empty(); }

// The nearest free move is none, or has an edge of a forbidden box as its x, or the wished x: for each such x the nearest
// free y, the nearest columns first.
std::optional<ScreenPoint> FreeRoom::nearestMove(const ScreenRect& box, double reachPx) const {
    if (isFree(box)) return ScreenPoint{0, 0};
    std::vector<Forbidden> forbidden;
    for (const std::size_t i : coveredBy({box.left - reachPx, box.top - reachPx, box.right + reachPx, box.bottom + reachPx})) {
        const ScreenRect& r = m_taken[i];
        forbidden.push_back({{r.left - box.right, r.right - box.left}, {r.top - box.bottom, r.bottom - box.top}});
    }
    std::ranges::stable_sort(forbidden, {}, [](const Forbidden& f) { return f.y.from; });
    std::optional<ScreenPoint> best;
    double bestPx = reachPx;
    for (const double x : columnsToTry(forbidden, reachPx)) {
        if (std::abs(x) > bestPx) break;
        const double y = nearestY(forbidden, x), lengthPx = std::hypot(x, y);
        if (lengthPx > bestPx || (best && lengthPx == bestPx)) continue;
        best = ScreenPoint{x, y};
        bestPx = lengthPx;
    }
    return best;
}

}  // namespace layers
