// SPDX-License-Identifier: Apache-2.0
#pragma once
// A raster of forbidden corners: one bit per square cell of the plane, set where the upper left corner of a box of
// one size can never be without covering something. It answers at once whether or how far away there may be free
// space, and never denies space that exists. Used by FreeSpace; any thread, one at a time.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "layers/model/map_view.hpp"

namespace layers {

struct BoxSize {
    double widthPx = 0, heightPx = 0;
};

// Both included; none where the last comes before the first.
struct CellRange {
    std::int64_t first = 0, last = -1;
};
struct CellRect {
    CellRange columns, rows;
};

class ForbiddenRaster {
public:
    explicit ForbiddenRaster(BoxSize size);

    const BoxSize& size() const { return m_size; }
    void take(const ScreenRect& taken);
    // False: a box with its corner there is not free.
    bool mayStandAt(ScreenPoint corner) const;

private:
    friend class RasterWindow;
    static constexpr int kSide = 64;
    using Rows = std::array<std::uint64_t, kSide>;  // a block of the plane, a word each
    using BlockPlace = std::pair<std::int64_t, std::int64_t>;
    struct Hash {
        std::size_t operator()(const BlockPlace& place) const;
    };
    std::int64_t cellAt(double px) const;
    CellRect hiddenBy(const ScreenRect& taken) const;

    BoxSize m_size;
    double m_cellPx;
    std::unordered_map<BlockPlace, Rows, Hash> m_blocks;
};

// The raster around a box, as far as it may be moved. Valid as long as the raster stays as it is.
class RasterWindow {
public:
    RasterWindow(const ForbiddenRaster& raster, ScreenPoint corner, double reachPx);

    // Something that is not in the raster.
    void take(const ScreenRect& taken);
    // No move is free that is shorter; infinite: none is. Afterwards leastY() can be asked.
    double leastMove();
    // The box being moved to the sides by so much: no move up or down shorter than this can be free. Infinite: none.
    double leastY(double x) const;

private:
    void findLeastY();
    void lookIn(std::int64_t row, double leastPx, std::vector<std::uint64_t>& open);

    const ForbiddenRaster& m_raster;
    ScreenPoint m_corner;
    CellRect m_cells;
    bool m_isTooLarge = false;                           // to be looked at
    CellRange m_words, m_downs;                          // blocks of the raster that the window has a part of
    std::vector<const ForbiddenRaster::Rows*> m_blocks;  // these, row by row; null: all is free there
    std::vector<CellRect> m_hidden;                      // what was taken besides
    std::vector<double> m_leastY;                        // per column of the blocks
};

}  // namespace layers
