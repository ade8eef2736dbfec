#pragma once
// A coarse picture of what is taken, a bit for each square cell of the plane: it says at once that a box has no room in a
// neighbourhood, or how far off it may have some, and errs on the side of room. Used by FreeRoom. Any thread, one at a time.

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "layers/model/map_view.hpp"

namespace layers {

// From first to last, both included; none where the last comes before the first.
struct CellRange {
    std::int64_t first = 0, last = -1;
};

class RoomRaster {
public:
    explicit RoomRaster(double cellPx) : m_cellPx(cellPx) {}

    // The cells that the box reaches into; one that it only touches stays free.
    void take(const ScreenRect& box);

private:
    friend class RoomWindow;
    static constexpr int kSide = 64;
    using Rows = std::array<std::uint64_t, kSide>;  // a block of the plane, a word each
    using BlockPlace = std::pair<std::int64_t, std::int64_t>;
    struct Hash {
        std::size_t operator()(const BlockPlace& place) const;
    };

    double m_cellPx;
    std::unordered_map<BlockPlace, Rows, Hash> m_blocks;
};

// A part of the raster, in which a box may be moved about.
class RoomWindow {
public:
    // `around`: where the box may come to lie.
    RoomWindow(const RoomRaster& raster, const ScreenRect& around);

    // Something that is not in the raster.
    void take(const ScreenRect& box);
    // False: a box of this size has no room anywhere. Wherever it stands it holds a block of so many whole cells, and they
    // are free; afterwards leastY() knows where.
    bool hasRoomFor(const ScreenRect& box);
    // The box's move to the sides being such that its left edge stands there: no move up or down shorter than this can be
    // free. Infinite: none.
    double leastY(double leftPx) const;

private:
    std::uint64_t* row(std::vector<std::uint64_t>& bits, std::size_t at) const { return bits.data() + at * m_words; }
    void copyBlock(const RoomRaster::Rows& rows, std::int64_t column, std::int64_t firstRow);
    std::vector<std::uint64_t> startsOf(std::size_t wide, std::size_t high);
    void narrow(std::uint64_t* words, std::size_t by) const;
    std::size_t firstCellFrom(double fromPx, std::int64_t first, std::size_t count) const;
    void findLeastY(std::vector<std::uint64_t>& starts, double wishedPx);
    void lowerLeastY(std::size_t word, std::uint64_t columns, double leastPx);

    double m_cellPx;
    CellRange m_columnRange, m_rowRange;
    std::size_t m_columns = 0, m_rows = 0, m_words = 0;  // none: it is too large to be looked at
    std::vector<std::uint64_t> m_taken;  // row by row
    bool m_isFine = false;               // a box holds a whole cell
    std::vector<double> m_leastY;        // per column in which a box's first whole cell lies
};

}  // namespace layers
