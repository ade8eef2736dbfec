// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds the nearest place where a box covers no other. The search is exact, so "no free space" is always true. Boxes
// are kept in square cells, and a query costs only what is nearby. Any plane with y down; any thread, one at a time.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "layers/model/map_view.hpp"
#include "layers/placement/forbidden_raster.hpp"

namespace layers {

class FreeSpace {
public:
    // About the size of the boxes to come; decides the speed alone.
    explicit FreeSpace(double cellPx);

    void add(const ScreenRect& taken);
    bool isFree(const ScreenRect& box) const;
    // The shortest move of `box`, at most `reachPx` long, to where it covers nothing; of two as short the one to the
    // left, then upwards. Boxes may touch. None: there is none.
    std::optional<ScreenPoint> nearestMove(const ScreenRect& box, double reachPx);
    // Which of the taken boxes `box` covers, counted in the order of add(); in no order.
    std::vector<std::size_t> coveredBy(const ScreenRect& box) const;

private:
    using Cell = std::pair<std::int64_t, std::int64_t>;
    struct CellHash {
        std::size_t operator()(const Cell& cell) const;
    };
    Cell cellOf(double x, double y) const;
    struct SizedRaster {
        ForbiddenRaster raster;
        std::size_t next = 0;  // of m_taken, that it does not have yet
    };
    bool isWide(const ScreenRect& box) const;  // over very many cells
    const ForbiddenRaster& rasterFor(BoxSize size);
    std::optional<ScreenPoint> nearestMove(const ForbiddenRaster& raster, const ScreenRect& box, double reachPx) const;
    template <typename Visit>
    bool visitNear(const ScreenRect& rect, Visit visit) const;

    double m_cellPx;
    std::vector<ScreenRect> m_taken;
    std::unordered_map<Cell, std::vector<std::uint32_t>, CellHash> m_cells;
    ScreenPoint m_largestPx;             // width and height that no box in the cells exceeds
    std::vector<SizedRaster> m_rasters;  // of the boxes in the cells, for each size that was asked for
    std::vector<std::uint32_t> m_wide;   // boxes over very many cells: looked at every time
};

}  // namespace layers
