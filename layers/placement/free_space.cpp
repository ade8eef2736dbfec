// SPDX-License-Identifier: Apache-2.0
#include "layers/placement/free_space.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace layers {
namespace {

constexpr double kMostCellsOfABox = 64;              // along a side
constexpr double kBoxesForACell = 8;                 // to look at one by one instead of finding a cell
constexpr std::size_t kExactSizes = 16;              // of boxes: further ones are looked at as smaller ones,
constexpr double kSizesInCell = 16;                  // of so many sizes in one of our cells
constexpr double kNearInWidths = 1.5, kFarther = 3;  // of the box: so far it looks first, then so many times farther
constexpr double kSameSizePx = 1e-4;

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

// A move to the sides that is worth a look, and a length that no free move has less of there.
struct Column {
    double leastPx = 0, x = 0;
};

// A heap with the least on top.
std::vector<Column> columnsToTry(const std::vector<Forbidden>& forbidden, double reachPx, const RasterWindow& window) {
    std::vector<Column> columns;
    columns.reserve(2 * forbidden.size() + 1);
    const auto add = [&](double x) {
        if (std::abs(x) > reachPx) return;
        const double y = window.leastY(x), leastPx = std::sqrt(x * x + y * y);
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

// The nearest free move is none, or has an edge of a forbidden box as its x, or the wished x: for each such x the
// nearest free y, as long as there may be a nearer one. Of moves of one length the one that goes least to the sides.
std::optional<ScreenPoint> nearestMoveAmong(const std::vector<Forbidden>& forbidden, double reachPx,
                                            const RasterWindow& window) {
    std::vector<Column> columns = columnsToTry(forbidden, reachPx, window);
    std::vector<Interval> crossed;
    const auto rankOf = [](ScreenPoint move) {
        return std::tuple(std::sqrt(move.x * move.x + move.y * move.y), std::abs(move.x), move.x);
    };
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

std::size_t FreeSpace::CellHash::operator()(const Cell& cell) const {
    return static_cast<std::size_t>(cell.first) * 0x9e3779b97f4a7c15ULL ^
           (static_cast<std::size_t>(cell.second) * 0xc2b2ae3d27d4eb4fULL >> 7);
}

FreeSpace::FreeSpace(double cellPx) : m_cellPx(std::max(1.0, cellPx)) {}

// A box lies in the cell of its upper left corner: those that reach into `rect` begin at most the largest box's size
// before it. Goes on as long as `visit` says so; true: to the end.
template <typename Visit>
bool FreeSpace::visitNear(const ScreenRect& rect, Visit visit) const {
    const Cell first = cellOf(rect.left - m_largestPx.x, rect.top - m_largestPx.y),
               last = cellOf(rect.right, rect.bottom);
    if (static_cast<double>(last.first - first.first + 1) * static_cast<double>(last.second - first.second + 1) *
            kBoxesForACell >
        static_cast<double>(m_taken.size())) {
        for (std::uint32_t index = 0; index < m_taken.size(); ++index)
            if (!visit(index)) return false;
        return true;
    }
    if (!std::ranges::all_of(m_wide, visit)) return false;
    for (std::int64_t row = first.second; row <= last.second; ++row)
        for (std::int64_t column = first.first; column <= last.first; ++column)
            if (const auto held = m_cells.find({column, row});
                held != m_cells.end() && !std::ranges::all_of(held->second, visit))
                return false;
    return true;
}

FreeSpace::Cell FreeSpace::cellOf(double x, double y) const {
    return {static_cast<std::int64_t>(std::floor(x / m_cellPx)), static_cast<std::int64_t>(std::floor(y / m_cellPx))};
}

bool FreeSpace::isWide(const ScreenRect& box) const {
    return std::max(box.width(), box.height()) > m_cellPx * kMostCellsOfABox;
}

void FreeSpace::add(const ScreenRect& taken) {
    const auto index = static_cast<std::uint32_t>(m_taken.size());
    m_taken.push_back(taken);
    if (isWide(taken)) return m_wide.push_back(index);
    m_largestPx = {std::max(m_largestPx.x, taken.width()), std::max(m_largestPx.y, taken.height())};
    m_cells[cellOf(taken.left, taken.top)].push_back(index);
}

std::vector<std::size_t> FreeSpace::coveredBy(const ScreenRect& box) const {
    std::vector<std::size_t> found;
    visitNear(box, [&](std::uint32_t index) {
        if (m_taken[index].intersects(box)) found.push_back(index);
        return true;
    });
    return found;
}

bool FreeSpace::isFree(const ScreenRect& box) const {
    return visitNear(box, [&](std::uint32_t index) { return !m_taken[index].intersects(box); });
}

// Its own, or that of a smaller box: where that one has no room it has none.
const ForbiddenRaster& FreeSpace::rasterFor(BoxSize size) {
    const auto known = [&] {
        return std::ranges::find_if(m_rasters, [&](const SizedRaster& sized) {
            return std::abs(sized.raster.size().widthPx - size.widthPx) < kSameSizePx &&
                   std::abs(sized.raster.size().heightPx - size.heightPx) < kSameSizePx;
        });
    };
    auto found = known();
    if (found == m_rasters.end() && m_rasters.size() >= kExactSizes) {
        const double stepPx = m_cellPx / kSizesInCell;
        size = {std::floor(size.widthPx / stepPx) * stepPx, std::floor(size.heightPx / stepPx) * stepPx};
        found = known();
    }
    if (found == m_rasters.end()) found = m_rasters.insert(m_rasters.end(), {ForbiddenRaster(size), 0});
    for (std::size_t& next = found->next; next < m_taken.size(); ++next)
        if (!isWide(m_taken[next])) found->raster.take(m_taken[next]);
    return found->raster;
}

// In a crowd a coarse look saves most boxes the exact one, and what is near the others is looked at before what is far.
std::optional<ScreenPoint> FreeSpace::nearestMove(const ScreenRect& box, double reachPx) {
    const ForbiddenRaster& raster = rasterFor({box.width(), box.height()});
    if (raster.mayStandAt({box.left, box.top}) && isFree(box)) return ScreenPoint{0, 0};
    double nearPx = reachPx;
    while (nearPx > kNearInWidths * std::max(1.0, box.width())) nearPx /= kFarther;
    for (; nearPx < reachPx; nearPx *= kFarther)
        if (const auto move = nearestMove(raster, box, nearPx)) return move;
    return nearestMove(raster, box, reachPx);
}

std::optional<ScreenPoint> FreeSpace::nearestMove(const ForbiddenRaster& raster, const ScreenRect& box,
                                                  double reachPx) const {
    RasterWindow window(raster, {box.left, box.top}, reachPx);
    for (const std::uint32_t index : m_wide) window.take(m_taken[index]);
    if (window.leastMove() > reachPx) return {};
    const ScreenRect around{box.left - reachPx, box.top - reachPx, box.right + reachPx, box.bottom + reachPx};
    std::vector<Forbidden> forbidden;
    visitNear(around, [&](std::uint32_t index) {
        const ScreenRect& r = m_taken[index];
        if (r.intersects(around))
            forbidden.push_back({{r.left - box.right, r.right - box.left}, {r.top - box.bottom, r.bottom - box.top}});
        return true;
    });
    return nearestMoveAmong(forbidden, reachPx, window);
}

}  // namespace layers
